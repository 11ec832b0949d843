import type { AppEnv } from '../../context.ts';
import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import { actAsSender } from '../../cases/act.ts';
import { lookUp, type FoundCase } from '../../cases/look-up.ts';
import { askForNewCode } from '../../cases/new-code.ts';
import { statusOfCase } from '../../cases/status.ts';
import { refuse, type Refusal } from '../../errors.ts';
import { formByKind } from '../../forms/index.ts';
import { wake } from '../../jobs/tick.ts';
import { fail, type Result } from '../../lib/result.ts';
import { languageOf } from '../language.ts';
import { answerRefusal } from '../refusal.tsx';
import { readJson } from './read-json.ts';

const short = v.pipe(v.string(), v.maxLength(200));
const pair = v.strictObject({ receipt: short, code: short });
const numberOnly = v.strictObject({ receipt: short });

/** Reads a body by its schema; a wrong shape answers `answers.invalid` with the paths. */
async function read<T>(c: Context<AppEnv>, schema: v.GenericSchema<unknown, T>): Promise<Result<T, Refusal>> {
  const json = await readJson(c);
  if (!json.ok) return json;
  const body = v.safeParse(schema, json.value);
  if (body.success) return { ok: true, value: body.output };
  const problems = body.issues.map((issue) => {
    const path = v.getDotPath(issue) ?? '';
    const unknown = issue.type === 'strict_object' && issue.expected === 'never';
    const code = unknown ? 'key.unknown' : issue.received === 'undefined' ? 'field.required' : 'field.invalid';
    return { path, code } as const;
  });
  return fail(refuse('answers.invalid', { problems }));
}

async function found(c: Context<AppEnv>): Promise<Result<FoundCase, Refusal>> {
  const asked = await read(c, pair);
  if (!asked.ok) return asked;
  const { tools, address } = c.get('deps');
  return lookUp(tools, { site: c.get('site'), ...asked.value, address });
}

/** `POST /status` and what one may do from there. No challenge: wrong tries are counted instead. */
export const status = new Hono<AppEnv>()
  .post('/status', async (c) => {
    const outcome = await found(c);
    if (!outcome.ok) return answerRefusal(c, outcome.error);
    const form = formByKind(outcome.value.row.kind);
    if (!form) return answerRefusal(c, refuse('receipt.not-found'));
    return c.json(statusOfCase(outcome.value, form, languageOf(c)));
  })
  .post('/status/new-code', async (c) => {
    const asked = await read(c, numberOnly);
    if (!asked.ok) return answerRefusal(c, asked.error);
    const { tools, later } = c.get('deps');
    await askForNewCode(tools, c.get('site'), asked.value.receipt);
    later(() => wake(c.get('deps')));
    return c.json({ accepted: true }, 202);
  })
  .post('/status/:action', async (c) => {
    const outcome = await found(c);
    if (!outcome.ok) return answerRefusal(c, outcome.error);
    const form = formByKind(outcome.value.row.kind);
    if (!form) return answerRefusal(c, refuse('receipt.not-found'));
    const done = await actAsSender(c.get('deps').tools, outcome.value, form, c.req.param('action'));
    return done.ok ? c.json(done.value) : answerRefusal(c, done.error);
  });
