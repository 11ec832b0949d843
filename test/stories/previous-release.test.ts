import type { Client } from '@libsql/client/web';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyAll } from '../../scripts/verify/walk.ts';
import { openDatabase } from '../../src/db/database.ts';
import { petitionBody } from '../harness/bodies.ts';
import { clientOf } from '../harness/client.ts';
import { startDatabase, testRing } from '../harness/database.ts';
import { startStack, type Stack } from '../harness/stack.ts';
import { kept } from '../previous-release/kept.ts';
import { repeat, type Call } from '../previous-release/recorder.ts';

/** F14: the release before goes on at its own database while this one serves beside it. */
const { calls, told } = kept();

let stack: Stack;
beforeAll(async () => void (stack = await startStack()));
afterAll(() => stack.stop());

/** What the release before asks when a case is opened by its number: all of it in one batch. */
const opening = (): Call => {
  const call = calls.find(
    ({ statements: [first, ...more] }) => more.length > 5 && first?.sql.includes('"cases"."receipt" = ?') === true,
  );
  if (!call) throw new Error('the release before opened no case');
  return call;
};

/** What both releases do of themselves, and only one of them may: whoever comes late is refused the whole batch. */
const EXCLUSIVE = {
  'a message that was leased': /UPDATE outbox SET state = .* WHERE id = \? AND lease = \?/s,
  'a new code that was asked for': /UPDATE code_requests SET done_at/,
  'an answer passed on to those on one matter': /UPDATE matter_members SET told = .* AND case_id IN/s,
  'the next seal': /insert into "seals"/,
};

const exclusiveIn = ({ statements }: Call): string | undefined =>
  Object.entries(EXCLUSIVE).find(([, known]) => statements.some(({ sql }) => known.test(sql)))?.[0];

test('both write at once: of what only one may have one gets it, nothing else is refused, and nothing is lost', async () => {
  const { post } = clientOf(stack);
  const sent: string[] = [];
  const serving = (async () => {
    for (let n = 1; n <= 12; n += 1) {
      const { status, body } = await post('petitions', petitionBody({ title: `村东头第 ${n} 盏路灯不亮` }));
      expect(status).toBe(201);
      sent.push(String(body['receipt']));
      if (n % 4 === 0) await stack.scheduled();
    }
  })();
  const met = new Set<string>();
  const late = new Set<string>();
  const refused: string[][] = [];
  for (const call of calls) {
    const exclusive = exclusiveIn(call);
    // Of each the first goes to this release, so that one coming late is no matter of luck.
    if (exclusive !== undefined && !met.has(exclusive)) await stack.scheduled();
    if (exclusive !== undefined) met.add(exclusive);
    const answers = await repeat(stack.db, call);
    if (answers !== null || call.answers === null) continue;
    if (exclusive === undefined) refused.push(call.statements.map(({ sql }) => sql));
    else late.add(exclusive);
  }
  await serving;
  expect(refused).toEqual([]);
  expect([...late].toSorted()).toEqual(Object.keys(EXCLUSIVE).toSorted());
  await stack.scheduled();
  const left = await stack.db.execute(`SELECT id, state FROM outbox WHERE state NOT IN ('sent', 'delivered')`);
  expect(left.rows).toEqual([]);
  const { rows } = await stack.db.execute('SELECT receipt FROM cases');
  const there = rows.map((row) => row['receipt']);
  expect(there).toEqual(expect.arrayContaining([...sent, ...told.map(({ receipt }) => receipt)]));
  expect(new Set(sent).size).toBe(12);
});

/** Every step and message there is in one database, a line each. */
async function doneIn(client: Client): Promise<string[]> {
  const { rows } = await client.execute(`SELECT concat_ws(' ', stream, seq, code) AS line FROM events
    UNION ALL SELECT concat_ws(' ', case_id, template, channel, revision) FROM outbox ORDER BY line`);
  return rows.map((row) => row['line'] as string);
}

test('whoever came first, each step of its cases is taken once and each message there once, as if it had been alone', async () => {
  const alone = await startDatabase();
  for (const call of calls) await repeat(alone.client, call);
  const expected = await doneIn(alone.client);
  await alone.stop();
  const its = new Set(expected.map((line) => line.split(' ')[0]));
  const done = (await doneIn(stack.db)).filter((line) => its.has(line.split(' ')[0]));
  expect(done).toEqual(expected);
  const waiting = await stack.db.execute(`SELECT receipt AS id FROM code_requests WHERE done_at IS NULL
    UNION SELECT m.case_id FROM matter_members m JOIN matter_leads l ON l.case_id = m.lead_id WHERE m.told < l.step`);
  expect(waiting.rows).toEqual([]);
});

test('what the release before took in opens here by number and code, and can be carried on', async () => {
  for (const { ref, site, receipt, code } of told) {
    const { status, body } = await clientOf(stack, site).post('status', { receipt, code });
    expect([ref, status, body['receipt']]).toEqual([ref, 200, receipt]);
  }
  const answered = told.find(({ ref }) => ref === 'W01');
  const asked = { receipt: answered?.receipt ?? '', code: answered?.code ?? '' };
  const rated = await clientOf(stack).post('status/rate', { ...asked, answers: { rating: 'satisfied' } });
  expect(rated.status).toBe(200);
});

test('what this release takes in is there for the one before', async () => {
  const { body } = await clientOf(stack).post('petitions', petitionBody());
  const { mode, statements } = opening();
  const asked = statements.map(({ sql, args }) => ({ sql, args: args.map(() => String(body['receipt'])) }));
  const answers = await repeat(stack.db, { mode, statements: asked });
  const [cases, keys, secrets, events] = answers ?? [];
  expect([cases, keys, secrets, events].map((one) => one?.[0])).toEqual([1, 1, 1, 1]);
});

test('the chains of both are whole', async () => {
  const db = openDatabase({ url: stack.databaseUrl, timeoutMs: 8000 });
  const { broken, brokenStreams, unkept } = await verifyAll({ db, ring: testRing() });
  db.close();
  expect({ broken, brokenStreams, unkept }).toEqual({ broken: [], brokenStreams: [], unkept: [] });
});
