import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffTools } from '../../src/staff/tools.ts';
import { petitionBody } from '../harness/bodies.ts';
import { clientOf } from '../harness/client.ts';
import { enrolAt, invite, staffToolsOf, type StaffBrowser } from '../harness/staff.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
let tools: StaffTools;

interface Colleague {
  id: string;
  name: string;
  browser: StaffBrowser;
}

const enrolled = async (
  ...as: Parameters<typeof invite> extends [unknown, ...infer R] ? R : never
): Promise<Colleague> => {
  const { account, path } = await invite(tools, ...as);
  return { id: account.id, name: account.name, browser: (await enrolAt(stack, path)).browser };
};

let clerk: Colleague;
let other: Colleague;
let xu: Colleague;
let county: Colleague;
beforeAll(async () => {
  stack = await startStack();
  tools = staffToolsOf(stack);
  const gaocun = { site: 'wanrong', station: 'gaocun' };
  clerk = await enrolled('station-clerk', gaocun);
  other = await enrolled('station-clerk', gaocun);
  xu = await enrolled('department-handler', { site: 'wanrong', department: '县水利局' });
});
afterAll(async () => {
  tools.db.close();
  await stack.stop();
});

async function petition(): Promise<{ receipt: string; path: string; code: string }> {
  const sent = await clientOf(stack).post(
    'petitions',
    petitionBody({ station: 'gaocun' }, { contact: { name: '李某芳(示例)', phone: PHONE } }),
  );
  const { receipt = '', code = '' } = sent.body as Record<string, string>;
  return { receipt, code, path: `/staff/cases/${receipt.toLowerCase()}` };
}

const PHONE = '15400000017';
const REASON = '来信人是我的表哥';

/** What an account finds of a case, by every way there is to it. */
async function found({ browser }: Colleague, { receipt, path }: { receipt: string; path: string }) {
  const lists: Record<string, boolean> = {};
  for (const view of ['all', 'new', 'open', 'today', 'overdue']) {
    const { page } = await browser.get(`/staff/cases?view=${view}`);
    if (page.includes(receipt)) lists[view] = true;
  }
  const statuses = await Promise.all([
    browser.get(path),
    browser.get(`${path}/remark`),
    browser.post(`${path}/remark`, { seen: '1' }),
    browser.post(`${path}/reveal`),
    browser.get(`${path}/recuse`),
    browser.post(`${path}/recuse`),
  ]);
  const byNumber = await browser.post('/staff/search', { query: receipt });
  const byPhone = await browser.get((await browser.post('/staff/search', { query: PHONE })).location ?? '');
  const together = await browser.get(`/staff/together/register?case=${receipt}.1`);
  return {
    lists: Object.keys(lists),
    statuses: statuses.map(({ status }) => status),
    byNumber: byNumber.location === path,
    byPhone: byPhone.page.includes(path),
    together: together.page.includes(path),
  };
}

const NOTHING = {
  lists: [],
  statuses: [404, 404, 404, 404, 404, 404],
  byNumber: false,
  byPhone: false,
  together: false,
};

test('a clerk with an interest steps back: the case is gone for that account everywhere, and for no other', async () => {
  const [one, another] = [await petition(), await petition()];
  const before = await found(clerk, one);
  expect(before.lists).toEqual(['all', 'new', 'open']);
  expect([before.byNumber, before.byPhone]).toEqual([true, true]);
  const form = await clerk.browser.get(`${one.path}/recuse`);
  expect(form.page).toContain('应当回避');
  expect(form.page).not.toContain('name="account"');
  const without = await clerk.browser.post(`${one.path}/recuse`);
  expect(without.status).toBe(422);
  expect(await clerk.browser.post(`${one.path}/recuse`, { remark: REASON })).toMatchObject({
    status: 303,
    location: '/staff/cases',
  });
  expect(await found(clerk, one)).toEqual(NOTHING);
  expect((await found(clerk, another)).lists).toEqual(['all', 'new', 'open']);
  const seen = await found(other, one);
  expect({ ...seen, statuses: seen.statuses[0] }).toEqual({
    lists: ['all', 'new', 'open'],
    statuses: 200,
    byNumber: true,
    byPhone: true,
    together: true,
  });
  const { page } = await other.browser.get(one.path);
  for (const words of [`回避: ${clerk.name}`, REASON]) expect(page).toContain(words);
  const unknown = await clerk.browser.get('/staff/cases/WR-22222-22222');
  const gone = await clerk.browser.get(one.path);
  expect(gone.page.replaceAll(one.receipt.toLowerCase(), 'WR-22222-22222')).toBe(unknown.page);
});

test('it stands in the chain by codes alone, and the sender reads nothing of it', async () => {
  const one = await petition();
  await clerk.browser.post(`${one.path}/recuse`, { remark: REASON });
  const { rows } = await stack.db.execute({
    sql: `SELECT e.actor, e.code, e.data FROM events e JOIN cases c ON c.id = e.stream WHERE c.receipt = ? AND e.seq = 2`,
    args: [one.receipt],
  });
  expect(rows).toMatchObject([{ actor: `staff:${clerk.id}`, code: 'recused' }]);
  expect(JSON.parse(rows[0]?.['data'] as string)).toEqual({ account: clerk.id, words: expect.any(String) });
  const { body } = await clientOf(stack).post('status', { receipt: one.receipt, code: one.code });
  expect(body).toMatchObject({ state: 'received', timeline: [{ event: 'received' }] });
});

test('the last one who could hold a case cannot step back: somebody must take over first', async () => {
  const one = await petition();
  await clerk.browser.post(`${one.path}/recuse`, { remark: REASON });
  const refused = await other.browser.post(`${one.path}/recuse`, { remark: REASON });
  expect(refused.status).toBe(409);
  expect(refused.page).toContain('现在没有别人能办这件');
  expect((await other.browser.get(one.path)).status).toBe(200);
});

test('a county clerk has a colleague step back; a department left without anybody is said on the case', async () => {
  county = await enrolled('county-clerk', { site: 'wanrong' });
  const one = await petition();
  await clerk.browser.post(`${one.path}/assign`, { seen: '1', lead: '县水利局' });
  expect((await found(xu, one)).lists).toContain('all');
  const form = await county.browser.get(`${one.path}/recuse`);
  for (const { name } of [clerk, other, xu]) expect(form.page).toContain(name);
  const stranger = await enrolled('station-clerk', { site: 'wanrong', station: 'jiedian' });
  expect((await county.browser.post(`${one.path}/recuse`, { account: stranger.id, remark: REASON })).status).toBe(422);
  const named = await county.browser.post(`${one.path}/recuse`, { account: xu.id, remark: REASON });
  expect(named).toMatchObject({ status: 303, location: one.path });
  expect(await found(xu, one)).toEqual(NOTHING);
  const { page } = await county.browser.get(one.path);
  for (const words of [`回避: ${xu.name}`, '承办单位没有人能办这件']) expect(page).toContain(words);
  const again = await county.browser.post(`${one.path}/recuse`, { account: xu.id, remark: REASON });
  expect(again.status).toBe(422);
});

test('who may not name colleagues cannot, whatever is posted', async () => {
  const one = await petition();
  const posted = await clerk.browser.post(`${one.path}/recuse`, { account: other.id, remark: REASON });
  expect(posted.status).toBe(303);
  expect((await found(other, one)).statuses[0]).toBe(200);
  expect((await found(clerk, one)).statuses[0]).toBe(404);
});

test('a recusal that was a mistake is taken back by who may name colleagues, with a reason; it stands in the chain', async () => {
  const one = await petition();
  await clerk.browser.post(`${one.path}/recuse`, { remark: REASON });
  const lift = `${one.path}/recuse/${clerk.id}`;
  expect((await other.browser.get(`${one.path}/recuse`)).page).not.toContain('已经回避的人');
  for (const who of [other, clerk, xu])
    expect([(await who.browser.get(lift)).status, (await who.browser.post(lift)).status]).toEqual([404, 404]);
  expect((await county.browser.get(`${one.path}/recuse`)).page).toContain(lift);
  expect((await county.browser.get(`${one.path}/recuse/${other.id}`)).status).toBe(404);
  expect((await county.browser.get(lift)).page).toContain(`取消回避: ${clerk.name}`);
  expect((await county.browser.post(lift)).status).toBe(422);
  const remark = '查过了, 只是同名。';
  expect(await county.browser.post(lift, { remark })).toMatchObject({ status: 303, location: one.path });
  expect((await found(clerk, one)).lists).toEqual(['all', 'new', 'open']);
  const { page } = await clerk.browser.get(one.path);
  for (const words of [`回避: ${clerk.name}`, `取消回避: ${clerk.name}`, remark]) expect(page).toContain(words);
  expect((await county.browser.post(lift, { remark })).status).toBe(404);
  const { rows } = await stack.db.execute({
    sql: `SELECT e.actor, e.code FROM events e JOIN cases c ON c.id = e.stream WHERE c.receipt = ? ORDER BY e.seq`,
    args: [one.receipt],
  });
  expect(rows.slice(1)).toMatchObject([
    { actor: `staff:${clerk.id}`, code: 'recused' },
    { actor: `staff:${county.id}`, code: 'recusal-lifted' },
  ]);
});
