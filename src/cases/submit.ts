import { refuse, type Refusal } from '../errors.ts';
import type { FormContext, FormKind, Json } from '../forms/define.ts';
import type { Item, Taken } from '../intake/item.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import type { Lang } from '../lib/words.ts';
import { SPOOLED, type Answer } from './answer.ts';
import { prepare, type Prepared } from './prepare.ts';
import { readBody } from './read-body.ts';
import { findReplay, openReplay } from './replay.ts';
import { screen, type Screened } from './screen.ts';
import type { Sender } from './sender.ts';
import type { Tools } from './tools.ts';

export interface Submission {
  form: FormKind;
  context: FormContext;
  raw: Json;
  lang: Lang;
  /** `Idempotency-Key`, already checked for its form. */
  key?: string;
  sender: Sender;
}

export interface Submitted {
  answer: Answer;
  replayed: boolean;
}

/**
 * The road every form kind takes: read → screen → seal → one write → receipt. Refuses with `answers.invalid`,
 * `challenge.*`, `window.closed`, `rate.limited`, `idempotency.*` or `unavailable`; an earlier answer under the same key
 * goes before all of these (api.md, Errors: order).
 */
export async function submit(tools: Tools, submission: Submission): Promise<Result<Submitted, Refusal>> {
  const { form, context, raw, sender } = submission;
  const { fields, body, problems } = readBody(form, context, raw);
  if (problems.length > 0) {
    return orReplay(tools, submission, null, refuse('answers.invalid', { problems }));
  }
  const solution = typeof body['challenge'] === 'string' ? body['challenge'] : undefined;
  const screened = await screen(tools, context.site, sender, solution);
  if (!screened.ok) return orReplay(tools, submission, body, screened.error);
  const closed = form.window?.(body, context);
  if (closed) return orReplay(tools, submission, body, closed);
  if ('address' in sender && !(await tools.allow(`submit|${sender.address}`))) {
    return orReplay(tools, submission, body, limited(submission, MINUTE));
  }
  const ready = { ...submission, fields, body, screened: screened.value };
  return write(tools, ready, 0);
}

type Ready = Submission & { fields: ReturnType<typeof readBody>['fields']; body: Json; screened: Screened };

/** Seconds until another try makes sense: the shield counts by the minute, the counters by hour and day. */
const MINUTE = 60;
const HOUR = 3600;
/** Another request under the same key is being answered. */
const SOON = 2;

const limited = ({ context }: Submission, retryAfter: number): Refusal =>
  refuse('rate.limited', { retryAfter, values: { phone: context.site.phone } });

const unavailable = ({ context }: Submission): Refusal =>
  refuse('unavailable', { retryAfter: 30, values: { phone: context.site.phone } });

/** A refusal, unless the same key was answered before: then that answer. */
async function orReplay(
  tools: Tools,
  { key, context, form }: Submission,
  body: Json | null,
  refusal: Refusal,
): Promise<Result<Submitted, Refusal>> {
  if (key === undefined) return fail(refusal);
  const earlier = await findReplay(tools, context.site.id, key, form.kind, body).catch(() => null);
  if (!earlier) return fail(refusal);
  return earlier.ok ? ok({ answer: earlier.value, replayed: true }) : earlier;
}

async function write(tools: Tools, ready: Ready, round: number): Promise<Result<Submitted, Refusal>> {
  const made: { prepared?: Prepared } = {};
  const make = async (): Promise<Item> => (made.prepared ??= await prepare(tools, ready, round)).item;
  const taken = await tools.intake.take({ site: ready.context.site.id, make });
  if (!made.prepared) throw new Error('a submission was taken that nobody made');
  const { answer } = made.prepared;
  switch (taken.is) {
    case 'written':
      return ok({ answer, replayed: false });
    case 'spooled':
      return ok({ answer: { ...answer, state: SPOOLED }, replayed: false });
    case 'repeat':
      return repeated(tools, ready, taken);
    case 'in-progress':
      return fail(refuse('idempotency.in-progress', { retryAfter: SOON }));
    case 'constraint':
      return afterConflict(tools, ready, round, taken.message);
    case 'gone':
      return fail(unavailable(ready));
    case 'faulty':
      throw new Error(`the batch of ${answer.receipt} failed`);
  }
}

async function repeated(
  { ring }: Tools,
  { form, body }: Ready,
  { caseId, repeat, spooled }: Taken & { is: 'repeat' },
): Promise<Result<Submitted, Refusal>> {
  const answer = await openReplay(ring, { caseId, ...repeat }, form.kind, body);
  if (!answer.ok) return answer;
  return ok({ answer: spooled ? { ...answer.value, state: SPOOLED } : answer.value, replayed: true });
}

/** Reads which guard of the batch held, and answers for it. */
async function afterConflict(
  tools: Tools,
  ready: Ready,
  round: number,
  conflict: string,
): Promise<Result<Submitted, Refusal>> {
  if (/idempotency\./.test(conflict)) return orReplay(tools, ready, ready.body, unavailable(ready));
  if (/challenges_used\./.test(conflict)) {
    if (ready.sender.is !== 'page') return orReplay(tools, ready, ready.body, refuse('challenge.failed'));
    const again = await screen(tools, ready.context.site, ready.sender, undefined);
    if (!again.ok) return orReplay(tools, ready, ready.body, again.error);
    return write(tools, { ...ready, screened: again.value }, round);
  }
  if (/cases\.site/.test(conflict) && round < 3) return write(tools, ready, round + 1);
  if (/counter_cap/.test(conflict)) return orReplay(tools, ready, ready.body, limited(ready, HOUR));
  throw new Error('the batch of a submission was refused');
}
