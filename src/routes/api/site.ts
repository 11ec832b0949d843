import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import type { FormContext } from '../../forms/define.ts';
import type { Context } from 'hono';
import { shanghaiDate } from '../../lib/clock.ts';
import { answerRefusal } from '../refusal.tsx';

/** Finds the site of the path, or answers `site.unknown`. */
export const knownSite = createMiddleware<AppEnv>(async (c, next) => {
  const site = c.get('deps').sites.find(({ id }) => id === c.req.param('site'));
  if (!site) return answerRefusal(c, refuse('site.unknown'));
  c.set('site', site);
  await next();
});

/** What the forms of this request may look at. */
export async function formContext(c: Context<AppEnv>): Promise<FormContext> {
  const { tools, drafts } = c.get('deps');
  return { site: c.get('site'), today: shanghaiDate(tools.clock.now()), drafts: await drafts() };
}
