import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type Client } from '@libsql/client/web';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { petitionsOf } from '../../demo/cases/petition.ts';
import { person } from '../../demo/cases/case.ts';
import { migrate } from '../../scripts/migrate.ts';
import { emptyDatabase } from '../../scripts/seed/reset.ts';
import { send } from '../../scripts/seed/send.ts';
import { toolsOf } from '../../scripts/settings.ts';
import { startSqld, type Database } from '../../scripts/sqld.ts';
import { verifyAll } from '../../scripts/verify/walk.ts';
import { streamLines, verdictLines } from '../../scripts/verify/words.ts';
import { openStored, storedCases } from '../../src/cases/stored.ts';
import type { Tools } from '../../src/cases/tools.ts';
import { signedStatement } from '../../src/cases/verify.ts';
import { parseEnv } from '../../src/env.ts';
import { formByKind } from '../../src/forms/index.ts';
import { fixedClock } from '../../src/lib/clock.ts';
import { fingerprintHolds, publicKeys } from '../../src/lib/sealing/signing.ts';
import { siteById } from '../../src/sites/index.ts';

const dir = mkdtempSync(join(tmpdir(), 'minyi-'));
const ringOf = (current: string, ...ids: string[]) =>
  JSON.stringify({
    current,
    ring: Object.fromEntries(ids.map((id, i) => [id, Buffer.alloc(32, i + 1).toString('base64')])),
  });

let database: Database;
let raw: Client;
let tools: Tools;
let receipt: string;

const toolsWith = (keys: string): Tools => {
  const parsed = parseEnv({
    ENVIRONMENT: 'local',
    PUBLIC_URL: 'http://127.0.0.1',
    LIBSQL_URL: database.url,
    MINYI_KEYS: keys,
  });
  if (!parsed.ok) throw new Error(parsed.wrong.join());
  return toolsOf(parsed.settings, fixedClock('2026-11-20T10:00:00+08:00'));
};

beforeAll(async () => {
  database = await startSqld({ dir });
  raw = createClient({ url: database.url });
  await migrate(raw);
  tools = toolsWith(ringOf('old', 'old'));
});
afterAll(async () => {
  await database.stop();
  rmSync(dir, { recursive: true, force: true });
});

/** One petition with a place, which is sealed, down the real road. */
beforeEach(async () => {
  await emptyDatabase(tools.db);
  const [demo] = petitionsOf('wanrong', [
    {
      ref: 'V1',
      daysAgo: 0,
      time: '10:00',
      about: ['request', 'roads', 'guanghua'],
      from: person('丁', '行', 1),
      address: '万荣县光华乡东坡村(示例)',
      place: '村东头(示例)',
      title: '村东头路灯不亮',
      text: '村东头三盏路灯灭了快一个月,晚上看不见。',
    },
  ]);
  const [form, site] = [formByKind('petition'), siteById('wanrong')];
  if (!demo || !form || !site) throw new Error('no petition to send');
  const context = { site, today: '2026-11-20', drafts: [] };
  ({ receipt } = await send(tools, { demo, form, context, sentAt: tools.clock.now() }));
});

const complaints = async (): Promise<string[]> => {
  const { broken, brokenStreams } = await verifyAll(tools);
  return [...broken.flatMap(verdictLines), ...brokenStreams.flatMap(streamLines)];
};

/** What an intruder with the database in hand would do first. */
const withoutTriggers = async (change: string): Promise<void> => {
  await raw.batch(['DROP TRIGGER events_are_not_changed', 'DROP TRIGGER events_are_not_deleted', change], 'write');
};

const restoreTriggers = async (): Promise<void> => {
  await raw.batch(
    [
      `CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are not changed'); END`,
      `CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are not deleted'); END`,
    ],
    'write',
  );
};

test('what came in and was left alone verifies', async () => {
  expect(await complaints()).toEqual([]);
  expect((await verifyAll(tools)).cases).toBe(1);
});

test('a case still verifies after the keys were rotated', async () => {
  const rotated = toolsWith(ringOf('new', 'old', 'new'));
  expect((await verifyAll(rotated)).broken).toEqual([]);
});

test('without the key that signed it a case is not called good', async () => {
  const [verdict] = (await verifyAll(toolsWith(ringOf('other', 'other')))).broken;
  expect(verdict?.faults).toEqual([{ is: 'locked' }]);
});

test('a changed answer is named', async () => {
  await raw.execute(`UPDATE cases SET answers = replace(answers, '三盏', '两盏')`);
  expect(await complaints()).toEqual([expect.stringMatching(new RegExp(`✗ ${receipt} .*指纹不符`))]);
});

test('a sealed answer that was cut out is named', async () => {
  await raw.execute(`UPDATE case_secrets SET sealed = '{}'`);
  expect(await complaints()).toEqual([expect.stringContaining('指纹不符')]);
});

test('answers that are no longer JSON are named, not stumbled over', async () => {
  await raw.execute(`UPDATE cases SET answers = '{'`);
  expect(await complaints()).toEqual([expect.stringContaining('指纹不符')]);
});

test('a key that vanished without anybody withdrawing is named', async () => {
  await raw.execute('DELETE FROM case_keys');
  expect(await complaints()).toContainEqual(expect.stringContaining('密钥不见了'));
});

test('a state that no event led to is named', async () => {
  await raw.execute(`UPDATE cases SET state = 'answered'`);
  expect(await complaints()).toEqual([expect.stringContaining('状态与最后一条事件不符')]);
});

test('events can neither be changed nor deleted', async () => {
  await expect(raw.execute(`UPDATE events SET code = 'x'`)).rejects.toThrow('events are not changed');
  await expect(raw.execute('DELETE FROM events')).rejects.toThrow('events are not deleted');
});

test('a changed event is named, even where the triggers were removed first', async () => {
  await withoutTriggers(`UPDATE events SET at = at - 86400000`);
  expect(await complaints()).toEqual([expect.stringContaining('第 1 条被改过')]);
  await restoreTriggers();
});

test('a deleted event is named, even the last one of its chain', async () => {
  await withoutTriggers('DELETE FROM events');
  expect(await complaints()).toEqual([expect.stringContaining('第 1 条不见了')]);
  await restoreTriggers();
});

test('a case that vanished is named by the chain it leaves behind', async () => {
  await raw.execute('DELETE FROM cases');
  expect(await complaints()).toEqual([expect.stringContaining('案件不见了')]);
});

test('anybody can check the statement with the published keys alone, and it names nobody', async () => {
  const [stored] = await storedCases(tools.db, { receipt });
  if (!stored) throw new Error('no case');
  const opened = await openStored(tools.ring, stored);
  if (opened.is !== 'open') throw new Error(opened.is);
  const text = (await signedStatement(tools.ring, stored, opened.body)) ?? '';
  expect(await fingerprintHolds(await publicKeys(tools.ring), text, stored.row.fingerprint)).toBe(true);
  expect(await fingerprintHolds(await publicKeys(tools.ring), `${text} `, stored.row.fingerprint)).toBe(false);
  for (const secret of ['丁某行', '15400000001', '东坡村']) expect(text).not.toContain(secret);
});
