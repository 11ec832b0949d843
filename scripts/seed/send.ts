import type { DemoCase } from '../../demo/cases/case.ts';
import { actAsSender } from '../../src/cases/act.ts';
import type { Answer } from '../../src/cases/answer.ts';
import { lookUp } from '../../src/cases/look-up.ts';
import type { Sender } from '../../src/cases/sender.ts';
import { submit } from '../../src/cases/submit.ts';
import type { Tools } from '../../src/cases/tools.ts';
import type { FormContext, FormKind } from '../../src/forms/define.ts';
import { dispatch } from '../../src/notify/outbox/dispatch.ts';
import { suppliers } from '../../src/notify/providers/index.ts';

const SEED: Sender = { is: 'partner', name: 'seed', perDay: null, limited: false };
const AT_ONCE = 20;

/** One submission of the data with what it needs: its kind, and its county as on the day it was sent. */
export interface Ready {
  demo: DemoCase;
  form: FormKind;
  context: FormContext;
  at: number;
}

/** Sends one case down the road that a resident's takes, at its own time; then its messages leave. */
export async function send(base: Tools, { demo, form, context, at }: Ready): Promise<Answer> {
  const tools = { ...base, clock: { now: () => at } };
  const { ref, body: raw } = demo;
  const sent = await submit(tools, { form, context, raw, lang: 'zh', key: `demo-${ref}`, sender: SEED });
  if (!sent.ok) {
    const wrong = sent.error.problems?.map(({ path, code }) => `${path} ${code}`).join(', ') ?? '';
    throw new Error(`${ref} was refused: ${sent.error.code} ${wrong}`);
  }
  const { answer } = sent.value;
  if (demo.afterwards !== undefined) await goOn(tools, { demo, form, context, at }, answer);
  await dispatch({ ...tools, suppliers: suppliers(tools), stoppedSites: [] }, AT_ONCE);
  return answer;
}

const HOUR = 3_600_000;

/** Does as the sender, by number and code, what the data says came next. */
async function goOn(tools: Tools, { demo, form, context, at }: Ready, answer: Answer): Promise<void> {
  const found = await lookUp(tools, { site: context.site, ...answer, address: 'seed' });
  if (!found.ok) throw new Error(`${demo.ref} cannot be looked up: ${found.error.code}`);
  const later = { ...tools, clock: { now: () => at + HOUR } };
  const done = await actAsSender(later, found.value, form, demo.afterwards ?? '');
  if (!done.ok) throw new Error(`${demo.ref}: ${demo.afterwards} was refused: ${done.error.code}`);
}
