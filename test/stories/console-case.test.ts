import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffTools } from '../../src/staff/tools.ts';
import { petitionBody } from '../harness/bodies.ts';
import { clientOf, mailFor } from '../harness/client.ts';
import { NOTE } from '../harness/road.ts';
import { enrolAt, invite, staffToolsOf, type StaffBrowser } from '../harness/staff.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
let tools: StaffTools;
let feng: StaffBrowser;
let colleague: StaffBrowser;
const gaocun = { site: 'wanrong', station: 'gaocun' };
beforeAll(async () => {
  stack = await startStack();
  tools = staffToolsOf(stack);
  feng = (await enrolAt(stack, (await invite(tools, 'station-clerk', gaocun)).path)).browser;
  colleague = (await enrolAt(stack, (await invite(tools, 'station-clerk', gaocun)).path)).browser;
});
afterAll(async () => {
  tools.db.close();
  await stack.stop();
});

async function petition(answers = {}) {
  const contact = { name: '李某芳(示例)', phone: '15400000001', address: '万荣县光华乡前岭(示例)' };
  const body = petitionBody({ station: 'gaocun', category: 'request', ...answers }, { contact });
  const { receipt, code } = (await clientOf(stack).post('petitions', body)).body as Record<string, string>;
  return { receipt: receipt ?? '', code, path: `/staff/cases/${receipt?.toLowerCase()}` };
}
const seenOn = (page: string): string => /name="seen" value="(\d+)"/.exec(page)?.[1] ?? '';
const REMARK = '请水利所先去现场拍照量尺寸';

test('a clerk accepts and answers; the resident reads the answer word for word, and not the remark', async () => {
  const { receipt, code, path } = await petition();
  const list = await feng.get('/staff/cases');
  expect(list.page).toContain(path);
  expect((await feng.get(path)).page).toContain('信访工作条例');
  expect((await feng.post(`${path}/accept`, { seen: '1' })).location).toBe(path);
  const form = await feng.get(`${path}/answer`);
  expect(form.page).toContain('居民可见');
  expect(form.page).toContain('仅内部');
  const values = { seen: seenOn(form.page), outcome: 'supported', note: NOTE, remark: REMARK };
  expect(await feng.post(`${path}/answer`, values)).toMatchObject({ status: 303, location: path });
  const { body } = await clientOf(stack).post('status', { receipt, code });
  expect(body).toMatchObject({ state: 'answered', due: null });
  expect(body['timeline']).toMatchObject([{ event: 'answer', note: NOTE }, { event: 'accept' }, { event: 'received' }]);
  expect(JSON.stringify(body)).not.toContain('水利所');
  const { page } = await feng.get(path);
  for (const words of [NOTE, REMARK, '已答复', '回访', '办结']) expect(page).toContain(words);
  expect((await mailFor(stack, receipt, 3)).map(({ text }) => text).join()).toContain('已有答复');
});

test('the head of every page says how many tasks wait: a landline must be called', async () => {
  const contact = { name: '任某安(示例)', phone: '0359-0000020' };
  const { body } = await clientOf(stack).post('petitions', petitionBody({ station: 'gaocun' }, { contact }));
  const path = `/staff/cases/${String(body['receipt']).toLowerCase()}`;
  for (const place of ['/staff', '/staff/account', '/staff/cases', '/staff/tasks', path, `${path}/accept`]) {
    const { page } = await feng.get(place);
    expect([place, /待办<span class="count">(\d+)/.exec(page)?.[1]]).toEqual([place, '1']);
  }
});

test('what the action asks and was left out is said beside the filled form', async () => {
  const { path } = await petition();
  await feng.post(`${path}/accept`, { seen: '1' });
  const again = await feng.post(`${path}/answer`, { seen: '2', remark: REMARK });
  expect(again.status).toBe(422);
  expect(again.page).toContain('data-summary');
  expect(again.page).toContain(REMARK);
});

test('an officer begins with a text for topic and outcome; what it leaves blank is refused by name', async () => {
  const { receipt, path } = await petition({ topic: 'jobs', title: '工地干了两个月没给工钱' });
  await feng.post(`${path}/accept`, { seen: '1' });
  const empty = await feng.get(`${path}/answer`);
  expect(empty.page).toContain('<option value="explained"');
  expect(empty.page).toMatch(/name="claims"[^>]*>\s*工地干了两个月没给工钱</);
  const form = await feng.get(`${path}/answer?template=explained`);
  expect(form.page).toMatch(/name="note"[^>]*>\s*您好。您说的有道理/);
  expect(form.page).toMatch(/value="explained"[^>]*checked|checked[^>]*value="explained"/);
  const values = { seen: seenOn(form.page), outcome: 'explained', claims: '要回工钱', note: NOTE };
  const blank = await feng.post(`${path}/answer`, { ...values, facts: '{单位}于{日期}核对过。', basis: '《条例》' });
  expect(blank.status).toBe(422);
  for (const words of ['还没有填好: {单位}、{日期}。', NOTE]) expect(blank.page).toContain(words);
  const other = await petition({ topic: 'jobs' });
  const told = await feng.get(`${other.path}/direct?template=direct-wages`);
  expect(told.page).toContain(`编号 ${other.receipt}`);
  expect((await feng.get(`${other.path}/direct?template=nothing`)).status).toBe(200);
  expect(told.page).not.toContain(receipt);
});

test('of two clerks the second is told what the first did, and keeps what was typed', async () => {
  const { path } = await petition();
  expect((await colleague.post(`${path}/accept`, { seen: '1' })).status).toBe(303);
  const late = await feng.post(`${path}/extend`, { seen: '1', moreDays: '5', note: NOTE });
  expect(late.status).toBe(409);
  for (const words of ['有了变化', '受理', NOTE]) expect(late.page).toContain(words);
  expect(seenOn(late.page)).toBe('2');
  const gone = await feng.post(`${path}/register`, { seen: '1', remark: REMARK });
  expect(gone.status).toBe(409);
  expect(gone.page).toContain(REMARK);
  expect(seenOn(gone.page)).toBe('');
});

test('personal data is masked; seeing it takes a reason and a fresh proof, and stands in the chain', async () => {
  const { receipt, path } = await petition();
  const masked = await feng.get(path);
  expect(masked.page).toContain('154****0001');
  for (const words of ['15400000001', '李某芳']) expect(masked.page).not.toContain(words);
  expect((await feng.post(`${path}/reveal`)).status).toBe(422);
  const shown = await feng.post(`${path}/reveal`, { why: 'call-back' });
  expect(shown.status).toBe(200);
  for (const words of ['15400000001', '李某芳(示例)', '打电话联系来信人']) expect(shown.page).toContain(words);
  expect((await colleague.get(path)).page).toContain('打电话联系来信人');
  const { rows } = await stack.db.execute({
    sql: 'SELECT e.actor, e.code, e.data FROM events e JOIN cases c ON c.id = e.stream WHERE c.receipt = ? ORDER BY e.seq',
    args: [receipt],
  });
  expect(rows[1]).toMatchObject({ code: 'revealed', data: '{"why":"call-back"}' });
  expect(rows[1]?.['actor']).toMatch(/^staff:/);
  await stack.db.execute('UPDATE staff_sessions SET proved_at = 0');
  const asked = await feng.post(`${path}/reveal`, { why: 'call-back' });
  expect([asked.status, asked.location]).toEqual([303, `/staff/prove?to=${encodeURIComponent(path)}`]);
});

test('a colleague who only looked is no change: the answer goes through', async () => {
  const { path } = await petition();
  await stack.db.execute({ sql: 'UPDATE staff_sessions SET proved_at = ?', args: [Date.now()] });
  expect((await colleague.post(`${path}/reveal`, { why: 'visit' })).status).toBe(200);
  expect((await feng.post(`${path}/accept`, { seen: '1' })).status).toBe(303);
});

test('without saying what one has seen nothing is done, and nothing from a foreign page', async () => {
  const { path } = await petition();
  expect((await feng.post(`${path}/accept`)).status).toBe(409);
  const foreign = { origin: 'https://bad.example' };
  for (const place of ['accept', 'reveal']) expect((await feng.post(`${path}/${place}`, {}, foreign)).status).toBe(403);
});

test('a script somebody sent is text in the list and on the page', async () => {
  const { path } = await petition({ title: '<script>alert(1)</script>' });
  await stack.scheduled();
  const sought = await feng.post('/staff/search', { query: 'alert' });
  for (const place of ['/staff/cases?view=all', path, sought.location ?? '']) {
    const page = (await feng.get(place)).page.replaceAll(/<\/?mark>/g, '');
    expect(page).toContain('&lt;script&gt;alert(1)');
    expect(page).not.toContain('<script>alert');
  }
});

test('a long list goes on page by page, each case once; filters stay', async () => {
  const { receipt } = await petition();
  const { rows } = await stack.db.execute({ sql: 'SELECT * FROM cases WHERE receipt = ?', args: [receipt] });
  const row = rows[0] ?? {};
  const names = Object.keys(row);
  const insert = `INSERT INTO cases (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  for (let n = 0; n < 120; n += 1) {
    const changed: Record<string, unknown> = {
      ...row,
      id: `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`,
      receipt: `WR-22222-${30_000 + n}`,
      topic: 'elderly',
      due_date: `2026-12-${String(10 + (n % 5))}`,
    };
    await stack.db.execute({ sql: insert, args: names.map((name) => changed[name] as string) });
  }
  for (const view of ['open', 'all']) {
    const found: string[] = [];
    let path: string | undefined = `/staff/cases?view=${view}&topic=elderly`;
    for (let turn = 0; path !== undefined && turn < 5; turn += 1) {
      const { page } = await feng.get(path);
      found.push(...Array.from(page.matchAll(/receipt-number">([^<]+)/g), (match) => match[1] ?? ''));
      path = /href="([^"]+)" rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
    }
    expect([view, found.length, new Set(found).size]).toEqual([view, 120, 120]);
  }
});
