import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newChallenge } from '../../src/cases/challenge.ts';
import type { Sender } from '../../src/cases/sender.ts';
import { submit } from '../../src/cases/submit.ts';
import type { Tools } from '../../src/cases/tools.ts';
import type { Database } from '../../src/db/database.ts';
import { petition } from '../../src/forms/petition/index.ts';
import { direct } from '../../src/intake/direct.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { wanrong } from '../../src/sites/wanrong.ts';
import { ways } from '../intake/ways.ts';
import { petitionBody } from '../harness/bodies.ts';
import { startDatabase, type TestDatabase } from '../harness/database.ts';
import { solved } from './solve.ts';
import { toolsOf } from './tools.ts';

const TABLES = ['cases', 'case_keys', 'case_secrets', 'events', 'outbox', 'idempotency', 'challenges_used', 'counters'];

let database: TestDatabase;
let tools: Tools;
beforeAll(async () => {
  database = await startDatabase();
  tools = toolsOf(database.db, { clock: systemClock });
}, 30_000);
afterAll(() => database.stop());
beforeEach(async () => {
  const filled = TABLES.filter((table) => table !== 'events');
  await database.client.batch(filled.map((table) => `DELETE FROM ${table}`));
});

const context = { site: wanrong, today: '2026-11-20', drafts: [] };
const partner: Sender = { is: 'partner', name: 'mini', perDay: null, limited: false };
const program: Sender = { is: 'program', address: '203.0.113.7' };
const page: Sender = { is: 'page', address: '203.0.113.7', openedAt: 0, decoyFilled: false };
const work = async () => solved(await newChallenge(tools.ring, systemClock, 'wanrong'));

interface Sent {
  sender?: Sender;
  key?: string;
  challenge?: string;
  title?: string;
  db?: Database;
}
async function countOf(table: string): Promise<number> {
  const { rows } = await database.client.execute(`SELECT count(*) AS n FROM ${table}`);
  return Number(rows[0]?.['n']);
}

/** The database whose next `times` answers get lost, after (or before) it did what it was asked. */
function losing(times: number, when: 'after' | 'before'): Database {
  let left = times;
  return {
    ...database.db,
    async write(statements) {
      const lose = left > 0;
      left -= 1;
      if (lose && when === 'before') throw new Error('Network connection lost');
      const result = await database.db.write(statements);
      if (lose) throw new Error('Network connection lost');
      return result;
    },
  };
}

describe.each(ways)('$name', ({ intakeOf }) => {
  const send = ({ sender = partner, key, challenge, title = '村东头路灯不亮', db = database.db }: Sent = {}) => {
    const raw = { ...petitionBody({ title }), ...(challenge !== undefined && { challenge }) };
    return submit(
      { ...tools, db, intake: intakeOf(db) },
      { form: petition, context, raw, lang: 'zh', ...(key && { key }), sender },
    );
  };

  test.each([
    ['a key', { key: 'lost-1' }],
    ['a proof of work', { sender: program }],
    ['a key and a proof of work', { key: 'lost-2', sender: program }],
    ['neither', {}],
  ] as const)('with %s, a case written whose acknowledgement got lost is one case and one receipt', async (_, how) => {
    const challenge = 'sender' in how ? { challenge: await work() } : {};
    const outcome = await send({ ...how, ...challenge, db: losing(1, 'after') });
    expect(outcome).toMatchObject({ ok: true });
    expect(await countOf('cases')).toBe(1);
    const { rows } = await database.client.execute('SELECT receipt FROM cases');
    expect(outcome.ok && outcome.value.answer.receipt).toBe(rows[0]?.['receipt']);
  });

  test('a database that is away for a moment is asked again', async () => {
    expect(await send({ db: losing(2, 'before') })).toMatchObject({ ok: true });
    expect(await countOf('cases')).toBe(1);
  });

  async function repeated(how: Sent, between: () => Promise<unknown> = async () => undefined) {
    const first = await send(how);
    await between();
    const again = await send(how);
    if (!first.ok || !again.ok) throw new Error('refused');
    expect(again.value).toEqual({ answer: first.value.answer, replayed: true });
    expect(await countOf('cases')).toBe(1);
  }

  test('a partner at its daily limit gets the first answer again for a repeat', async () => {
    const limited: Sender = { ...partner, perDay: 1, limited: true };
    await repeated({ key: 'again', sender: limited });
    expect(await send({ key: 'other', sender: limited })).toMatchObject({ error: { code: 'rate.limited' } });
  });

  test('a program that repeats with the same work gets the first answer, not a refusal of the work', async () => {
    await repeated({ key: 'again', sender: program, challenge: await work() });
  });

  test('a page that repeats gets the first answer, whether its work is used up or its limit reached', async () => {
    await repeated({ key: 'again', sender: page, challenge: await work() });
    await database.client.batch(['DELETE FROM cases', 'DELETE FROM idempotency']);
    await repeated({ key: 'more', sender: page }, () => database.client.execute('UPDATE counters SET n = 3, cap = 3'));
  });

  test('a program cannot use the same work twice', async () => {
    const challenge = await work();
    expect(await send({ sender: program, challenge })).toMatchObject({ ok: true });
    expect(await send({ sender: program, challenge })).toMatchObject({ error: { code: 'challenge.failed' } });
    expect(await countOf('cases')).toBe(1);
  });

  test('all of it is written or none of it', async () => {
    const before = await countOf('events');
    const sender: Sender = { ...partner, perDay: 0, limited: true };
    expect(await send({ key: 'none', sender })).toMatchObject({ error: { code: 'rate.limited' } });
    for (const table of TABLES.filter((one) => one !== 'events'))
      expect([table, await countOf(table)]).toEqual([table, 0]);
    expect(await countOf('events')).toBe(before);
  });

  test('a submission is one write, one round trip', async () => {
    let writes = 0;
    const counting: Database = { ...database.db, write: (list) => ((writes += 1), database.db.write(list)) };
    await send({ key: 'one', sender: program, challenge: await work(), db: counting });
    expect(writes).toBe(1);
  });
});

test('with nothing that keeps it, a database that stays away is told to the sender, who may repeat with the same key', async () => {
  const away = losing(99, 'before');
  const raw = petitionBody();
  const submission = { form: petition, context, raw, lang: 'zh', key: 'away', sender: partner } as const;
  expect(await submit({ ...tools, db: away, intake: direct(away) }, submission)).toMatchObject({
    ok: false,
    error: { code: 'unavailable', retryAfter: 30 },
  });
  expect(await submit(tools, submission)).toMatchObject({ ok: true, value: { replayed: false } });
});
