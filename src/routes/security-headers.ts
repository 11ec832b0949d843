import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../context.ts';
import { newRequestId } from '../lib/ids.ts';
import { log } from '../lib/log.ts';
import type { Site } from '../sites/site.ts';
import { siteOf } from './site.ts';

/** Everything from our own host, no inline script or style, forms to ourselves, no plug-ins. */
const policyFor = (ancestors: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');

const framedByNobody = policyFor("'none'");
const policies = new WeakMap<Site, string>();

/** The same for every request of a site, so it is put together once. */
function policyOf(site: Site): string {
  const policy = policies.get(site) ?? policyFor(["'self'", ...site.origins].join(' '));
  policies.set(site, policy);
  return policy;
}

/**
 * Headers of every answer (security.md §5.4). Pages of a site may be framed by exactly the site's origins and so carry no
 * X-Frame-Options; everything else by nobody.
 */
export const securityHeaders = createMiddleware<AppEnv>(async (c, next) => {
  const { deps } = c.env as { deps: AppEnv['Variables']['deps'] };
  c.set('deps', deps);
  c.set('requestId', newRequestId());
  await next();
  const { headers } = c.res;
  const site = siteOf(deps.sites, c.req.path);
  if (site) {
    headers.set('content-security-policy', policyOf(site));
    reportUnlisted(c, site);
  } else {
    headers.set('content-security-policy', framedByNobody);
    headers.set('x-frame-options', 'DENY');
  }
  headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  headers.set('x-content-type-options', 'nosniff');
  if (!headers.has('referrer-policy')) headers.set('referrer-policy', 'strict-origin-when-cross-origin');
  // A page opened from our sandboxed frame is sandboxed too, and browsers refuse to show such a one with this header.
  if (!site || !isEmbedded(c)) headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()');
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  headers.set('x-request-id', c.get('requestId'));
});

const isEmbedded = (c: Context<AppEnv>): boolean => c.req.query('embed') === '1';

/**
 * Tells the operator which page pasted the tag without being listed: the browser asks us for the page, then refuses to
 * show it. The frame's referrer policy brings the parent's origin here.
 */
function reportUnlisted(c: Context<AppEnv>, { id, origins }: Site): void {
  const referer = c.req.header('referer');
  if (!isEmbedded(c) || !referer || !URL.canParse(referer)) return;
  // Absent in web views before iOS 16.4; where it says that this is no frame, nothing was refused.
  if ((c.req.header('sec-fetch-dest') ?? 'iframe') !== 'iframe') return;
  const { origin } = new URL(referer);
  const own = [c.get('deps').tools.publicUrl, new URL(c.req.url).origin];
  if (![...own, ...origins].includes(origin)) log('warn', 'origin not listed', { origin, site: id });
}
