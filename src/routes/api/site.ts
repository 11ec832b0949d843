import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import type { FormContext, FormKind } from '../../forms/define.ts';
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

/**
 * What the forms of this request may look at; drafts only for a form that reads them, so that the others do without the
 * database. Throws where it is gone and nothing was read before.
 */
export async function formContext(c: Context<AppEnv>, form?: FormKind): Promise<FormContext> {
  const { tools, drafts } = c.get('deps');
  const needed = form === undefined || form.readsDrafts === true;
  return { site: c.get('site'), today: shanghaiDate(tools.clock.now()), drafts: needed ? await drafts() : [] };
}
