import { Hono, type Context } from 'hono';
import { openCopy } from '../../cases/personal/copy.ts';
import { confirmIdentity, sendIdentityCode } from '../../cases/personal/identity.ts';
import { includeCase } from '../../cases/personal/include.ts';
import type { AppEnv } from '../../context.ts';
import { otherMatter, phoneCode } from '../../forms/data-request/asks.ts';
import { wake } from '../../jobs/tick.ts';
import { group, optionalGroup } from '../../lib/fields/index.ts';
import { languageOf } from '../language.ts';
import { answerRefusal } from '../refusal.tsx';
import { found, inAnswers, lookUpFields } from './status.ts';

export const identityFields = { ...lookUpFields, answers: optionalGroup(phoneCode) };
export const includeFields = { ...lookUpFields, answers: group(otherMatter) };

async function identity(c: Context<AppEnv>) {
  const outcome = await found(c, identityFields);
  if (!outcome.ok) return outcome.error;
  const { is, form, answers } = outcome.value;
  const { tools, later } = c.get('deps');
  if (!answers) {
    const sent = await sendIdentityCode(tools, is, form, c.get('site'));
    if (!sent.ok) return answerRefusal(c, sent.error);
    later(() => wake(c.get('deps')));
    return c.json({ accepted: true }, 202);
  }
  const done = await confirmIdentity(tools, is, form, String(answers['phoneCode']));
  return done.ok ? c.json({ done: true }) : answerRefusal(c, inAnswers(done.error), identityFields);
}

async function include(c: Context<AppEnv>) {
  const outcome = await found(c, includeFields);
  if (!outcome.ok) return outcome.error;
  const { is, form, answers = {} } = outcome.value;
  const { tools, address } = c.get('deps');
  const other = { receipt: String(answers['otherReceipt']), code: String(answers['otherCode']) };
  const done = await includeCase(tools, is, form, { site: c.get('site'), address, ...other });
  return done.ok ? c.json({ done: true }) : answerRefusal(c, inAnswers(done.error), includeFields);
}

async function copy(c: Context<AppEnv>) {
  const outcome = await found(c);
  if (!outcome.ok) return outcome.error;
  const { is, form } = outcome.value;
  const copies = await openCopy(c.get('deps').tools, is, form, languageOf(c));
  return copies.ok ? c.json({ cases: copies.value }) : answerRefusal(c, copies.error);
}

/** What the sender of a request about personal data does, as the pages have it. */
export const personal = new Hono<AppEnv>()
  .post('/status/identity', (c) => identity(c))
  .post('/status/include', (c) => include(c))
  .post('/status/copy', (c) => copy(c));
