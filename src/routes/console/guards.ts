import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import { may, type Permission } from '../../staff/roles.ts';
import { provedLately, sessionOf } from '../../staff/sessions.ts';
import { keep } from '../../ui/view.ts';
import { viewOf } from '../public/view.ts';
import { answerRefusal } from '../refusal.tsx';

const COOKIE = 'minyi';
const READS = ['GET', 'HEAD'];

/**
 * The console has one address: reading it elsewhere leads there, and every other request must come from its own pages. A
 * missing Origin is a foreign one. `same-origin` because under `no-referrer` a browser would send `Origin: null`.
 */
export const ownOrigin = createMiddleware<AppEnv>(async (c, next) => {
  const { origin } = c.get('deps').staff;
  const url = new URL(c.req.url);
  c.header('referrer-policy', 'same-origin');
  if (READS.includes(c.req.method)) {
    if (url.host !== new URL(origin).host) return c.redirect(`${origin}${url.pathname}${url.search}`);
  } else if (c.req.header('origin') !== origin || (c.req.header('sec-fetch-site') ?? 'same-origin') !== 'same-origin') {
    return answerRefusal(c, refuse('origin.refused'));
  }
  await next();
});

const letIn = (isUse: boolean) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const token = getCookie(c, COOKIE, 'host');
    const found = token ? await sessionOf(c.get('deps').staff, token, isUse) : null;
    if (!found) return c.redirect(toSignIn(c), 303);
    c.set('signedIn', found);
    await next();
  });

/** Lets in who is signed in; anybody else is led to the sign-in page and back. */
export const signedIn = letIn(true);

/** The same for what a page does by itself: it is no use of the session, and keeps none alive. */
export const signedInQuietly = letIn(false);

/** Who lacks the permission learns no more than that there is no such page. */
export const needs = (permission: Permission) =>
  createMiddleware<AppEnv>(async (c, next) => {
    if (!may(c.get('signedIn').account.role, permission)) return answerRefusal(c, refuse('route.unknown'));
    await next();
  });

/** Step-up: goes on only with a proof of the last 5 minutes, else asks for one and comes back to `to`. */
export const freshProof = (to: string) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const { session } = c.get('signedIn');
    if (!provedLately(session, c.get('deps').staff.clock.now()))
      return c.redirect(keep(viewOf(c), `/staff/prove?to=${encodeURIComponent(to)}`), 303);
    await next();
  });

/** A page of the console and nothing else: what a form sends back may have been changed. */
export const safePath = (path: string | null | undefined): string =>
  path && /^\/staff(?:\/[a-z0-9-]+)*(?:\?lang=en)?$/.test(path) ? path : '/staff';

function toSignIn(c: Context<AppEnv>): string {
  const to = READS.includes(c.req.method) ? safePath(c.req.path) : '/staff';
  const page = to === '/staff' ? '/staff/sign-in' : `/staff/sign-in?to=${encodeURIComponent(to)}`;
  return keep(viewOf(c), page);
}

/** Gives the browser its session: no script reads it, no other host or plain connection is sent it. */
export const giveCookie = (c: Context<AppEnv>, token: string): void =>
  setCookie(c, COOKIE, token, { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' });

export const takeCookie = (c: Context<AppEnv>): void =>
  void deleteCookie(c, COOKIE, { prefix: 'host', path: '/', secure: true });
