import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startDatabase, type TestDatabase } from '../harness/database.ts';
import { handClock, queue } from './waiting.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());
beforeEach(async () => void (await database.client.batch(['DELETE FROM outbox', 'DELETE FROM counters'])));

const clock = handClock();
const DAY = 86_400_000;

/** What each message carries: why it must not leave, or that it may. */
async function states(): Promise<unknown[]> {
  const { rows } = await database.client.execute('SELECT state, supplier_code FROM outbox ORDER BY created_at, id');
  return rows.map((row) => row['supplier_code'] ?? row['state']);
}

test('above the limit of an address and day a message is marked as one that must not leave; the next day counts anew', async () => {
  const caps = { perAddress: 2, perSite: null };
  for (let n = 0; n < 3; n += 1) await queue(database.db, { now: clock.now() + n, caps });
  expect(await states()).toEqual(['queued', 'queued', 'cap.address']);
  await queue(database.db, { now: clock.now() + 3, caps, addressIndex: 'somebody else' });
  await queue(database.db, { now: clock.now() + 4, caps, channel: 'email' });
  await queue(database.db, { now: clock.now() + DAY, caps });
  expect((await states()).slice(3)).toEqual(['queued', 'queued', 'queued']);
});

test('above the limit of a county and day every message is marked, whoever it is for', async () => {
  const caps = { perAddress: null, perSite: 2 };
  for (let n = 0; n < 3; n += 1) {
    await queue(database.db, { now: clock.now() + n, caps, addressIndex: `person ${n}` });
  }
  await queue(database.db, { now: clock.now() + 3, caps, site: 'wenxi' });
  expect(await states()).toEqual(['queued', 'queued', 'cap.site', 'queued']);
});

test('many at once are counted as exactly as one after another', async () => {
  const caps = { perAddress: 5, perSite: null };
  await Promise.all(Array.from({ length: 12 }, () => queue(database.db, { now: clock.now(), caps })));
  expect((await states()).filter((state) => state === 'queued')).toHaveLength(5);
});

test('without limits everything is counted and nothing refused', async () => {
  for (let n = 0; n < 4; n += 1) await queue(database.db, { now: clock.now() + n });
  expect(await states()).toEqual(['queued', 'queued', 'queued', 'queued']);
  const { rows } = await database.client.execute("SELECT n FROM counters WHERE name = 'message|wanrong|2026-11-20'");
  expect(rows[0]?.['n']).toBe(4);
});
