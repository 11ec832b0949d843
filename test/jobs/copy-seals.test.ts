import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { emptyDatabase } from '../../scripts/seed/reset.ts';
import { copyLines, walkCopies } from '../../scripts/verify/copies.ts';
import { nextEvent } from '../../src/chain/event.ts';
import type { ObjectStore } from '../../src/lib/object-store.ts';
import { events } from '../../src/chain/tables.ts';
import { copySeals } from '../../src/jobs/copy-seals.ts';
import { sealHeads } from '../../src/jobs/seal.ts';
import { startDatabase, testRing, type TestDatabase } from '../harness/database.ts';

const HOUR = 3_600_000;
const TEN = Date.parse('2026-11-20T10:00:00+08:00');
const ring = testRing();

let database: TestDatabase;
let folder: string;
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());
beforeEach(async () => {
  await emptyDatabase(database.db);
  folder = mkdtempSync(join(tmpdir(), 'minyi-seals-'));
  return () => rmSync(folder, { recursive: true, force: true });
});

/** Keeps the first text of a name, as the bucket does. */
function storeOf(kept: Map<string, string>): ObjectStore {
  return {
    async keep(name, text) {
      if (!kept.has(name)) kept.set(name, text);
      return kept.get(name) ?? '';
    },
  };
}

async function sealed(hours: number): Promise<void> {
  for (let hour = 0; hour < hours; hour += 1) {
    const event = await nextEvent(`stream-${hour}`, null, { at: TEN, actor: 'system', code: 'tried', data: {} });
    await database.db.write([database.db.orm.insert(events).values(event)]);
    await sealHeads({ db: database.db, ring, clock: { now: () => TEN + hour * HOUR } }, 100);
  }
}

const copyTo = (kept: Map<string, string>, limit = 10): Promise<void> =>
  copySeals({ db: database.db, clock: { now: () => TEN }, store: storeOf(kept) }, limit);

const noted = async () =>
  (await database.client.execute('SELECT seq FROM seal_copies ORDER BY seq')).rows.map(({ seq }) => seq);

async function checked(kept: Map<string, string>): Promise<string> {
  for (const [name, text] of kept) writeFileSync(join(folder, basename(name)), text);
  return copyLines(await walkCopies({ db: database.db, ring }, folder)).join('\n');
}

test('each seal is copied once, oldest first, however often the minute strikes', async () => {
  const kept = new Map<string, string>();
  await sealed(3);
  await copyTo(kept, 2);
  expect([...kept.keys()]).toEqual(['seals/0000000001.json', 'seals/0000000002.json']);
  await copyTo(kept);
  await copyTo(kept);
  expect(kept.size).toBe(3);
  expect(await noted()).toEqual([1, 2, 3]);
  expect(await checked(kept)).toMatch(/^✓ .*3/);
});

test('a run that died between store and note is made good by the next', async () => {
  const kept = new Map<string, string>();
  await sealed(1);
  await copyTo(kept);
  await database.client.execute('DELETE FROM seal_copies');
  await copyTo(kept);
  expect(await noted()).toEqual([1]);
});

test('who takes the last hours out of the database, seals and all, is found out by the copies', async () => {
  const kept = new Map<string, string>();
  await sealed(2);
  await copyTo(kept);
  await emptyDatabase(database.db);
  await sealed(1);
  expect(await checked(kept)).toContain('第 2 次签封有副本,数据库里却没有了');
});

test('a copy that somebody wrote differently, or that is no copy, is told', async () => {
  const kept = new Map<string, string>();
  await sealed(1);
  await copyTo(kept);
  kept.set('seals/0000000001.json', (kept.get('seals/0000000001.json') ?? '').replace('stream-0', 'stream-9'));
  kept.set('seals/0000000002.json', '<html>');
  const lines = await checked(kept);
  expect(lines).toContain('第 1 次签封的副本本身不符');
  expect(lines).toContain('0000000002.json');
});

test('where the store already holds another seal under the number, it is said and not noted', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue(undefined);
  await sealed(1);
  await copyTo(new Map([['seals/0000000001.json', '{}']]));
  expect(await noted()).toEqual([]);
  expect(said).toHaveBeenCalledOnce();
  said.mockRestore();
});
