import type { DemoCase } from '../../demo/cases/case.ts';
import { actAsSender } from '../../src/cases/act.ts';
import type { Answer } from '../../src/cases/answer.ts';
import { lookUp } from '../../src/cases/look-up.ts';
import type { Sender } from '../../src/cases/sender.ts';
import { submit } from '../../src/cases/submit.ts';
import type { Tools } from '../../src/cases/tools.ts';
import type { FormContext, FormKind } from '../../src/forms/define.ts';
import { dispatch } from '../../src/notify/outbox/dispatch.ts';
import { localRouting } from '../../src/notify/route.ts';
import { sites } from '../../src/sites/index.ts';
import { mailboxOf } from '../../src/notify/providers/mailbox.ts';
import { fileAsStaff } from './filing.ts';

const SEED: Sender = { is: 'partner', name: 'seed', perDay: null, limited: false };
const AT_ONCE = 20;

/** One submission of the data with what it needs: its kind, and its county as on the day it was sent. */
export interface Ready {
  demo: DemoCase;
  form: FormKind;
  context: FormContext;
  /** Milliseconds since 1970. */
  sentAt: number;
}

export const at = (tools: Tools, ms: number): Tools => ({ ...tools, clock: { now: () => ms } });

/** Sends one case down the road that a resident's takes, at its own time. */
export async function send(tools: Tools, { demo, form, context, sentAt }: Ready): Promise<Answer> {
  const { ref, body: raw, filed } = demo;
  const then = at(tools, sentAt);
  const sent = filed
    ? await fileAsStaff(then, { demo, form, context, sentAt }, filed)
    : await submit(then, { form, context, raw, lang: 'zh', key: `demo-${ref}`, sender: SEED });
  if (!sent.ok) {
    const wrong = sent.error.problems?.map(({ path, code }) => `${path} ${code}`).join(', ') ?? '';
    throw new Error(`${ref} was refused: ${sent.error.code} ${wrong}`);
  }
  return sent.value.answer;
}

/** What is waiting at the tools' own time leaves. */
export async function sendMessages(tools: Tools): Promise<void> {
  await dispatch({ ...tools, suppliers: [mailboxOf(tools)], routing: localRouting, sites }, AT_ONCE);
}

/** The sender of a case does, by number and code, what the data says came next. */
export async function afterwards(
  tools: Tools,
  { demo, form, context }: Ready,
  answer: Answer,
  action: string,
  input: Record<string, unknown> = {},
): Promise<void> {
  const found = await lookUp(tools, { site: context.site, ...answer, address: 'seed' });
  if (!found.ok) throw new Error(`${demo.ref} cannot be looked up: ${found.error.code}`);
  const done = await actAsSender(tools, found.value, form, action, input);
  if (!done.ok) throw new Error(`${demo.ref}: ${action} was refused: ${done.error.code}`);
}
