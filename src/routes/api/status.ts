import type { AppEnv } from '../../context.ts';
import { Hono, type Context } from 'hono';
import { actAsSender } from '../../cases/act.ts';
import { lookUp, type FoundCase } from '../../cases/look-up.ts';
import { askForNewCode } from '../../cases/new-code.ts';
import { statusOfCase } from '../../cases/status.ts';
import { refuse } from '../../errors.ts';
import type { FormKind } from '../../forms/define.ts';
import { formByKind } from '../../forms/index.ts';
import { pages } from '../../i18n/pages.ts';
import { wake } from '../../jobs/tick.ts';
import { readGroup, text, type Fields, type Values } from '../../lib/fields/index.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import { languageOf } from '../language.ts';
import { answerRefusal } from '../refusal.tsx';
import { readJson } from './read-json.ts';

const number = text({ label: pages.number, hint: pages.numberHint, max: 200, example: 'WR-7K3M9-XPT4G' });
const code = text({ label: pages.code, hint: pages.codeHint, max: 200, example: '482913' });
export const lookUpFields = { receipt: number, code };
export const newCodeFields = { receipt: number };

/** Reads a body by its fields; a wrong shape answers `answers.invalid` with the paths. */
async function read<F extends Fields>(c: Context<AppEnv>, fields: F): Promise<Result<Values<F>, Response>> {
  const json = await readJson(c);
  if (!json.ok) return fail(await answerRefusal(c, json.error));
  const { value, problems } = readGroup(fields, json.value);
  if (problems.length > 0) return fail(await answerRefusal(c, refuse('answers.invalid', { problems }), fields));
  return ok(value as Values<F>);
}

async function found(c: Context<AppEnv>): Promise<Result<{ is: FoundCase; form: FormKind }, Response>> {
  const asked = await read(c, lookUpFields);
  if (!asked.ok) return asked;
  const { tools, address } = c.get('deps');
  const outcome = await lookUp(tools, { site: c.get('site'), ...asked.value, address });
  if (!outcome.ok) return fail(await answerRefusal(c, outcome.error));
  const form = formByKind(outcome.value.row.kind);
  if (!form) return fail(await answerRefusal(c, refuse('receipt.not-found')));
  return ok({ is: outcome.value, form });
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
    await askForNewCode(tools, c.get('site'), asked.value.receipt);
    later(() => wake(c.get('deps')));
    return c.json({ accepted: true }, 202);
  })
  .post('/status/:action', async (c) => {
    const outcome = await found(c);
    if (!outcome.ok) return outcome.error;
    const { is, form } = outcome.value;
    const done = await actAsSender(c.get('deps').tools, is, form, c.req.param('action'));
    return done.ok ? c.json(done.value) : answerRefusal(c, done.error);
  });
