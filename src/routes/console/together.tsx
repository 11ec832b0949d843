import { Hono, type Context } from 'hono';
import { presentIn } from '../../cases/presence/presence.ts';
import { askedOfAll } from '../../cases/together/forecast.ts';
import { actionTogether } from '../../cases/together/offered.ts';
import { pickedCases } from '../../cases/together/picked.ts';
import { standing } from '../../cases/together/standing.ts';
import { takeTogether } from '../../cases/together/take.ts';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import type { Json } from '../../forms/define.ts';
import { wake } from '../../jobs/tick.ts';
import { readForm } from '../../lib/fields/index.ts';
import { keep } from '../../ui/view.ts';
import { readAsked } from '../../workflow/asked.ts';
import { postedForm } from '../public/posted.ts';
import { viewOf } from '../public/view.ts';
import { answerRefusal } from '../refusal.tsx';
import { amongDepartments, usualDepartment } from './departments.ts';
import { readersOnly } from './readers-only.ts';
import { readReportToken, reportToken } from './report-token.ts';
import { DonePage, ExpiredPage } from './together-done.tsx';
import { picksOf, pickValue } from './together-form.ts';
import { TogetherPage, type Together } from './together-page.tsx';
import { SurePage } from './together-sure.tsx';

const missing = (c: Context<AppEnv>) => answerRefusal(c, refuse('route.unknown'));

/** What was picked for the action of the path, as each case stands; null where whoever asks takes no such action together. */
async function together(c: Context<AppEnv>, values: readonly string[], list: string): Promise<Together | null> {
  const { account } = c.get('signedIn');
  const { tools, sites } = c.get('deps');
  const action = actionTogether(account, c.req.param('action') ?? '');
  const site = sites.find(({ id }) => id === account.site);
  if (!action || !site) return null;
  const { picked, tooMany } = picksOf(values);
  const cases = await pickedCases(tools, account, picked);
  const stand = picked.flatMap((pick) => {
    const one = cases.get(pick.receipt);
    return one ? [{ one, ...standing(account, one, pick, action.id) }] : [];
  });
  const can = stand.flatMap((one) => ('taken' in one ? [one] : []));
  const cannot = stand.flatMap((one) => ('why' in one ? [one] : []));
  const query = new URLSearchParams([...picked.map((pick) => ['case', pickValue(pick)]), ['list', list]]);
  // What was posted is no address: another language begins with the same cases again.
  const view = { ...viewOf(c), path: keep(viewOf(c), `/staff/together/${action.id}?${query.toString()}`) };
  const asks = amongDepartments(askedOfAll(can.map(({ taken }) => taken)), site);
  const gone = picked.length - stand.length;
  return { view, account, site, action, picked, tooMany, list, can, cannot, gone, asks };
}

/** The department that the topics of all of them go to, where it is one and the same. */
function begun({ can, asks, site }: Together): Json {
  const leads = can.map(({ one: { stored } }) => usualDepartment(asks, site, stored.row.topic));
  const [first = {}] = leads;
  return leads.every(({ lead }) => lead === first['lead']) ? first : {};
}

async function show(c: Context<AppEnv>) {
  const one = await together(c, c.req.queries('case') ?? [], c.req.query('list') ?? '');
  return one ? c.html(<TogetherPage {...one} raw={begun(one)} />, one.can.length > 0 ? 200 : 422) : missing(c);
}

/** What a form of these pages says, or the answer where it cannot be used. */
async function posted(c: Context<AppEnv>) {
  const form = await postedForm(c);
  if (!form.ok) return answerRefusal(c, form.error);
  const values = form.value.getAll('case').filter((value) => typeof value === 'string');
  const list = form.value.get('list');
  const one = await together(c, values, typeof list === 'string' ? list : '');
  if (!one) return missing(c);
  const raw = readForm(one.asks, form.value);
  const { problems } = readAsked({ asks: one.asks }, raw);
  return { one, raw, problems, change: form.value.get('change') !== null };
}

async function check(c: Context<AppEnv>) {
  const form = await posted(c);
  if (form instanceof Response) return form;
  const { one, raw, problems, change } = form;
  if (change) return c.html(<TogetherPage {...one} raw={raw} />);
  if (problems.length > 0 || one.can.length === 0) return c.html(<TogetherPage {...one} {...{ raw, problems }} />, 422);
  const { db, clock } = c.get('deps').tools;
  const now = clock.now();
  const ids = one.can.map(({ one: { stored } }) => stored.row.id);
  const present = await presentIn(db, one.account, ids, now);
  return c.html(<SurePage {...one} {...{ raw, present, now }} />);
}

async function take(c: Context<AppEnv>) {
  const form = await posted(c);
  if (form instanceof Response) return form;
  const { one, raw, problems } = form;
  if (problems.length > 0 || one.picked.length === 0)
    return c.html(<TogetherPage {...one} {...{ raw, problems }} />, 422);
  const { tools, later } = c.get('deps');
  const { view, account, picked, list } = one;
  const action = one.action.id;
  const done = await takeTogether(tools, { reader: account, picked, action, input: raw });
  later(() => wake(c.get('deps')));
  const token = await reportToken(tools.ring, tools.clock, account.id, { action, done });
  const query = new URLSearchParams({ r: token, list });
  return c.redirect(keep(view, `/staff/together/${action}/done?${query.toString()}`), 303);
}

async function report(c: Context<AppEnv>) {
  const { tools } = c.get('deps');
  const { account } = c.get('signedIn');
  const action = actionTogether(account, c.req.param('action') ?? '');
  if (!action) return missing(c);
  const shared = { view: viewOf(c), account, action, list: c.req.query('list') ?? '' };
  const read = await readReportToken(tools.ring, tools.clock, account.id, c.req.query('r') ?? '');
  if (!read || read.action !== action.id) return c.html(<ExpiredPage {...shared} />, 422);
  const cases = await pickedCases(tools, account, read.done);
  return c.html(<DonePage {...shared} done={read.done} cases={cases} />);
}

/** One action in several cases of the list: what it asks, what it will do, and what came of it. */
export const togetherPages = new Hono<AppEnv>()
  .use('/together/*', readersOnly)
  .get('/together/:action', (c) => show(c))
  .post('/together/:action', (c) => check(c))
  .post('/together/:action/take', (c) => take(c))
  .get('/together/:action/done', (c) => report(c));
