import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyAll } from '../../scripts/verify/walk.ts';
import type { StaffTools } from '../../src/staff/tools.ts';
import { enrolAt, invite, linkFor, staffToolsOf, type Invited, type StaffBrowser } from '../harness/staff.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
let tools: StaffTools;
let admin: StaffBrowser;
let adminId: string;
let clerk: Invited;
let browser: StaffBrowser;
beforeAll(async () => {
  stack = await startStack();
  tools = staffToolsOf(stack);
  const first = await invite(tools, 'administrator');
  adminId = first.account.id;
  admin = (await enrolAt(stack, first.path)).browser;
  clerk = await invite(tools, 'station-clerk', { site: 'wanrong', station: 'gaocun' });
  browser = (await enrolAt(stack, clerk.path)).browser;
});
afterAll(async () => {
  tools.db.close();
  await stack.stop();
});

const path = () => `/staff/accounts/${clerk.account.id}/role`;
const lastEvent = async () => {
  const sql = 'SELECT actor, code, data FROM events WHERE stream = ? ORDER BY seq DESC LIMIT 1';
  return (await stack.db.execute({ sql, args: [`account:${clerk.account.id}`] })).rows[0];
};

test('what does not fit, or changes nothing, is refused with what was chosen still there', async () => {
  expect((await admin.get('/staff/accounts')).page).toContain(path());
  const { status, page } = await admin.get(path());
  expect([status, page.includes('联络站办理员 · 万荣县(演示) · 高村镇人大代表联络站')]).toEqual([200, true]);
  for (const [role, place, reason] of [
    ['county-clerk', 'wanrong/station/gaocun', '管辖和角色对不上'],
    ['owner', 'wanrong', '管辖和角色对不上'],
    ['station-clerk', 'wanrong/station/nowhere', '管辖和角色对不上'],
    ['station-clerk', 'wanrong/station/gaocun', '角色和管辖没有变'],
  ] as const) {
    const refused = await admin.post(path(), { role, place });
    expect([role, place, refused.status, refused.page.includes(reason)]).toEqual([role, place, 422, true]);
  }
  expect((await browser.get('/staff/cases')).status).toBe(200);
});

test('a changed role holds at once: every open session ends, and the next one reaches what the new role allows', async () => {
  const done = await admin.post(path(), { role: 'grid-worker', place: 'wanrong/station/jiedian' });
  expect([done.status, done.location]).toEqual([303, '/staff/accounts']);
  expect((await browser.get('/staff')).status).toBe(303);
  const event = await lastEvent();
  expect(event).toMatchObject({ actor: `staff:${adminId}`, code: 'role-changed' });
  expect(JSON.parse(event?.['data'] as string)).toMatchObject({
    role: 'grid-worker',
    station: 'jiedian',
    'was-role': 'station-clerk',
    'was-station': 'gaocun',
  });
  const again = (await enrolAt(stack, await linkFor(tools, clerk.account))).browser;
  expect([(await again.get('/staff/cases')).status, (await again.get('/staff/file')).status]).toEqual([404, 200]);
});

test('nobody changes their own role, and nobody else’s without the right', async () => {
  const own = `/staff/accounts/${adminId}/role`;
  expect((await admin.get(own)).status).toBe(404);
  expect((await admin.post(own, { role: 'auditor', place: '*' })).status).toBe(404);
  const { path: link } = await invite(tools, 'county-clerk', { site: 'wanrong' });
  const desk = (await enrolAt(stack, link)).browser;
  expect((await desk.post(path(), { role: 'auditor', place: '*' })).status).toBe(404);
  expect((await admin.get('/staff/accounts')).status).toBe(200);
});

test('it takes a fresh proof, and leads back to the page that asked for it', async () => {
  await stack.db.execute({ sql: 'UPDATE staff_sessions SET proved_at = 0 WHERE account_id = ?', args: [adminId] });
  const to = `/staff/prove?to=${encodeURIComponent(path())}`;
  expect((await admin.get(path())).location).toBe(to);
  expect((await admin.post(path(), { role: 'auditor', place: '*' })).location).toBe(to);
  expect((await verifyAll(tools)).brokenStreams).toEqual([]);
});
