import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyAll } from '../../scripts/verify/walk.ts';
import type { StaffTools } from '../../src/staff/tools.ts';
import { clientOf, mailFor } from '../harness/client.ts';
import { codeOn, filingForm, receiptOn } from '../harness/filing.ts';
import { enrolAt, invite, staffToolsOf, type StaffBrowser } from '../harness/staff.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
let tools: StaffTools;
let clerk: StaffBrowser;
let clerkId: string;
let colleague: StaffBrowser;
let grid: StaffBrowser;
const gaocun = { site: 'wanrong', station: 'gaocun' };

async function staffOf(role: 'station-clerk' | 'grid-worker'): Promise<[StaffBrowser, string]> {
  const { account, path } = await invite(tools, role, gaocun);
  return [(await enrolAt(stack, path)).browser, account.id];
}

beforeAll(async () => {
  stack = await startStack();
  tools = staffToolsOf(stack);
  [clerk, clerkId] = await staffOf('station-clerk');
  [colleague] = await staffOf('station-clerk');
  [grid] = await staffOf('grid-worker');
});
afterAll(async () => {
  tools.db.close();
  await stack.stop();
});

const MOBILE = '15400000004';
const file = (who: StaffBrowser, more: Record<string, string | undefined> = {}) =>
  who.post('/staff/file/petition', filingForm(more));
const chainOf = async (receipt: string) => {
  const sql =
    'SELECT e.actor, e.code, e.data FROM events e JOIN cases c ON c.id = e.stream WHERE c.receipt = ? ORDER BY e.seq';
  return (await stack.db.execute({ sql, args: [receipt] })).rows.map(({ actor, code, data }) => ({
    actor,
    code,
    data: JSON.parse(data as string) as Record<string, unknown>,
  }));
};
const confirmation = async (receipt: string): Promise<string> => {
  const mails = await mailFor(stack, receipt, 2);
  return /确认码(\d{6})/.exec(mails.map(({ text }) => text).join())?.[1] ?? '';
};
/** Another code than this one. */
const wrongFor = (code: string): string => (code === '123456' ? '654321' : '123456');
/** Whatever was tried before from this machine. */
const forgetTries = () => stack.db.execute('DELETE FROM wrong_tries');
const confirmOnPage = (receipt: string, code: string) =>
  stack.fetch('/wanrong/confirm', { method: 'POST', body: new URLSearchParams({ receipt, code }) });

test('a clerk files what somebody tells: the same form, its paper, and the person’s own phone confirms', async () => {
  const form = await clerk.get('/staff/file/petition');
  expect(form.status).toBe(200);
  for (const words of ['您要反映的是哪一类?', '怎么代填的', '念给本人听', '个人信息保护法', '交给高村'])
    expect(form.page).toContain(words);
  const filed = await file(clerk, { 'contact.phone': MOBILE, 'behalf.manner': 'in-person' });
  expect(filed.status).toBe(200);
  expect(filed.headers.get('cache-control')).toBe('no-store');
  const [receipt, code] = [receiptOn(filed.page), codeOn(filed.page)];
  for (const words of ['由工作人员代填', '(当面)', 'class="site-wanrong elder"']) expect(filed.page).toContain(words);
  expect((await clientOf(stack).post('status', { receipt, code })).body).toMatchObject({ state: 'received' });
  const path = `/staff/filed/${receipt.toLowerCase()}`;
  expect((await clerk.get('/staff/cases?view=all')).page).toContain('已收到 · 未确认');
  for (const place of [path, `/staff/cases/${receipt}`])
    expect((await clerk.get(place)).page).toContain('还没有本人确认');
  const done = await clerk.post(`${path}/confirm`, { code: await confirmation(receipt) });
  expect([done.status, done.location]).toEqual([303, path]);
  expect((await clerk.get(`/staff/cases/${receipt}`)).page).toContain('本人手机确认');
  expect(await chainOf(receipt)).toMatchObject([
    {
      actor: `staff:${clerkId}`,
      code: 'submitted',
      data: { through: 'clerk', manner: 'in-person', read: '2026-11-24', privacy: expect.any(String) as string },
    },
    { actor: `staff:${clerkId}`, code: 'confirmed-by-phone', data: { through: 'clerk' } },
  ]);
  const { body } = await clientOf(stack).post('status', { receipt, code });
  expect(body['timeline']).toMatchObject([{ label: '您已用手机确认是您的意思。' }, { event: 'received' }]);
});

test('the query code stands on the paper and nowhere else; the same form pressed twice is the same paper', async () => {
  const typed = filingForm({ 'contact.phone': MOBILE });
  const first = await clerk.post('/staff/file/petition', typed);
  const [receipt, code] = [receiptOn(first.page), codeOn(first.page)];
  const twice = await clerk.post('/staff/file/petition', typed);
  expect([receiptOn(twice.page), codeOn(twice.page)]).toEqual([receipt, code]);
  expect(await chainOf(receipt)).toHaveLength(1);
  for (const place of ['/staff/filed', `/staff/filed/${receipt}`, `/staff/cases/${receipt}`, '/staff/cases?view=all'])
    expect([place, (await clerk.get(place)).page.includes(code)]).toEqual([place, false]);
});

test('the person confirms on the public page, in their own time', async () => {
  await forgetTries();
  const receipt = receiptOn((await file(clerk, { 'contact.phone': MOBILE })).page);
  const page = await (await stack.fetch(`/wanrong/confirm?receipt=${receipt}`)).text();
  expect(page).toContain(`value="${receipt}"`);
  const done = await confirmOnPage(receipt, await confirmation(receipt));
  expect([done.status, (await done.text()).includes('确认好了')]).toEqual([200, true]);
  expect((await chainOf(receipt)).at(-1)).toMatchObject({ actor: 'citizen', code: 'confirmed-by-phone' });
  expect((await confirmOnPage(receipt, await confirmation(receipt))).status).toBe(200);
  expect(await chainOf(receipt)).toHaveLength(2);
});

const plain = async (response: Response) => (await response.text()).replaceAll(/[A-Z]{2}-[0-9A-Z]{5}-[0-9A-Z]{5}/g, '');

test('every wrong code gets one answer, the sixth try none, and ten void the code for good', async () => {
  await forgetTries();
  const receipt = receiptOn((await file(clerk, { 'contact.phone': MOBILE })).page);
  const code = await confirmation(receipt);
  const unknown = await plain(await confirmOnPage('WR-22222-22222', wrongFor(code)));
  expect(unknown).toContain('编号或确认码不对');
  for (let n = 1; n <= 5; n += 1) {
    const tried = await confirmOnPage(receipt, wrongFor(code));
    expect([n, tried.status, await plain(tried)]).toEqual([n, 404, unknown]);
  }
  const sixth = await confirmOnPage(receipt, code);
  expect([sixth.status, sixth.headers.get('retry-after')]).toEqual([429, '900']);
  await forgetTries();
  for (let n = 1; n <= 5; n += 1)
    expect((await clerk.post(`/staff/filed/${receipt}/confirm`, { code: wrongFor(code) })).status).toBe(422);
  await forgetTries();
  expect((await confirmOnPage(receipt, code)).status).toBe(404);
  expect(await chainOf(receipt)).toHaveLength(1);
  expect((await colleague.post(`/staff/witness/${receipt}`, { how: 'called' })).status).toBe(303);
  await forgetTries();
});

test('where no text message arrives a second member of staff witnesses, and never the filer', async () => {
  const filed = await file(clerk);
  const receipt = receiptOn(filed.page);
  const path = `/staff/witness/${receipt.toLowerCase()}`;
  expect((await clerk.get(`/staff/filed/${receipt}`)).page).toContain('请一名同事用自己的账号登录');
  expect((await clerk.get('/staff/witness')).page).not.toContain(path);
  const own = await clerk.post(path, { how: 'present' });
  expect([own.status, own.page.includes('要由其他工作人员见证')]).toEqual([409, true]);
  expect(await chainOf(receipt)).toHaveLength(1);
  const waiting = await colleague.get('/staff/witness');
  expect(waiting.page).toContain(path);
  expect(waiting.page).toContain('本人没有手机, 等见证');
  const asked = await colleague.post(path);
  expect([asked.status, asked.page.includes('您怎么知道确有其事?')]).toEqual([422, true]);
  expect((await colleague.post(path, { how: 'present' })).location).toBe('/staff/witness');
  const [first, second] = await chainOf(receipt);
  expect(first).toMatchObject({ actor: `staff:${clerkId}`, code: 'submitted' });
  expect(second).toMatchObject({ code: 'witnessed', data: { how: 'present' } });
  expect(second?.actor).not.toBe(first?.actor);
  expect((await colleague.get('/staff/witness')).page).not.toContain(path);
  expect((await colleague.post(path, { how: 'present' })).status).toBe(409);
  expect(await chainOf(receipt)).toHaveLength(2);
});

const line = async () =>
  /<li>(?:(?!<\/li>).)*三天没有确认的一件.*?<\/li>/s.exec((await colleague.get('/staff/witness')).page)?.[0] ?? '';

test('a filing that nobody confirmed for three days says so in the list', async () => {
  const receipt = receiptOn((await file(clerk, { 'answers.title': '三天没有确认的一件' })).page);
  expect(await line()).toContain('>未确认<');
  const [table, args] = ['cases', [receipt]];
  await stack.db.execute({
    sql: `UPDATE ${table} SET submitted_at = submitted_at - 345600000 WHERE receipt = ?`,
    args,
  });
  expect(await line()).toContain('超过 3 天没有确认');
  await stack.db.execute({
    sql: `UPDATE ${table} SET submitted_at = submitted_at + 345600000 WHERE receipt = ?`,
    args,
  });
});

test('after three days the desk has a task of it, once; the witness ends it', async () => {
  const receipt = receiptOn((await file(grid, { 'contact.phone': MOBILE })).page);
  const path = `/staff/cases/${receipt.toLowerCase()}`;
  const open = async () => (await colleague.get(path)).page.includes('代填未确认, 请见证');
  await stack.scheduled();
  expect(await open()).toBe(false);
  const sql =
    'UPDATE case_behalf SET filed_at = filed_at - 345600000 WHERE case_id = (SELECT id FROM cases WHERE receipt = ?)';
  await stack.db.execute({ sql, args: [receipt] });
  for (const run of [1, 2]) {
    await stack.scheduled();
    expect([run, await open()]).toEqual([run, true]);
  }
  const { rows } = await stack.db.execute("SELECT count(*) AS n FROM tasks WHERE kind = 'unconfirmed'");
  expect(rows).toMatchObject([{ n: 1 }]);
  expect((await colleague.post(`/staff/witness/${receipt}`, { how: 'visited' })).status).toBe(303);
  expect(await open()).toBe(false);
});

test('without the person’s consent nothing is filed; it is said beside the box, and what was typed is kept', async () => {
  const before = await stack.db.execute('SELECT count(*) AS n FROM cases');
  const { status, page } = await file(clerk, { 'behalf.agreed': undefined, 'contact.name': undefined });
  expect(status).toBe(422);
  for (const words of [
    'id="behalf-agreed-error"',
    '本人不同意, 就不能代填',
    '建议给独居老人装个呼叫器',
    '0359-0000020',
  ])
    expect(page).toContain(words);
  expect(page).toMatch(/value="visit"[^>]*checked|checked[^>]*value="visit"/);
  expect((await stack.db.execute('SELECT count(*) AS n FROM cases')).rows).toEqual(before.rows);
});

test('a grid worker sees what they filed themselves, masked, and no other case', async () => {
  const other = receiptOn((await file(clerk)).page);
  const mine = receiptOn((await file(grid, { 'contact.phone': MOBILE })).page);
  const list = await grid.get('/staff/filed');
  expect([list.page.includes(mine), list.page.includes(other)]).toEqual([true, false]);
  const { page } = await grid.get(`/staff/filed/${mine}`);
  expect(page).toContain('154****0004');
  for (const words of [MOBILE, '任某安']) expect(page).not.toContain(words);
  for (const path of [`/staff/filed/${other}`, `/staff/cases/${mine}`, '/staff/cases', '/staff/witness'])
    expect([path, (await grid.get(path)).status]).toEqual([path, 404]);
  expect((await grid.post(`/staff/filed/${other}/confirm`, { code: '123456' })).status).toBe(404);
  const nothing = await grid.get('/staff/filed/WR-22222-22222');
  expect((await grid.get(`/staff/filed/${other}`)).page.replaceAll(other, '')).toBe(
    nothing.page.replaceAll('WR-22222-22222', ''),
  );
});

test('the form keeps and offers nothing of whoever was there before', async () => {
  await file(grid);
  const { page } = await grid.get('/staff/file/petition');
  for (const words of ['任某安', '0359-0000020', 'data-keep']) expect(page).not.toContain(words);
  const offered = [...page.matchAll(/autocomplete="([^"]*)"/g)].map(([, token]) => token);
  expect(new Set(offered)).toEqual(new Set(['off']));
});

test('a 检举控告 is not filed through a clerk: the page says where to go, and a forged one is refused', async () => {
  const { page } = await clerk.get('/staff/file/petition');
  expect(page).not.toContain('value="report"');
  expect(page).toContain('检举控告不能由别人代填');
  expect(page).toContain('12388');
  expect((await file(clerk, { 'answers.category': 'report' })).status).toBe(422);
});

test('it goes to the filer’s own station, whatever was sent', async () => {
  const receipt = receiptOn((await file(grid, { 'answers.station': 'jiedian' })).page);
  const { rows } = await stack.db.execute({ sql: 'SELECT station FROM cases WHERE receipt = ?', args: [receipt] });
  expect(rows).toMatchObject([{ station: 'gaocun' }]);
});

test('every chain is whole', async () => {
  const { broken, brokenStreams } = await verifyAll(tools);
  expect([broken, brokenStreams]).toEqual([[], []]);
});
