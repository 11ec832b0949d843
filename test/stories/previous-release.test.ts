import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyAll } from '../../scripts/verify/walk.ts';
import { openDatabase } from '../../src/db/database.ts';
import { petitionBody } from '../harness/bodies.ts';
import { clientOf } from '../harness/client.ts';
import { testRing } from '../harness/database.ts';
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

/** What only one of two may have, whichever release it is: a message that was leased, the next seal. */
const EXCLUSIVE = /WHERE id = \? AND lease = \?|insert into "seals"/;

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
  const refused: string[] = [];
  for (const call of calls) {
    const answers = await repeat(stack.db, call);
    if (answers === null && call.answers !== null) refused.push(call.statements[0]?.sql ?? '');
  }
  await serving;
  expect(refused.filter((sql) => !EXCLUSIVE.test(sql))).toEqual([]);
  await stack.scheduled();
  const left = await stack.db.execute(`SELECT id, state FROM outbox WHERE state NOT IN ('sent', 'delivered')`);
  expect(left.rows).toEqual([]);
  const { rows } = await stack.db.execute('SELECT receipt FROM cases');
  const there = rows.map((row) => row['receipt']);
  expect(there).toEqual(expect.arrayContaining([...sent, ...told.map(({ receipt }) => receipt)]));
  expect(new Set(sent).size).toBe(12);
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
