import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyAll } from '../../scripts/verify/walk.ts';
import type { Reach, RoleId } from '../../src/staff/roles.ts';
import type { StaffTools } from '../../src/staff/tools.ts';
import { enrolAt, invite, staffToolsOf, type StaffBrowser } from '../harness/staff.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
let tools: StaffTools;
let adminId: string;
let admin: StaffBrowser;
let clerk: StaffBrowser;
let auditor: StaffBrowser;
const enrolled = async (role: RoleId, reach?: Partial<Reach>) => {
  const { account, path } = await invite(tools, role, reach);
  return { id: account.id, browser: (await enrolAt(stack, path)).browser };
};
beforeAll(async () => {
  stack = await startStack();
  tools = staffToolsOf(stack);
  const first = await enrolled('administrator');
  [adminId, admin] = [first.id, first.browser];
  clerk = (await enrolled('county-clerk', { site: 'wanrong' })).browser;
  auditor = (await enrolled('auditor')).browser;
});
afterAll(async () => {
  tools.db.close();
  await stack.stop();
});

const STOP = '/staff/messages/stop';
const RESUME = '/staff/messages/resume';
const REASON = '有人拿假号码反复要查询码(示例)';
const stops = async (): Promise<unknown[]> =>
  (
    await stack.db.execute(`SELECT site || ' ' || channel || iif(lifted_at IS NULL, ' stopped', ' lifted') AS line
      FROM message_stops ORDER BY line`)
  ).rows.map(({ line }) => line);

test('without a county, a channel or a reason nothing is stopped, and what was typed stays', async () => {
  for (const [values, said] of [
    [{ site: 'wanrong', channel: 'sms', reason: '' }, '为什么'],
    [{ site: 'wanrong', channel: 'sms', reason: '短' }, '为什么'],
    [{ site: 'wanrong', channel: 'sms', reason: '长'.repeat(501) }, '为什么'],
    [{ site: 'nowhere', channel: 'sms', reason: REASON }, '哪个县'],
    [{ site: 'wanrong', channel: 'pigeon', reason: REASON }, '哪种消息'],
  ] as const) {
    const refused = await admin.post(STOP, values);
    expect([values, refused.status, refused.page.includes('role="alert"')]).toEqual([values, 422, true]);
    expect(refused.page.split('</ul>')[0]).toContain(said);
    if (values.reason === REASON) expect(refused.page).toContain(REASON);
  }
  expect(await stops()).toEqual([]);
});

test('every county is stopped at once; each of the staff is told of where they work, and only who may sees the way', async () => {
  const done = await admin.post(STOP, { site: 'every', channel: 'sms', reason: REASON });
  expect([done.status, done.location]).toEqual([303, '/staff/messages']);
  expect(await stops()).toEqual(
    ['hedong', 'jishan', 'pinglu', 'wanrong', 'wenxi'].map((site) => `${site} sms stopped`),
  );
  const atDesk = (await clerk.get('/staff/cases')).page;
  expect(atDesk).toContain('万荣县(演示): 短信已停发');
  expect(atDesk).not.toContain('闻喜县(演示): 短信已停发');
  expect(atDesk).not.toContain('/staff/messages');
  const watching = (await auditor.get('/staff/messages')).page;
  expect(watching).toContain('闻喜县(演示): 短信已停发');
  expect(watching).not.toContain(STOP);
  expect(watching).not.toContain(RESUME);
  expect((await auditor.get('/staff/messages/wanrong')).page).toContain(REASON);
  expect((await auditor.get('/staff/messages/wanrong?lang=en')).page).toContain('Wanrong County (demo): SMS stopped');
});

test('resumed in one county it stays stopped in the others; who did what stands in chains that hold', async () => {
  await admin.post(RESUME, { site: 'wanrong', channel: 'both', reason: '号码已经拦下(示例)' });
  expect((await clerk.get('/staff/cases')).page).not.toContain('已停发');
  const again = await admin.post(RESUME, { site: 'wanrong', channel: 'both', reason: '号码已经拦下(示例)' });
  expect([again.status, again.page.includes('没有变')]).toEqual([409, true]);
  expect((await stops()).filter((one) => String(one).endsWith('stopped'))).toHaveLength(4);
  const { rows } = await stack.db.execute("SELECT actor, code FROM events WHERE stream = 'site:wanrong' ORDER BY seq");
  expect(rows.map(({ actor, code }) => [actor, code])).toEqual([
    [`staff:${adminId}`, 'messages-stopped'],
    [`staff:${adminId}`, 'messages-resumed'],
  ]);
  await stack.scheduled();
  const verdict = await verifyAll(tools);
  expect([verdict.brokenStreams, verdict.unkept, verdict.seals.fault]).toEqual([[], [], null]);
});

test('either way takes a fresh proof', async () => {
  await stack.db.execute('UPDATE staff_sessions SET proved_at = 0');
  for (const path of [STOP, RESUME]) {
    const to = `/staff/prove?to=${encodeURIComponent(path)}`;
    expect((await admin.get(path)).location).toBe(to);
    expect((await admin.post(path, { site: 'wenxi', channel: 'email', reason: REASON })).location).toBe(to);
  }
  expect((await stops()).filter((one) => String(one).includes('email'))).toEqual([]);
});

test('no reason is in any log', () => {
  expect(stack.logs().join('\n')).not.toContain('示例');
});
