import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffTools } from '../../src/staff/tools.ts';
import { petitionBody } from '../harness/bodies.ts';
import { clientOf } from '../harness/client.ts';
import { enrolAt, invite, staffToolsOf, type Invited, type StaffBrowser } from '../harness/staff.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
let tools: StaffTools;
const gaocun = { site: 'wanrong', station: 'gaocun' };
let invited: Invited[];
let feng: StaffBrowser;
let colleague: StaffBrowser;
let stranger: StaffBrowser;
beforeAll(async () => {
  stack = await startStack();
  tools = staffToolsOf(stack);
  invited = [await invite(tools, 'station-clerk', gaocun), await invite(tools, 'station-clerk', gaocun)];
  [feng, colleague] = [
    (await enrolAt(stack, invited[0]?.path ?? '')).browser,
    (await enrolAt(stack, invited[1]?.path ?? '')).browser,
  ];
  stranger = (await enrolAt(stack, (await invite(tools, 'station-clerk', { ...gaocun, station: 'jiedian' })).path))
    .browser;
});
afterAll(async () => {
  tools.db.close();
  await stack.stop();
});

async function petition(): Promise<string> {
  const { body } = await clientOf(stack).post('petitions', petitionBody({ station: 'gaocun' }));
  return `/staff/cases/${String(body['receipt']).toLowerCase()}`;
}
const nameOf = (which: number): string => invited[which]?.account.name ?? '';
const beatFrom = (browser: StaffBrowser, path: string, doing = 'writing', page = 'page-1') =>
  browser.post(`${path}/here`, { page, doing });
const pageOn = (page: string): string => /data-page="([^"]+)"/.exec(page)?.[1] ?? '';
const later = (seconds: number) =>
  stack.db.execute({ sql: 'UPDATE case_presences SET at = at - ?', args: [seconds * 1000] });

test('a clerk who opens an action is seen writing, on the page of the case and in the list, without any script', async () => {
  const path = await petition();
  expect((await feng.get(path)).page).not.toMatch(/正在[看写]这件/);
  expect((await colleague.get(path)).page).toContain(`${nameOf(0)} 正在看这件 (刚刚)`);
  await feng.get(`${path}/accept`);
  for (const place of [path, `${path}/register`, '/staff/cases?view=all'])
    expect((await colleague.get(place)).page).toContain(`${nameOf(0)} 正在写这件 (刚刚)`);
  // Never oneself.
  expect((await feng.get('/staff/cases?view=all')).page).not.toContain(`${nameOf(0)} 正在`);
});

test('it warns and stops nobody: the colleague accepts all the same', async () => {
  const path = await petition();
  await feng.get(`${path}/accept`);
  expect((await colleague.post(`${path}/accept`, { seen: '1' })).status).toBe(303);
});

test('after a minute it says so, and after 90 seconds without a beat nobody is there', async () => {
  const path = await petition();
  await feng.get(path);
  await later(70);
  expect((await colleague.get(path)).page).toContain(`${nameOf(0)} 正在看这件 (1 分钟前)`);
  await later(21);
  expect((await colleague.get(path)).page).not.toContain(nameOf(0));
  expect(JSON.parse((await beatFrom(feng, path)).page)).toEqual({ here: [`${nameOf(1)} 正在看这件 (刚刚)`] });
  expect((await colleague.get(path)).page).toContain(`${nameOf(0)} 正在写这件 (刚刚)`);
});

test('leaving releases it; leaving an older page does not end what is open in a newer one', async () => {
  const path = await petition();
  const older = pageOn((await feng.get(path)).page);
  const newer = pageOn((await feng.get(`${path}/accept`)).page);
  expect((await feng.post(`${path}/left`, { page: older })).status).toBe(204);
  expect((await colleague.get(path)).page).toContain('正在写这件');
  await feng.post(`${path}/left`, { page: newer });
  expect((await colleague.get(path)).page).not.toContain(nameOf(0));
});

test('out of reach there is nothing to say and nothing to hear, and from a foreign page neither', async () => {
  const path = await petition();
  await feng.get(path);
  expect((await beatFrom(stranger, path)).status).toBe(404);
  expect((await beatFrom(feng, '/staff/cases/wr-22222-22222')).status).toBe(404);
  expect((await beatFrom(feng, path, 'dancing')).status).toBe(404);
  const foreign = { origin: 'https://bad.example' };
  for (const where of ['here', 'left']) expect((await feng.post(`${path}/${where}`, {}, foreign)).status).toBe(403);
  expect((await feng.get(path)).page).not.toMatch(/正在[看写]这件/);
});

test('whoever steps back from a case is no more in it than anybody out of reach', async () => {
  const path = await petition();
  await stack.db.execute({
    sql: `INSERT INTO case_recusals (account_id, case_id, seq) SELECT ?, id, 1 FROM cases WHERE lower(receipt) = ?`,
    args: [invited[1]?.account.id ?? '', path.split('/').at(-1) ?? ''],
  });
  expect((await beatFrom(colleague, path)).status).toBe(404);
  expect((await feng.get(path)).page).not.toMatch(/正在[看写]这件/);
});

test('a page that is only left open keeps no session alive', async () => {
  const path = await petition();
  const minutesIdle = (minutes: number) =>
    stack.db.execute({ sql: 'UPDATE staff_sessions SET seen_at = ?', args: [Date.now() - minutes * 60_000] });
  await minutesIdle(20);
  expect((await beatFrom(feng, path)).status).toBe(200);
  const { rows } = await stack.db.execute({
    sql: 'SELECT count(*) AS n FROM staff_sessions WHERE seen_at > ?',
    args: [Date.now() - 19 * 60_000],
  });
  expect(rows[0]?.['n']).toBe(0);
  await minutesIdle(31);
  expect((await beatFrom(feng, path)).status).toBe(303);
});
