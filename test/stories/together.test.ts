import { afterAll, beforeAll, expect, test } from 'vitest';
import { RECEIPT_ALPHABET } from '../../src/lib/receipt-number.ts';
import type { StaffTools } from '../../src/staff/tools.ts';
import { petitionBody } from '../harness/bodies.ts';
import { clientOf } from '../harness/client.ts';
import { NOTE, OPINION } from '../harness/road.ts';
import { enrolAt, invite, staffToolsOf, type StaffBrowser } from '../harness/staff.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
let tools: StaffTools;
let feng: StaffBrowser;
let colleague: StaffBrowser;
let water: StaffBrowser;
const gaocun = { site: 'wanrong', station: 'gaocun' };
beforeAll(async () => {
  stack = await startStack();
  tools = staffToolsOf(stack);
  feng = (await enrolAt(stack, (await invite(tools, 'station-clerk', gaocun)).path)).browser;
  colleague = (await enrolAt(stack, (await invite(tools, 'station-clerk', gaocun)).path)).browser;
  const department = { site: 'wanrong', department: '县水利局' };
  water = (await enrolAt(stack, (await invite(tools, 'department-handler', department)).path)).browser;
});
afterAll(async () => {
  tools.db.close();
  await stack.stop();
});

const contact = { name: '李某芳(示例)', phone: '15400000001', address: '万荣县光华乡前岭(示例)' };

async function petition(answers = {}) {
  const body = petitionBody({ station: 'gaocun', category: 'request', ...answers }, { contact });
  const { receipt = '', code = '' } = (await clientOf(stack).post('petitions', body)).body as Record<string, string>;
  return { receipt, code, path: `/staff/cases/${receipt.toLowerCase()}` };
}
type Sent = Awaited<ReturnType<typeof petition>>;

/** The box of a case on a page of the list: what ticking it says. */
const tickOf = (page: string, { receipt }: Sent): string =>
  new RegExp(`name="case" value="(${receipt}\\.\\d+)"`).exec(page)?.[1] ?? '';
/** What a form of a page sends besides its buttons. */
const hiddenOn = (page: string): string[][] =>
  [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    value.replaceAll('&amp;', '&'),
  ]);
const asked = (action: string, ticks: readonly string[], list = 'view=new'): string =>
  `/staff/together/${action}?${new URLSearchParams([...ticks.map((tick) => ['case', tick]), ['list', list]]).toString()}`;
const title = (page: string): string => /<h1[^>]*>([^<]*)</.exec(page)?.[1] ?? '';
const eventsOf = async ({ receipt }: Sent): Promise<string[]> => {
  const sql = 'SELECT e.code FROM events e JOIN cases c ON c.id = e.stream WHERE c.receipt = ? ORDER BY e.seq';
  return (await stack.db.execute({ sql, args: [receipt] })).rows.map(({ code }) => code as string);
};

test('a clerk assigns three of a list at once: asked once, shown what will happen, told what came of it', async () => {
  const [one, two, late] = [await petition({ topic: 'irrigation' }), await petition(), await petition()];
  const list = await feng.get('/staff/cases?view=new');
  for (const words of ['全选本页', '选上「村东头路灯不亮」', 'formaction="/staff/together/assign"'])
    expect(list.page).toContain(words);
  const ticks = [one, two, late].map((sent) => tickOf(list.page, sent));
  expect(ticks).toEqual([one, two, late].map(({ receipt }) => `${receipt}.1`));
  expect((await colleague.post(`${late.path}/accept`, { seen: '1' })).status).toBe(303);

  const form = await feng.get(asked('assign', ticks));
  expect([form.status, title(form.page)]).toEqual([200, '交办 2 件']);
  for (const words of ['主办单位', '仅内部', '别人先办了一步, 现在是「已受理」', late.path])
    expect(form.page).toContain(words);

  const remark = '请先到现场看';
  const missing = await feng.post('/staff/together/assign', [...hiddenOn(form.page), ['remark', remark]]);
  expect(missing.status).toBe(422);
  for (const words of ['data-summary', '请填写“主办单位”', remark]) expect(missing.page).toContain(words);

  // A colleague who is in one of them right now is named beside it.
  expect((await colleague.get(two.path)).status).toBe(200);
  const typed = [
    ['lead', '县水利局'],
    ['withinDays', '5'],
    ['remark', remark],
  ];
  const sure = await feng.post('/staff/together/assign', [...hiddenOn(missing.page), ...typed]);
  expect([sure.status, title(sure.page)]).toEqual([200, '请核对: 交办 2 件']);
  for (const words of ['县水利局', remark, '已收到 → 已交办', '到期日', '做不了的 1 件', '正在看这件'])
    expect(sure.page).toContain(words);
  expect(await eventsOf(one)).toEqual(['submitted']);

  const changed = await feng.post('/staff/together/assign', [...hiddenOn(sure.page), ['change', '1']]);
  expect(changed.status).toBe(200);
  expect(changed.page).toMatch(new RegExp(`name="remark"[^>]*>\\s*${remark}<`));

  const done = await feng.post('/staff/together/assign/take', hiddenOn(sure.page));
  expect(done.status).toBe(303);
  for (let reload = 0; reload < 2; reload += 1) {
    const report = await feng.get(done.location ?? '');
    expect([report.status, title(report.page)]).toEqual([200, '交办: 办好 2 件, 没有办 1 件']);
    for (const words of [
      one.path,
      two.path,
      late.path,
      '别人先办了一步',
      '不会再办一次',
      'href="/staff/cases?view=new"',
    ])
      expect(report.page).toContain(words);
  }
  for (const sent of [one, two]) expect(await eventsOf(sent)).toEqual(['submitted', 'assign']);
  expect(await eventsOf(late)).toEqual(['submitted', 'accept']);
  const held = await water.get(one.path);
  for (const words of ['承办: 县水利局', remark]) expect(held.page).toContain(words);

  const twice = await feng.post('/staff/together/assign/take', hiddenOn(sure.page));
  const again = await feng.get(twice.location ?? '');
  expect(title(again.page)).toBe('交办: 办好 0 件, 没有办 1 件');
  expect(again.page).toContain('先前已办好的 2 件');
  expect(await eventsOf(one)).toEqual(['submitted', 'assign']);
});

test('what is said to the senders is read by each of them, word for word', async () => {
  const cases = [await petition(), await petition()];
  for (const { path } of cases) {
    await feng.post(`${path}/accept`, { seen: '1' });
    expect((await feng.post(`${path}/answer`, { seen: '2', ...OPINION })).status).toBe(303);
  }
  const ticks = cases.map(({ receipt }) => ['case', `${receipt}.3`]);
  const sure = await feng.post('/staff/together/close', [...ticks, ['note', NOTE], ['list', '']]);
  for (const words of ['居民可见', NOTE, '已答复 → 已办结']) expect(sure.page).toContain(words);
  const done = await feng.post('/staff/together/close/take', hiddenOn(sure.page));
  expect(title((await feng.get(done.location ?? '')).page)).toBe('办结: 2 件都办好了');
  for (const { receipt, code } of cases) {
    const { body } = await clientOf(stack).post('status', { receipt, code });
    expect(body).toMatchObject({ state: 'closed', due: null });
    expect((body['timeline'] as unknown[])[0]).toMatchObject({ event: 'close', note: NOTE });
  }
});

test('nothing picked, what is no tick, and too many are said; an action that is none is not there', async () => {
  for (const ticks of [[], ['x', `WR-22222-22222'--.1`]]) {
    const none = await feng.get(asked('register', ticks));
    expect([none.status, title(none.page)]).toEqual([422, '还没有选事项']);
  }
  const empty = await feng.post('/staff/together/register/take', { list: '' });
  expect([empty.status, title(empty.page)]).toEqual([422, '还没有选事项']);
  const size = RECEIPT_ALPHABET.length;
  const ends = Array.from({ length: 51 }, (_, n) => [Math.floor(n / size), n % size]);
  const many = ends.map((end) => `WR-22222-222${end.map((at) => RECEIPT_ALPHABET.charAt(at)).join('')}.1`);
  const most = await feng.get(asked('register', many));
  for (const words of ['一次最多 50 件', '有 50 件没有找到']) expect(most.page).toContain(words);
  const { receipt, path } = await petition();
  for (const action of ['accept', 'answer', 'no-such', '__proto__', 'supervise']) {
    const statuses = [
      await feng.get(asked(action, [`${receipt}.1`])),
      await feng.post(`/staff/together/${action}`, { case: `${receipt}.1` }),
      await feng.post(`/staff/together/${action}/take`, { case: `${receipt}.1` }),
      await feng.get(`/staff/together/${action}/done`),
    ].map(({ status }) => status);
    expect([action, ...statuses]).toEqual([action, 404, 404, 404, 404]);
  }
  expect(await eventsOf({ receipt, path, code: '' })).toEqual(['submitted']);
});

test('what a search found can be ticked like a list, and the way back leads to what was found', async () => {
  const phone = '15400000071';
  const body = petitionBody({ station: 'gaocun' }, { contact: { ...contact, phone } });
  const receipt = String((await clientOf(stack).post('petitions', body)).body['receipt']);
  const address = (await feng.post('/staff/search', { query: phone })).location ?? '';
  const found = await feng.get(address);
  expect(found.page).toContain('formaction="/staff/together/assign"');
  const tick = tickOf(found.page, { receipt, code: '', path: '' });
  const list = Object.fromEntries(hiddenOn(found.page))['list'] ?? '';
  expect([tick, list]).toEqual([`${receipt}.1`, address.split('?')[1]]);
  const { page, status } = await feng.get(asked('assign', [tick], list));
  expect(status).toBe(200);
  expect(page).toContain(`href="${address}"`);
  expect((await feng.get(`${address}&pick=all`)).page).toContain(`value="${tick}" checked`);
  expect((await water.get((await water.post('/staff/search', { query: phone })).location ?? '')).page).not.toContain(
    'name="case"',
  );
});

test('who takes nothing together has no boxes, and lines in which nothing can be done have none', async () => {
  const closed = await petition();
  await feng.post(`${closed.path}/direct`, { seen: '1', note: NOTE });
  const { page } = await feng.get('/staff/cases?view=all');
  expect([page.includes(closed.path), tickOf(page, closed)]).toEqual([true, '']);
  const given = await petition();
  await feng.post(`${given.path}/assign`, { seen: '1', lead: '县水利局' });
  const list = await water.get('/staff/cases?view=all');
  expect([list.page.includes(given.path), list.page.includes('name="case"')]).toEqual([true, false]);
  expect((await water.get(asked('register', [`${given.receipt}.2`]))).status).toBe(404);
});

test('without script a link ticks the whole page, and another takes the ticks away', async () => {
  await petition();
  const { page } = await feng.get('/staff/cases?view=new&pick=all&lang=en');
  const boxes = page.match(/<input type="checkbox"[^>]*>/g) ?? [];
  expect(boxes.length).toBeGreaterThan(0);
  expect(boxes.every((box) => box.includes('checked'))).toBe(true);
  for (const words of ['Pick none', 'name="lang" value="en"', 'href="/staff/cases?view=new&amp;lang=en"'])
    expect(page).toContain(words);
});

test('a report is for whoever clicked alone, and nobody can make one up', async () => {
  const sent = await petition();
  const done = await feng.post('/staff/together/register/take', { case: `${sent.receipt}.1`, list: '' });
  const address = done.location ?? '';
  expect((await feng.get(address)).page).toContain(sent.path);
  const stolen = await colleague.get(address);
  expect([stolen.status, stolen.page.includes(sent.path), stolen.page.includes('已经过期')]).toEqual([
    422,
    false,
    true,
  ]);
  for (const forged of [
    '/staff/together/register/done',
    '/staff/together/register/done?r=x',
    address.replace('register', 'urge'),
  ])
    expect([forged, (await feng.get(forged)).status]).toEqual([forged, 422]);
});

test('a script that somebody sent or typed is text on each of these pages', async () => {
  const sent = await petition({ title: '<script>alert(1)</script>' });
  const form = await feng.get(asked('assign', [`${sent.receipt}.1`], '"><script>alert(2)</script>'));
  const typed = { lead: '<script>alert(3)</script>', remark: '"><script>alert(4)</script>' };
  const sure = await feng.post('/staff/together/assign', [...hiddenOn(form.page), ...Object.entries(typed)]);
  expect(sure.status).toBe(200);
  const done = await feng.post('/staff/together/assign/take', {
    case: `${sent.receipt}.1`,
    ...typed,
    list: 'https://bad.example',
  });
  const report = await feng.get(done.location ?? '');
  for (const { page } of [form, sure, report]) {
    expect(page).toContain('&lt;script&gt;alert(1)');
    expect(page).not.toContain('<script>alert');
    expect(page).not.toMatch(/href="(?!\/|#|tel:|https:\/\/beian)/);
  }
});
