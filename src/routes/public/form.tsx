import type { Context } from 'hono';
import { publishedLines } from '../../cases/published-lines.ts';
import { submit } from '../../cases/submit.ts';
import type { Sender } from '../../cases/sender.ts';
import type { AppEnv } from '../../context.ts';
import { refuse, statusOf, type Refusal } from '../../errors.ts';
import type { FormContext, FormKind } from '../../forms/define.ts';
import { wake } from '../../jobs/tick.ts';
import { readForm } from '../../lib/fields/index.ts';
import { keep } from '../../ui/view.ts';
import { IDEMPOTENCY_KEY } from '../api/sender.ts';
import { formContext } from '../api/site.ts';
import { answerRefusal } from '../refusal.tsx';
import { foreign } from './foreign.ts';
import { merge, postedAnswers, postedField, subjectOf, withOneMore, type Subject } from './form-answers.ts';
import { FormPage, HIDDEN, type WallLines } from './form-page.tsx';
import { postedForm } from './posted.ts';
import { openedToken, readOpenedToken, receiptToken } from './receipt-token.ts';
import { viewOf } from './view.ts';

const MOST_LINES = 50;

/** What stands below a form that has a wall; read anew each time, so that who withdraws is gone from it at once. */
async function wallOf(c: Context<AppEnv>, form: FormKind, { meant }: Subject): Promise<WallLines | undefined> {
  if (!form.page.Wall || meant === undefined) return undefined;
  const about = { site: c.get('site').id, kind: form.kind, subject: meant };
  return { lines: await publishedLines(c.get('deps').tools, about, MOST_LINES), most: MOST_LINES };
}

const actionOf = (form: FormKind, context: FormContext, id?: string): string =>
  `/${context.site.id}/${form.page.segment}${id === undefined ? '' : `/${id}`}`;

/** `GET`: the empty form; answers may be set beforehand by their names (a station's poster does). */
export async function showForm(c: Context<AppEnv>, form: FormKind, id?: string): Promise<Response> {
  const context = { ...(await formContext(c, form)), onPage: true };
  const subject = subjectOf(form, context, id);
  if ('refusal' in subject) return answerRefusal(c, subject.refusal);
  const { ring, clock } = c.get('deps').tools;
  const given = new URL(c.req.url).searchParams;
  const raw = merge(readForm(form.fields(context, subject.raw), given), subject.raw);
  const hidden = {
    [HIDDEN.key]: crypto.randomUUID(),
    [HIDDEN.opened]: await openedToken(ring, clock, context.site.id),
  };
  const action = actionOf(form, context, id);
  const wall = await wallOf(c, form, subject);
  return c.html(<FormPage {...{ view: viewOf(c), form, context, raw, hidden, action, wall, refusal: null }} />);
}

/** `POST`: the receipt (303), or the filled page again with what is to be put right; nothing typed is lost. */
export async function takeForm(c: Context<AppEnv>, form: FormKind, id?: string): Promise<Response> {
  const context = { ...(await formContext(c, form)), onPage: true };
  const subject = subjectOf(form, context, id);
  if ('refusal' in subject) return answerRefusal(c, subject.refusal);
  if (foreign(c)) return answerRefusal(c, refuse('origin.refused'));
  const entries = await postedForm(c);
  if (!entries.ok) return answerRefusal(c, entries.error);
  const posted = entries.value;
  const { tools, later } = c.get('deps');
  const view = viewOf(c);
  const raw = postedAnswers(form, context, subject.raw, posted);
  const field = (name: string): string | undefined => postedField(posted, name);
  const key = field(HIDDEN.key);
  const opened = field(HIDDEN.opened) ?? '';
  const openedAt = await readOpenedToken(tools.ring, context.site.id, opened);
  const hidden = {
    [HIDDEN.key]: key ?? crypto.randomUUID(),
    // Without a time the trap would never open: it begins anew with the page shown again.
    [HIDDEN.opened]: openedAt === null ? await openedToken(tools.ring, tools.clock, context.site.id) : opened,
  };
  const action = actionOf(form, context, id);
  const again = async (refusal: Refusal | null, shown = raw, grown?: string) => {
    const status = refusal ? statusOf[refusal.code] : 200;
    if (refusal?.retryAfter !== undefined) c.header('retry-after', String(refusal.retryAfter));
    const wall = await wallOf(c, form, subject);
    return c.html(<FormPage {...{ view, form, context, raw: shown, hidden, action, grown, wall, refusal }} />, status);
  };
  const longer = field('add');
  if (longer !== undefined) return again(null, withOneMore(form.fields(context, raw), raw, longer), longer);
  if (field('look') !== undefined) return again(null);

  const sender: Sender = {
    is: 'page',
    address: c.get('deps').address,
    openedAt,
    decoyFilled: field(HIDDEN.decoy) !== undefined,
  };
  const validKey = key !== undefined && IDEMPOTENCY_KEY.test(key) ? { key } : {};
  const outcome = await submit(tools, { form, context, raw, lang: view.lang, ...validKey, sender });
  if (!outcome.ok) {
    // Somebody went back to a page already sent and wrote something else: pressed again, it is another submission.
    if (outcome.error.code === 'idempotency.mismatch') hidden[HIDDEN.key] = crypto.randomUUID();
    return again(outcome.error);
  }
  if (!outcome.value.replayed && !tools.intake.wakes) later(() => wake(c.get('deps')));
  const token = await receiptToken(tools.ring, tools.clock, context.site.id, outcome.value.answer);
  return c.redirect(keep(view, `/${context.site.id}/receipt/${token}`), 303);
}
