import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyAll } from '../../scripts/verify/walk.ts';
import { lookUp } from '../../src/cases/look-up.ts';
import { siteById } from '../../src/sites/index.ts';
import { toolsOf } from '../cases/tools.ts';
import { startDatabase, testRing, type TestDatabase } from '../harness/database.ts';
import { kept } from './kept.ts';
import { repeat } from './recorder.ts';

const { calls, told } = kept();

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());

test('what the release before says to its database is answered by today’s schema as it was then, call by call', async () => {
  const different: unknown[] = [];
  for (const [index, call] of calls.entries()) {
    const answers = await repeat(database.client, call);
    if (JSON.stringify(answers) !== JSON.stringify(call.answers))
      different.push({ index, sql: call.statements.map(({ sql }) => sql), was: call.answers, is: answers });
  }
  expect(different).toEqual([]);
  // Enough of a day that leaving a verb out would show.
  const texts = new Set(calls.flatMap(({ statements }) => statements.map(({ sql }) => sql)));
  expect(texts.size).toBeGreaterThan(150);
}, 60_000);

test('what it wrote is whole for today’s program: chains, seals, and every case opens by number and code', async () => {
  expect(await verifyAll({ db: database.db, ring: testRing() })).toMatchObject({
    broken: [],
    brokenStreams: [],
    unkept: [],
    seals: { fault: null },
  });
  for (const { ref, site: id, receipt, code } of told) {
    const site = siteById(id);
    if (!site) throw new Error(`no county ${id}`);
    const found = await lookUp(toolsOf(database.db), { site, receipt, code, address: '203.0.113.9' });
    expect([ref, found.ok]).toEqual([ref, true]);
  }
});

test('what would break it is seen: a column under another name', async () => {
  const other = await startDatabase();
  await other.client.execute('ALTER TABLE outbox RENAME COLUMN template TO sort');
  const refused = [];
  for (const call of calls.filter(({ statements }) => statements.some(({ sql }) => sql.includes('outbox'))))
    if ((await repeat(other.client, call)) === null && call.answers !== null) refused.push(call);
  expect(refused.length).toBeGreaterThan(10);
  await other.stop();
}, 30_000);
