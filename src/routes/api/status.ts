import type { AppEnv } from '../../context.ts';
import { Hono, type Context } from 'hono';
import { contactFields, correctContact } from '../../cases/correct-contact.ts';
import { actAsSender, senderAction } from '../../cases/act.ts';
import { lookUp, type FoundCase } from '../../cases/look-up.ts';
import { askForNewCode } from '../../cases/new-code.ts';
import { statusOfCase } from '../../cases/status.ts';
import { refuse, type Refusal } from '../../errors.ts';
import type { CaseKind, Json } from '../../forms/define.ts';
import { formOfCase, forms } from '../../forms/index.ts';
import { pages } from '../../i18n/pages.ts';
import { wake } from '../../jobs/tick.ts';
import { group, optional, optionalGroup, readGroup, text, type Fields, type Values } from '../../lib/fields/index.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import { languageOf } from '../language.ts';
import { answerRefusal } from '../refusal.tsx';
import { readJson } from './read-json.ts';

const number = text({ label: pages.number, hint: pages.numberHint, max: 200, example: 'WR-7K3M9-XPT4G' });
const code = text({ label: pages.code, hint: pages.codeHint, max: 200, example: '482913' });
export const lookUpFields = { receipt: number, code };
export const newCodeFields = { receipt: number };
export const correctFields = { ...lookUpFields, ...contactFields };

const sendersActions = forms.flatMap(({ workflow }) =>
  workflow.transitions.filter(({ actors, apart }) => actors.includes('citizen') && !apart),
);
/** Whatever any of them asks; what the one taken must have is for the action itself to say. */
const askedOfSenders: Fields = Object.fromEntries(
  sendersActions.flatMap(({ asks = {} }) =>
    Object.entries(asks).map(([name, node]) => [name, node.is === 'field' ? optional(node) : node]),
  ),
);
/** `answers`: what the action asks, where it asks anything. */
export const actFields = { ...lookUpFields, answers: optionalGroup(askedOfSenders) };

/** Reads a body by its fields; a wrong shape answers `answers.invalid` with the paths. */
export async function read<F extends Fields>(c: Context<AppEnv>, fields: F): Promise<Result<Values<F>, Response>> {
  const json = await readJson(c);
  if (!json.ok) return fail(await answerRefusal(c, json.error));
  const { value, problems } = readGroup(fields, json.value);
  if (problems.length > 0) return fail(await answerRefusal(c, refuse('answers.invalid', { problems }), fields));
  return ok(value as Values<F>);
}

interface Found {
  is: FoundCase;
  form: CaseKind;
  answers?: Json;
  phone?: string;
  email?: string;
}

/** A refusal of what an action asks, with its paths from the body's root. */
export const inAnswers = ({ problems, ...refusal }: Refusal): Refusal => ({
  ...refusal,
  ...(problems && { problems: problems.map((one) => ({ ...one, path: `answers.${one.path}` })) }),
});

export async function found(
  c: Context<AppEnv>,
  fields: typeof lookUpFields & Fields = lookUpFields,
): Promise<Result<Found, Response>> {
  const asked = await read(c, fields);
  if (!asked.ok) return asked;
  const { tools, address } = c.get('deps');
  const { receipt, code: secret, ...rest } = asked.value as Values<typeof lookUpFields> & Omit<Found, 'is' | 'form'>;
  const outcome = await lookUp(tools, { site: c.get('site'), receipt, code: secret, address });
  if (!outcome.ok) return fail(await answerRefusal(c, outcome.error));
  const form = formOfCase(outcome.value.row, outcome.value.today);
  if (!form) return fail(await answerRefusal(c, refuse('receipt.not-found')));
  return ok({ is: outcome.value, form, ...rest });
}

/** `POST /status` and what one may do from there. No challenge: wrong tries are counted instead. */
export const status = new Hono<AppEnv>()
  .post('/status', async (c) => {
    const outcome = await found(c);
    if (!outcome.ok) return outcome.error;
    return c.json(statusOfCase(outcome.value.is, outcome.value.form, languageOf(c)));
  })
  .post('/status/new-code', async (c) => {
    const asked = await read(c, newCodeFields);
    if (!asked.ok) return asked.error;
    const { tools, later } = c.get('deps');
    const noted = await askForNewCode(tools, c.get('site'), asked.value.receipt);
    if (!noted.ok) return answerRefusal(c, noted.error);
    later(() => wake(c.get('deps')));
    return c.json({ accepted: true }, 202);
  })
  .post('/status/contact', async (c) => {
    const outcome = await found(c, correctFields);
    if (!outcome.ok) return outcome.error;
    const { is, phone, email } = outcome.value;
    const { tools, later } = c.get('deps');
    const given = { ...(phone !== undefined && { phone }), ...(email !== undefined && { email }) };
    const done = await correctContact(tools, is, c.get('site'), given);
    if (!done.ok) return answerRefusal(c, done.error, correctFields);
    later(() => wake(c.get('deps')));
    return c.json(done.value);
  })
  .post('/status/:action', async (c) => {
    const outcome = await found(c, actFields);
    if (!outcome.ok) return outcome.error;
    const { is, form, answers } = outcome.value;
    const action = c.req.param('action');
    const done = await actAsSender(c.get('deps').tools, is, form, action, answers);
    if (done.ok) return c.json(done.value);
    const asks = senderAction(is, form, action)?.asks ?? {};
    return answerRefusal(c, inAnswers(done.error), { answers: group(asks) });
  });
