import { Hono, type Context } from 'hono';
import { actAsSender, senderAction } from '../../cases/act.ts';
import { lookUp, type FoundCase } from '../../cases/look-up.ts';
import { askForNewCode } from '../../cases/new-code.ts';
import { statusOfCase } from '../../cases/status.ts';
import type { AppEnv } from '../../context.ts';
import { refuse, statusOf, type Refusal } from '../../errors.ts';
import type { CaseKind } from '../../forms/define.ts';
import { formOfCase } from '../../forms/index.ts';
import { wake } from '../../jobs/tick.ts';
import { readForm } from '../../lib/fields/index.ts';
import type { Lang } from '../../lib/words.ts';
import type { Explanation } from '../../workflow/due.ts';
import { explain } from '../../workflow/explain.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import { answerRefusal } from '../refusal.tsx';
import { foreign } from './foreign.ts';
import { postedForm } from './posted.ts';
import { CodeSentPage, ConfirmPage, StatusFormPage, StatusPage } from './status-page.tsx';
import { viewOf } from './view.ts';

const LONGEST = 200;

interface Typed {
  receipt: string;
  code: string;
  sure: boolean;
  posted: FormData;
}

/** Number and code as posted from our own page; what is too long for either is no number at all. */
export async function typed(c: Context<AppEnv>): Promise<Result<Typed, Response>> {
  if (foreign(c)) return fail(await answerRefusal(c, refuse('origin.refused')));
  const posted = await postedForm(c);
  if (!posted.ok) return fail(await answerRefusal(c, posted.error));
  const text = (name: string): string => {
    const value = posted.value.get(name);
    return typeof value === 'string' ? value.slice(0, LONGEST) : '';
  };
  return ok({ receipt: text('receipt'), code: text('code'), sure: text('sure') === '1', posted: posted.value });
}

/** The form once more, with why it was refused. */
export function again(c: Context<AppEnv>, receipt: string, refusal: Refusal) {
  if (refusal.retryAfter !== undefined) c.header('retry-after', String(refusal.retryAfter));
  return c.html(
    <StatusFormPage view={viewOf(c)} site={c.get('site')} {...{ receipt, refusal }} />,
    statusOf[refusal.code],
  );
}

/** What the page says of a case: the answer of the contract, and how its date was reckoned. */
export function shown(found: FoundCase, form: CaseKind, lang: Lang) {
  const { dueExplanation } = found.row;
  const reckoning = dueExplanation ? explain(JSON.parse(dueExplanation) as Explanation, lang) : [];
  return { status: statusOfCase(found, form, lang), reckoning };
}

/** Looking up by number and code, a new code, and what a sender may do: each a plain form. */
export const statusPages = new Hono<AppEnv>()
  .get('/status', (c) => {
    const receipt = (c.req.query('receipt') ?? '').slice(0, LONGEST);
    return c.html(<StatusFormPage view={viewOf(c)} site={c.get('site')} receipt={receipt} refusal={null} />);
  })
  .post('/status', async (c) => {
    const asked = await typed(c);
    if (!asked.ok) return asked.error;
    const { receipt, code } = asked.value;
    const { tools, address } = c.get('deps');
    const found = await lookUp(tools, { site: c.get('site'), receipt, code, address });
    if (!found.ok) return again(c, receipt, found.error);
    const form = formOfCase(found.value.row, found.value.today);
    if (!form) return again(c, receipt, refuse('receipt.not-found'));
    const view = viewOf(c);
    return c.html(
      <StatusPage {...{ view, site: c.get('site'), code, form, ...shown(found.value, form, view.lang) }} />,
    );
  })
  .post('/status/new-code', async (c) => {
    const asked = await typed(c);
    if (!asked.ok) return asked.error;
    const { receipt } = asked.value;
    const { tools, later } = c.get('deps');
    const noted = await askForNewCode(tools, c.get('site'), receipt);
    if (!noted.ok) return again(c, receipt, noted.error);
    later(() => wake(c.get('deps')));
    return c.html(<CodeSentPage view={viewOf(c)} site={c.get('site')} receipt={receipt} />, 202);
  })
  .post('/status/:action', async (c) => {
    const asked = await typed(c);
    if (!asked.ok) return asked.error;
    const { receipt, code, sure, posted } = asked.value;
    const { tools, address } = c.get('deps');
    const site = c.get('site');
    const view = viewOf(c);
    const found = await lookUp(tools, { site, receipt, code, address });
    if (!found.ok) return again(c, receipt, found.error);
    const form = formOfCase(found.value.row, found.value.today);
    const status = form && statusOfCase(found.value, form, view.lang);
    const action = status?.actions.find(({ id }) => id === c.req.param('action'));
    const taken = form && action && senderAction(found.value, form, action.id);
    if (!form || !action || !taken) return answerRefusal(c, refuse('case.changed'));
    const { asks = {} } = taken;
    if (!sure) return c.html(<ConfirmPage {...{ view, site, receipt, code, action, asks }} />);
    const raw = readForm(asks, posted);
    const done = await actAsSender(tools, found.value, form, action.id, raw);
    if (!done.ok && done.error.code === 'answers.invalid') {
      const { problems = [] } = done.error;
      return c.html(<ConfirmPage {...{ view, site, receipt, code, action, asks, raw, problems }} />, 422);
    }
    if (!done.ok) return answerRefusal(c, done.error);
    const after = await lookUp(tools, { site, receipt, code, address });
    if (!after.ok) return again(c, receipt, after.error);
    return c.html(<StatusPage {...{ view, site, code, form, ...shown(after.value, form, view.lang) }} done />);
  });
