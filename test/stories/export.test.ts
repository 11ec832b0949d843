import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyAll } from '../../scripts/verify/walk.ts';
import type { StaffTools } from '../../src/staff/tools.ts';
import { petitionBody } from '../harness/bodies.ts';
import { clientOf } from '../harness/client.ts';
import { enrolAt, invite, staffToolsOf, type StaffBrowser } from '../harness/staff.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
let tools: StaffTools;
let clerk: StaffBrowser;
let clerkId: string;
let deputy: StaffBrowser;
let cleared: StaffBrowser;
const gaocun = { site: 'wanrong', station: 'gaocun' };
const FORMULA = "=cmd|' /C calc'!A0";
const [NAME, PHONE] = ['李某芳(示例)', '15400000001'];
const sent: string[] = [];

async function send(answers: Record<string, unknown>): Promise<string> {
  const contact = { name: NAME, phone: PHONE, address: '万荣县光华乡前岭(示例)' };
  const { receipt } = (await clientOf(stack).post('petitions', petitionBody(answers, { contact }))).body;
  return String(receipt);
}

beforeAll(async () => {
  stack = await startStack();
  tools = staffToolsOf(stack);
  const invited = await invite(tools, 'station-clerk', gaocun);
  clerkId = invited.account.id;
  clerk = (await enrolAt(stack, invited.path)).browser;
  deputy = (await enrolAt(stack, (await invite(tools, 'deputy', gaocun)).path)).browser;
  cleared = (await enrolAt(stack, (await invite(tools, 'report-officer', { site: 'wanrong' })).path)).browser;
  for (const title of [FORMULA, '渠道损坏浇不了地', '机井坏了三天没人修'])
    sent.push(await send({ station: 'gaocun', title }));
  sent.push(await send({ station: 'gaocun', topic: 'irrigation', title: '支渠塌了一段' }));
  await send({ station: 'jiedian', title: '别的站的一件' });
  await send({ category: 'report', topic: 'other', title: '举报的一件' });
});
afterAll(async () => {
  tools.db.close();
  await stack.stop();
});

const MASKED = { view: 'all', format: 'csv', personal: 'masked' };
const chainOf = async (stream: string, code: string) => {
  const sql = 'SELECT data FROM events WHERE stream = ? AND code = ? ORDER BY seq';
  return (await stack.db.execute({ sql, args: [stream, code] })).rows.map(
    ({ data }) => JSON.parse(data as string) as Record<string, unknown>,
  );
};
const idOf = async (receipt: string): Promise<string> =>
  (await stack.db.execute({ sql: 'SELECT id FROM cases WHERE receipt = ?', args: [receipt] })).rows[0]?.[
    'id'
  ] as string;
const linesOf = (csv: string): string[] => csv.split('\r\n').slice(0, -1);

test('the list leaves as it is shown: band, head, a line a case, senders masked, formulas as text', async () => {
  expect((await clerk.get('/staff/cases?view=all')).page).toContain('/staff/export?view=all');
  expect((await clerk.get('/staff/export?view=all')).page).toContain('这里有 4 件。');
  const { status, page, headers } = await clerk.post('/staff/export', MASKED);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="minyi-wanrong-\d{4}-\d\d-\d\d\.csv"$/);
  const [band, head, ...lines] = linesOf(page);
  expect(band).toContain('演示系统, 不是政府网站');
  expect(head).toBe(
    '"编号","种类","状态","主题","标题","联络站","承办","提交时间","到期日","期限","姓名","电话","内容"',
  );
  expect(lines.map((line) => line.slice(1, 15))).toEqual(sent.toReversed());
  expect(lines[3]).toContain(`"'${FORMULA}"`);
  for (const line of lines) expect(line).toContain('"李**","154****0001","村东头三盏路灯');
  for (const words of [PHONE, NAME, '前岭', '别的站', '举报的一件']) expect(page).not.toContain(words);
  expect(await chainOf(`account:${clerkId}`, 'exported')).toEqual([
    { from: 'inbox', view: 'all', format: 'csv', cases: 4, most: 20_000, full: false, why: null },
  ]);
});

test('filters hold for the file as for the list', async () => {
  const { page } = await clerk.post('/staff/export', { ...MASKED, topic: 'irrigation', station: 'jiedian' });
  expect(linesOf(page)).toHaveLength(3);
  expect(page).toContain('支渠塌了一段');
  expect((await chainOf(`account:${clerkId}`, 'exported')).at(-1)).toMatchObject({ topic: 'irrigation', cases: 1 });
});

test('what a search found leaves as well, and its address says nothing of the words', async () => {
  await stack.scheduled();
  const { location } = await clerk.post('/staff/search', { query: '机井' });
  const found = await clerk.get(location ?? '');
  const q = /\/staff\/export\?q=([^"&]+)/.exec(found.page)?.[1] ?? '';
  expect((await clerk.get(`/staff/export?q=${q}`)).page).toContain('这里有 1 件。');
  const { page } = await clerk.post('/staff/export', { q: decodeURIComponent(q), format: 'csv', personal: 'masked' });
  expect([linesOf(page).length, page.includes('机井坏了三天没人修')]).toEqual([3, true]);
  expect((await chainOf(`account:${clerkId}`, 'exported')).at(-1)).toEqual({
    from: 'search',
    format: 'csv',
    cases: 1,
    most: 1000,
    full: false,
    why: null,
  });
  expect((await clerk.get('/staff/export?q=forged')).status).toBe(404);
});

test('a workbook opens and holds the same text, never a formula', async () => {
  const response = await fetch(`${stack.staffUrl}/staff/export`, {
    method: 'POST',
    headers: { origin: stack.staffUrl, cookie: clerk.cookie() },
    body: new URLSearchParams({ ...MASKED, format: 'xlsx' }),
  });
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet.match(/<row>/g)).toHaveLength(6);
  expect(sheet).toContain(`<t xml:space="preserve">${FORMULA}</t>`);
  expect(sheet).not.toContain('<f>');
});

test('in full it takes a reason and a fresh proof, keeps what was chosen, and stands in every chain', async () => {
  const full = { ...MASKED, personal: 'full' };
  const asked = await clerk.post('/staff/export', full);
  expect([asked.status, asked.page.includes('显示个人信息, 请选一个理由')]).toEqual([422, true]);
  await stack.db.execute('UPDATE staff_sessions SET proved_at = 0');
  const unproved = await clerk.post('/staff/export', { ...full, why: 'calls' });
  expect(unproved.status).toBe(422);
  for (const words of ['要在 5 分钟内确认过是您本人', 'value="calls" selected']) expect(unproved.page).toContain(words);
  expect(unproved.page).not.toContain(PHONE);
  const before = await chainOf(`account:${clerkId}`, 'exported');
  await stack.db.execute({ sql: 'UPDATE staff_sessions SET proved_at = ?', args: [Date.now()] });
  const { page } = await clerk.post('/staff/export', { ...full, why: 'calls' });
  expect(linesOf(page)).toHaveLength(6);
  for (const words of [`"${NAME}","'${PHONE}"`, '前岭']) expect(page).toContain(words);
  expect((await chainOf(`account:${clerkId}`, 'exported')).slice(before.length)).toEqual([
    { from: 'inbox', view: 'all', format: 'csv', cases: 4, most: 2000, full: true, why: 'calls' },
  ]);
  for (const receipt of sent)
    expect(await chainOf(await idOf(receipt), 'revealed')).toEqual([{ why: 'calls', through: 'export' }]);
  expect((await clerk.get(`/staff/cases/${sent[0]}`)).page).toContain('导出了个人信息: 逐件打电话联系来信人');
});

test('a deputy exports masked and never in full', async () => {
  expect((await deputy.get('/staff/export?view=all')).page).not.toContain('value="full"');
  const { page } = await deputy.post('/staff/export', MASKED);
  expect([linesOf(page).length, page.includes(PHONE)]).toEqual([6, false]);
  expect((await deputy.post('/staff/export', { ...MASKED, personal: 'full', why: 'calls' })).status).toBe(404);
});

test('a 检举控告 stands in the file of whoever is cleared for it, and in no other', async () => {
  const { page } = await cleared.post('/staff/export', MASKED);
  expect(linesOf(page)).toHaveLength(3);
  expect(page).toContain('举报的一件');
});

test('nothing is exported for a foreign page, nor without a choice', async () => {
  expect((await clerk.post('/staff/export', MASKED, { origin: 'https://bad.example' })).status).toBe(403);
  for (const wrong of [{ format: 'exe' }, { personal: '' }])
    expect((await clerk.post('/staff/export', { ...MASKED, ...wrong })).status).toBe(422);
});

/** As many more cases at the station, copies of one in all but number and id. */
async function addCases(from: number, to: number): Promise<void> {
  const columns = (await stack.db.execute('PRAGMA table_info(cases)')).rows.map(({ name }) => name as string);
  const copied = columns.map((name) => {
    if (name === 'id') return "printf('00000000-0000-7000-8000-%012x', n)";
    return name === 'receipt' ? "printf('WR-%05d-%05d', n / 100000, n % 100000)" : `c."${name}"`;
  });
  await stack.db.execute({
    sql: `INSERT INTO cases (${columns.map((name) => `"${name}"`).join()})
      WITH RECURSIVE numbers(n) AS (SELECT ${from} UNION ALL SELECT n + 1 FROM numbers WHERE n < ${to})
      SELECT ${copied.join()} FROM numbers CROSS JOIN cases c WHERE c.receipt = ?`,
    args: [sent[1] ?? ''],
  });
}

test('twenty thousand cases leave in pieces, each once; one more, and it is said before, never cut', async () => {
  await addCases(1, 19_996);
  const { status, headers, page } = await clerk.post('/staff/export', MASKED);
  expect([status, headers.get('content-length')]).toEqual([200, null]);
  const numbers = linesOf(page)
    .slice(2)
    .map((line) => line.split('","')[0]);
  expect([numbers.length, new Set(numbers).size]).toEqual([20_000, 20_000]);
  const { rows } = await stack.db.execute("SELECT count(*) AS n FROM events WHERE code = 'exported'");
  await addCases(19_997, 19_997);
  const asked = await clerk.get('/staff/export?view=all');
  expect(asked.status).toBe(422);
  expect(asked.page).toContain('一个文件最多 20000 件');
  expect((await clerk.post('/staff/export', MASKED)).status).toBe(422);
  expect((await stack.db.execute("SELECT count(*) AS n FROM events WHERE code = 'exported'")).rows).toEqual(rows);
  await stack.db.execute("DELETE FROM cases WHERE id LIKE '00000000-%'");
}, 180_000);

test('every chain is whole', async () => {
  const { broken, brokenStreams } = await verifyAll(tools);
  expect([broken, brokenStreams]).toEqual([[], []]);
});
