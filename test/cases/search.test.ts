import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDatabase } from '../../scripts/seed/reset.ts';
import { contextsOf, indexWaiting } from '../../src/cases/search-index.ts';
import { canSearch, search, SEARCH_PAGE, type SearchTools } from '../../src/cases/search.ts';
import { submit } from '../../src/cases/submit.ts';
import { formByKind } from '../../src/forms/index.ts';
import { blindIndex } from '../../src/lib/sealing/blind-index.ts';
import { openKeyRing } from '../../src/lib/sealing/key-ring.ts';
import { siteById, sites } from '../../src/sites/index.ts';
import type { Reader } from '../../src/cases/scope.ts';
import { advance } from '../../src/cases/advance.ts';
import { actAsSender } from '../../src/cases/act.ts';
import { lookUp } from '../../src/cases/look-up.ts';
import { petitionBody, pledgeBody } from '../harness/bodies.ts';
import { startDatabase, testRing, type TestDatabase } from '../harness/database.ts';
import type { Json } from '../harness/client.ts';
import { toolsOf } from './tools.ts';

let database: TestDatabase;
let now = Date.parse('2026-11-20T10:00:00+08:00');
const ring = testRing();
const toolsAt = () => toolsOf(database.db, { clock: { now: () => now } });
const searching = (): SearchTools => ({ db: database.db, ring, contextOf: contextsOf(sites, []) });
beforeAll(async () => {
  database = await startDatabase();
  await emptyDatabase(database.db);
}, 30_000);
afterAll(() => database.stop());

const NOWHERE = { id: 'somebody', site: null, station: null, department: null };
const clerk: Reader = { ...NOWHERE, role: 'county-clerk', site: 'wanrong' };
const station: Reader = { ...NOWHERE, role: 'station-clerk', site: 'wanrong', station: 'gaocun' };
const deputy: Reader = { ...NOWHERE, role: 'deputy', site: 'wanrong', station: 'gaocun' };
const water: Reader = { ...NOWHERE, role: 'department-handler', site: 'wanrong', department: '县水利局' };
const reports: Reader = { ...NOWHERE, role: 'report-officer', site: 'wanrong' };

async function send(
  answers: Json,
  { site: id = 'wanrong', phone = '15400000001', kind = 'petition', body }: Sent = {},
) {
  now += 1000;
  const [site, form] = [siteById(id), formByKind(kind)];
  if (!site || !form) throw new Error('no such county or kind');
  const raw = body ?? petitionBody(answers, { contact: { name: '李某芳(示例)', phone, address: '光华乡(示例)' } });
  const sent = await submit(toolsAt(), {
    form,
    context: { site, today: '2026-11-20', drafts: [] },
    raw,
    lang: 'zh',
    sender: { is: 'partner', name: 'test', perDay: null, limited: false },
  });
  if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  return sent.value.answer;
}
interface Sent {
  site?: string;
  phone?: string;
  kind?: string;
  body?: Json;
}

const sweep = async (): Promise<void> => {
  while ((await indexWaiting(searching(), 50)) === 50);
};
const titles = async (reader: Reader, query: string, after = ''): Promise<string[]> =>
  (await search(searching(), reader, query, after)).lines.map(({ title }) => title);
const waiting = async () => (await database.client.execute('SELECT case_id FROM unindexed')).rows.length;
const rowsOf = async (table: string): Promise<number> =>
  Number((await database.client.execute(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.['n']);

test('a case is found by two characters of its title or body once the sweep has passed, the newest first', async () => {
  await send({ title: '解店镇路灯坏了', body: '三盏路灯灭了快一个月,晚上看不见。' });
  await send({ title: '渠道塌了一段', body: '村北支渠塌了,路灯下面也积了水。' });
  expect(await titles(clerk, '路灯')).toEqual([]);
  await sweep();
  expect(await titles(clerk, '路灯')).toEqual(['渠道塌了一段', '解店镇路灯坏了']);
  expect(await titles(clerk, '路灯 支渠')).toEqual(['渠道塌了一段']);
  expect(await waiting()).toBe(0);
});

test('a longer word must stand there as it is typed, not only its pairs', async () => {
  await send({ title: '一处路灯不亮', body: '东边的路灯,亮灯不亮全看运气,路灯不修。' });
  await send({ title: '灯不亮又是路灯', body: '修路灯的人说灯不亮是线断了。(示例)' });
  await sweep();
  expect(await titles(clerk, '路灯不亮')).toEqual(['一处路灯不亮']);
});

test('letters and digits count in any width and case, and by their beginning', async () => {
  await send({ title: 'LED屏太亮', body: '广场的 LED 大屏到 23 点还亮着。' });
  await sweep();
  for (const typed of ['led', 'ＬＥＤ', 'LED屏', 'le', '23'])
    expect([typed, await titles(clerk, typed)]).toEqual([typed, ['LED屏太亮']]);
  expect(await titles(clerk, 'ed')).toEqual([]);
  expect(await titles(clerk, 'request')).toEqual([]);
});

test('one character, blanks and signs are nothing to search by; what looks like a query language is only text', async () => {
  for (const nothing of ['灯', ' ', '%', '""', 'a', '*'])
    expect([nothing, canSearch(nothing)]).toEqual([nothing, false]);
  for (const odd of ['路灯" OR "渠道', '路灯*', '-路灯', 'NEAR(路灯)', '@wanrong', '#petition'])
    expect([odd, (await search(searching(), clerk, odd, '')).lines.length >= 0]).toEqual([odd, true]);
  expect(await titles(clerk, '@wanrong')).toEqual([]);
});

test('the words are quoted short and marked, as the sender wrote them', async () => {
  await send({ title: '机井坏了三天', body: '前面一句话。机井<b>坏了</b>没人修,浇不上地。' });
  await sweep();
  const { lines } = await search(searching(), clerk, '机井 坏了', '');
  expect(lines[0]?.marked).toEqual([
    { text: '机井', found: true },
    { text: '坏了', found: true },
    { text: '三天', found: false },
  ]);
  expect(lines[0]?.excerpt).toEqual([
    { text: '前面一句话。', found: false },
    { text: '机井', found: true },
    { text: '<b>', found: false },
    { text: '坏了', found: true },
    { text: '</b>没人修,浇不上地。', found: false },
  ]);
});

test('nobody finds what is outside the reach: another station, another county, a report, spam', async () => {
  await send({ title: '高村站的护栏', station: 'gaocun' });
  await send({ title: '解店站的护栏', station: 'jiedian' });
  await send({ title: '平陆县的护栏' }, { site: 'pinglu' });
  await send(
    { category: 'report', topic: 'other', title: '检举的护栏', body: '护栏采购有问题,请查一查。' },
    { phone: '15400000009' },
  );
  const spam = await send({ title: '广告里的护栏', station: 'gaocun' });
  await database.client.execute({ sql: 'UPDATE cases SET spam = 1 WHERE receipt = ?', args: [spam.receipt] });
  await sweep();
  expect(await titles(station, '护栏')).toEqual(['高村站的护栏']);
  expect(await titles(clerk, '护栏')).toEqual(['解店站的护栏', '高村站的护栏']);
  expect(await titles({ ...clerk, site: 'pinglu' }, '护栏')).toEqual(['平陆县的护栏']);
  expect(await titles({ ...clerk, site: null }, '护栏')).toEqual([]);
  for (const role of ['administrator', 'auditor'] as const)
    expect(await titles({ ...NOWHERE, role }, '护栏')).toEqual([]);
  expect(await titles(reports, '护栏')).toEqual([]);
  const { rows } = await database.client
    .execute(`SELECT count(*) AS n FROM case_word_rows r JOIN cases c ON c.id = r.case_id
    WHERE c.restricted = 1 OR c.spam = 1`);
  expect(rows[0]?.['n']).toBe(0);
});

test('a phone is found whole, under every key of the ring, and only by roles that may see it', async () => {
  const old = openKeyRing({ current: 'old', ring: { old: Buffer.alloc(32, 9).toString('base64') } });
  const { receipt } = await send({ title: '用旧密钥写的', station: 'gaocun' }, { phone: '15400000077' });
  await database.client.execute({
    sql: 'UPDATE cases SET phone_index = ? WHERE receipt = ?',
    args: [await blindIndex(old, 'phone', '15400000077'), receipt],
  });
  await send({ title: '用新密钥写的', station: 'gaocun' }, { phone: '15400000077' });
  const both = openKeyRing({
    current: 'test',
    ring: { old: Buffer.alloc(32, 9).toString('base64'), test: Buffer.alloc(32, 7).toString('base64') },
  });
  const found = await search({ ...searching(), ring: both }, station, '+86 154 0000 0077', '');
  expect(found.lines.map(({ title }) => title)).toEqual(['用新密钥写的', '用旧密钥写的']);
  expect(await titles(station, '1540000007')).toEqual([]);
  expect(await titles(deputy, '15400000077')).toEqual([]);
  expect(await titles(reports, '15400000009')).toHaveLength(1);
  expect(await titles(clerk, '15400000009')).toEqual([]);
});

test('the end of a number is enough, in full width and small letters, within the reach', async () => {
  const { receipt } = await send({ title: '只记得尾号', station: 'gaocun' });
  const end = receipt.slice(-5);
  const wide = end.replaceAll(/[!-~]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0));
  for (const typed of [end, wide, end.toLowerCase(), receipt.slice(4)])
    expect([typed, await titles(clerk, typed)]).toEqual([typed, ['只记得尾号']]);
  expect(await titles({ ...station, station: 'jiedian' }, end)).toEqual([]);
  expect(await titles(clerk, end.slice(-3))).toEqual([]);
});

test('a department finds what it holds or helps with, once it holds it', async () => {
  const { receipt } = await send({ title: '泵房漏水', station: 'gaocun' });
  await sweep();
  expect(await titles(water, '泵房')).toEqual([]);
  now += 1000;
  const given = await advance(toolsAt(), {
    case: { receipt },
    action: 'assign',
    actor: 'staff:x',
    input: { lead: '县住建局', with: '县公安局、 县水利局' },
  });
  expect(given.ok).toBe(true);
  await sweep();
  expect(await titles(water, '泵房')).toEqual(['泵房漏水']);
  now += 1000;
  await advance(toolsAt(), { case: { receipt }, action: 'return', actor: 'staff:y', input: { remark: '不归我们管' } });
  expect(await titles(water, '泵房')).toEqual([]);
});

test('an erased case leaves the index in the batch that erases it, and no sweep brings it back', async () => {
  const body = pledgeBody({ public: true }, { contact: { name: '贺某甲(示例)', phone: '15400000302' } });
  const before = await rowsOf('case_word_rows');
  const { receipt, code } = await send({}, { site: 'jishan', kind: 'pledge', body });
  await sweep();
  const indexed = await rowsOf('case_word_rows');
  const [site, form] = [siteById('jishan'), formByKind('pledge')];
  if (!site || !form) throw new Error('no such county');
  const found = await lookUp(toolsAt(), { site, receipt, code, address: '203.0.113.7' });
  if (!found.ok) throw new Error(found.error.code);
  // Read by a sweep that has not written yet: the erasure must win.
  await database.client.execute({ sql: 'INSERT INTO unindexed VALUES (?, 1)', args: [found.value.row.id] });
  now += 1000;
  expect((await actAsSender(toolsAt(), found.value, form, 'withdraw')).ok).toBe(true);
  expect([indexed, await rowsOf('case_word_rows')]).toEqual([before + 1, before]);
  await sweep();
  expect([await rowsOf('case_word_rows'), await waiting()]).toEqual([before, 0]);
});

test('a case that changed while it was read is left to the next sweep', async () => {
  await send({ title: '改过的题目', station: 'gaocun' });
  const racing: SearchTools = {
    ...searching(),
    db: {
      ...database.db,
      async write(statements) {
        await database.client.execute(
          "UPDATE cases SET title = '新题目甲乙', answers = replace(answers, '改过的题目', '新题目甲乙') WHERE title = '改过的题目'",
        );
        return database.db.write(statements);
      },
    },
  };
  await indexWaiting(racing, 50);
  expect(await waiting()).toBe(1);
  await sweep();
  expect(await titles(clerk, '新题目甲乙')).toEqual(['新题目甲乙']);
  expect(await titles(clerk, '改过的题目')).toEqual([]);
});

test('many finds come page by page, each once, and two of one millisecond are two', async () => {
  const still = now + 1000;
  for (let n = 0; n < SEARCH_PAGE + 5; n += 1) {
    now = still - 1000;
    await send({ title: `同一时刻的桥洞${n}`, station: 'gaocun' });
  }
  await sweep();
  const first = await search(searching(), station, '桥洞', '');
  const second = await search(searching(), station, '桥洞', first.next ?? '');
  expect([first.lines.length, second.lines.length, second.next]).toEqual([SEARCH_PAGE, 5, null]);
  expect(new Set([...first.lines, ...second.lines].map(({ id }) => id)).size).toBe(SEARCH_PAGE + 5);
});

test('everything can be indexed again from the beginning', async () => {
  const [n] = (await database.client.execute('SELECT count(*) AS n FROM case_word_rows')).rows;
  await database.client.execute('INSERT INTO unindexed SELECT id, 1 FROM cases');
  await sweep();
  await sweep();
  expect((await database.client.execute('SELECT count(*) AS n FROM case_word_rows')).rows[0]).toEqual(n);
  expect(await titles(station, '高村站 护栏')).toEqual(['高村站的护栏']);
});
