import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type Client } from '@libsql/client/web';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { dump } from '../../scripts/backup/dump.ts';
import { erasedIn, replayErasures } from '../../scripts/backup/erasures.ts';
import { load } from '../../scripts/backup/load.ts';
import { readSealed, writeSealed } from '../../scripts/backup/sealed-file.ts';
import { emptyDatabase } from '../../scripts/seed/reset.ts';
import { ROOT } from '../../scripts/root.ts';
import { startSqld } from '../../scripts/sqld.ts';
import { verifyAll } from '../../scripts/verify/walk.ts';
import { eraseCase } from '../../src/cases/erase-case.ts';
import { erasureText } from '../../src/cases/erasure-note.ts';
import { openStored, storedCases } from '../../src/cases/stored.ts';
import { openDatabase, type Database } from '../../src/db/database.ts';
import { sealHeads } from '../../src/jobs/seal.ts';
import { openAccount } from '../../src/staff/account.ts';
import { contactsOf } from '../../src/staff-messages/contact.ts';
import { toolsOf } from '../cases/tools.ts';
import { colleague, reachable, toolsFor } from '../harness/colleagues.ts';
import { startDatabase, testRing, type TestDatabase } from '../harness/database.ts';
import { startRoad } from '../harness/road.ts';

const ring = testRing();
const NOW = Date.parse('2026-03-10T09:00:00+08:00');
const DAY = 86_400_000;

let database: TestDatabase;
let file: string;
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());
beforeEach(async () => {
  await emptyDatabase(database.db);
  const dir = mkdtempSync(join(tmpdir(), 'minyi-backup-'));
  file = join(dir, 'one.minyi-backup');
  return () => rmSync(dir, { recursive: true, force: true });
});

const backUp = (): Promise<void> => writeSealed(file, { ring, now: NOW }, dump(database.client));

/** Another, empty sqld, for as long as a story needs it. */
async function inAnother<T>(story: (client: Client, db: Database) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'minyi-'));
  const sqld = await startSqld({ dir });
  const client = createClient({ url: sqld.url, intMode: 'number' });
  const db = openDatabase({ url: sqld.url, timeoutMs: 8000 });
  try {
    return await story(client, db);
  } finally {
    client.close();
    db.close();
    await sqld.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

const putBack = (client: Client, now = NOW + DAY) => load(client, readSealed(file, { ring, now }));

test('what is put back is the same: rows, chains, seals, and every sealed word opens', async () => {
  const road = await startRoad(database);
  await road.act('accept', { remark: '请水利所先去现场。(示例)' });
  const staff = { ...road.tools, origin: 'https://staff.example' };
  const reach = { site: 'wanrong', station: null, department: null };
  await openAccount(staff, 'system', { login: 'chief', name: '某某(示例)', role: 'county-clerk', ...reach });
  await sealHeads({ db: database.db, ring, clock: { now: () => NOW } }, 100);
  await startRoad(database);
  await backUp();

  await inAnother(async (client, db) => {
    const { named, written } = await putBack(client);
    expect(written).toEqual(Object.fromEntries(Object.entries(named).filter(([, count]) => count > 0)));
    expect(named).toMatchObject({ cases: 2, case_keys: 2, staff_accounts: 1, seals: 1 });
    const walk = await verifyAll({ db, ring });
    expect(walk).toMatchObject({
      cases: 2,
      broken: [],
      brokenStreams: [],
      unkept: [],
      seals: { good: 1, fault: null },
    });
    const [stored] = await storedCases(db, { receipt: road.receipt });
    if (!stored) throw new Error('the case is gone');
    expect(await openStored(ring, stored)).toMatchObject({ body: { contact: { phone: '15400000001' } } });
    // The guards are back: events can no more be changed here than there.
    await expect(client.execute('DELETE FROM events')).rejects.toThrow('events are not deleted');
    const waiting = await client.execute('SELECT count(*) AS n FROM unsealed');
    expect(waiting.rows[0]?.['n']).toBe(1);
  });
});

test('where staff are told of work is put back as well, and opens', async () => {
  const means = { db: database.db, ring, clock: { now: () => NOW } };
  await startRoad(database);
  const account = await reachable(means, await colleague(means, 'auditor'), 'audit@county.example');
  await backUp();
  await inAnother(async (client, db) => {
    await putBack(client);
    expect(await contactsOf(toolsFor({ ...means, db }), account.id)).toMatchObject([
      { to: 'a***@county.example', confirmed: true },
    ]);
    expect((await verifyAll({ db, ring })).brokenStreams).toEqual([]);
  });
});

test('while residents go on writing, every case in the backup fits together', async () => {
  const roads = [await startRoad(database), await startRoad(database)];
  const busy = (async () => {
    for (let round = 0; round < 15; round += 1) {
      await startRoad(database);
      await roads[round % 2]?.act('remark', { remark: `第 ${round} 次。(示例)` });
    }
  })();
  await Promise.all([busy, backUp()]);
  await inAnother(async (client, db) => {
    await putBack(client);
    const { cases, broken, brokenStreams, unkept } = await verifyAll({ db, ring });
    expect(cases).toBeGreaterThanOrEqual(2);
    expect({ broken, brokenStreams, unkept }).toEqual({ broken: [], brokenStreams: [], unkept: [] });
  });
});

test('a message that waited is not sent again: whether it left meanwhile nobody knows', async () => {
  await startRoad(database);
  await backUp();
  await inAnother(async (client) => {
    await putBack(client);
    const { rows } = await client.execute('SELECT DISTINCT state, supplier_code FROM outbox');
    expect(rows.map((row) => ({ ...row }))).toEqual([{ state: 'unknown', supplier_code: 'restored' }]);
  });
});

test('what was erased after the backup is erased again, and its chain says so', async () => {
  const road = await startRoad(database);
  const id = await road.id();
  await backUp();
  await eraseCase(road.tools, id, 'staff:feng', 'asked');
  const notes = mkdtempSync(join(tmpdir(), 'minyi-erasures-'));
  writeFileSync(join(notes, `${id}.json`), erasureText({ caseId: id, at: NOW }));
  writeFileSync(join(notes, 'other.json'), '{}');

  await inAnother(async (client, db) => {
    await putBack(client);
    expect(await replayErasures(toolsOf(db), erasedIn(notes))).toBe(1);
    expect(await replayErasures(toolsOf(db), erasedIn(notes))).toBe(0);
    const [stored] = await storedCases(db, { receipt: road.receipt });
    expect(stored).toMatchObject({ key: null, sealed: null, row: { state: 'erased', title: '', answers: '{}' } });
    expect(stored?.events.at(-1)).toMatchObject({ code: 'erased', actor: 'system' });
    expect(await verifyAll({ db, ring })).toMatchObject({ cases: 1, erased: 1, broken: [], unkept: [] });
  });
  rmSync(notes, { recursive: true, force: true });
});

test('the file says nothing in the open, and holds only whole', async () => {
  await startRoad(database);
  await backUp();
  const text = readFileSync(file, 'utf8');
  for (const word of ['路灯', '15400000001', 'cases', 'wanrong']) expect(text).not.toContain(word);
  const lines = text.trimEnd().split('\n');
  const spoilt = async (changed: readonly string[]): Promise<string> => {
    writeFileSync(file, changed.join('\n'));
    const read = (async () => {
      for await (const part of readSealed(file, { ring, now: NOW })) expect(part).toBeDefined();
      return 'whole';
    })();
    return read.catch((error: unknown) => (error as Error).message);
  };
  expect(await spoilt(lines)).toBe('whole');
  expect(await spoilt(lines.slice(0, -1))).toContain('被截断或改过');
  expect(await spoilt([...lines.slice(0, 2), ...lines.slice(3)])).toContain('被截断或改过');
  expect(await spoilt([lines[0] ?? '', lines[2] ?? '', lines[1] ?? '', ...lines.slice(3)])).toContain('被截断或改过');
  expect(await spoilt(['{}', ...lines.slice(1)])).toContain('不是备份文件');
});

test('after 30 days it may not be put back, nor without its key', async () => {
  await startRoad(database);
  await backUp();
  await inAnother(async (client) => {
    await expect(putBack(client, NOW + 31 * DAY)).rejects.toThrow('30 天');
    const other = { ...ring, ids: ['other'] };
    await expect(load(client, readSealed(file, { ring: other, now: NOW }))).rejects.toThrow('密钥环里没有');
  });
});

test('as a command it asks for the erasures of since then before it touches any database', () => {
  const MINYI_KEYS = JSON.stringify({ current: 'test', ring: { test: Buffer.alloc(32, 7).toString('base64') } });
  const run = (...args: string[]): string => {
    const env = { ...process.env, LIBSQL_URL: 'http://127.0.0.1:9', MINYI_KEYS };
    const { status, stderr, stdout } = spawnSync('tsx', ['scripts/restore.ts', ...args], { cwd: ROOT, env });
    return `${status} ${stdout.toString()}${stderr.toString()}`;
  };
  expect(run(file)).toContain('1 备份以后删除过的内容不能再回来');
  expect(run(file, '--no-erasures')).toContain(`没有 ${file}`);
}, 30_000);
