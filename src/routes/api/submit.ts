import { Hono, type Context } from 'hono';
import { SPOOLED } from '../../cases/answer.ts';
import { submit } from '../../cases/submit.ts';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import type { FormKind } from '../../forms/define.ts';
import { forms, formsOf } from '../../forms/index.ts';
import { wake } from '../../jobs/tick.ts';
import { languageOf } from '../language.ts';
import { answerRefusal } from '../refusal.tsx';
import { readJson } from './read-json.ts';
import { idempotencyKeyOf, senderOf } from './sender.ts';
import { formContext } from './site.ts';

/** `POST /api/v1/{site}/{collection}`: every form kind, one road. */
export const submitting = new Hono<AppEnv>();
for (const form of forms) submitting.post(`/${form.collection}`, (c) => take(c, form));

async function take(c: Context<AppEnv>, form: FormKind): Promise<Response> {
  const site = c.get('site');
  if (!formsOf(site).includes(form)) return answerRefusal(c, refuse('form.closed'));
  const sender = await senderOf(c, site.id);
  if (!sender.ok) return answerRefusal(c, sender.error);
  const key = idempotencyKeyOf(c);
  if (!key.ok) return answerRefusal(c, key.error);
  const raw = await readJson(c);
  if (!raw.ok) return answerRefusal(c, raw.error);

  const { tools, later } = c.get('deps');
  const context = await formContext(c, form);
  const submission = { form, context, raw: raw.value, lang: languageOf(c), key: key.value, sender: sender.value };
  const outcome = await submit(tools, submission);
  if (!outcome.ok) return answerRefusal(c, outcome.error, form.fields(context, raw.value));
  const { answer, replayed } = outcome.value;
  if (replayed) c.header('idempotent-replayed', 'true');
  else if (!tools.intake.wakes) later(() => wake(c.get('deps')));
  c.header('location', answer.statusUrl);
  return c.json(answer, answer.state === SPOOLED ? 202 : 201);
}
