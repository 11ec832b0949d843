import { afterAll, beforeAll, expect, test } from 'vitest';
import { advance } from '../../src/cases/advance.ts';
import { systemClock } from '../../src/lib/clock.ts';
import type { StaffTools } from '../../src/staff/tools.ts';
import { toolsOf } from '../cases/tools.ts';
import { petitionBody } from '../harness/bodies.ts';
import { clientOf, type Mail } from '../harness/client.ts';
import { enrolAt, invite, staffToolsOf, type StaffBrowser } from '../harness/staff.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
let tools: StaffTools;
beforeAll(async () => {
  stack = await startStack();
  tools = staffToolsOf(stack);
});
afterAll(async () => {
  tools.db.close();
  await stack.stop();
});

/** What has come to an address, once there is as much as is waited for. */
async function mailTo(to: string, count = 0): Promise<Mail[]> {
  for (let round = 0; round < 50; round += 1) {
    const all = await (await stack.fetch('/dev/mailbox.json')).json<Mail[]>();
    const mine = all.filter((mail) => mail.to === to);
    if (mine.length >= count) return mine;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no ${count} messages to ${to} within 5 s`);
}

async function confirmAt(browser: StaffBrowser, channel: 'sms' | 'email', address: string): Promise<void> {
  const before = (await mailTo(address)).length;
  const asked = await browser.post(`/staff/account/contacts/${channel}`, { address });
  expect([asked.status, asked.location]).toEqual([303, '/staff/account#contacts']);
  const [mail] = await mailTo(address, before + 1);
  const code = /\d{6}/.exec(mail?.text.replace(/【.*?】/, '') ?? '')?.[0] ?? '';
  expect((await browser.post(`/staff/account/contacts/${channel}/confirm`, { code })).status).toBe(303);
}

const GAOCUN = { site: 'wanrong', station: 'gaocun' };
const contact = { name: '李某芳(示例)', phone: '15400000001', address: '万荣县光华乡前岭(示例)' };
const petition = async (more = {}): Promise<string> => {
  const answers = { category: 'request', station: 'gaocun', ...more };
  const sent = await clientOf(stack).post('petitions', petitionBody(answers, { contact }));
  expect(sent.status).toBe(201);
  return String(sent.body['receipt']);
};
/** The machine's own clock may stand in the quiet hours: only what is urgent is told then, so the story has urgent cases. */
const markUrgent = (): Promise<unknown> => stack.db.execute('UPDATE cases SET urgent = 1');
const ticks = async (n: number): Promise<void> => {
  for (let tick = 0; tick < n; tick += 1) await stack.scheduled();
};

test('a clerk enters a work e-mail, confirms it by the code, and is told once of what is urgent; a text message says no more', async () => {
  const { path } = await invite(tools, 'station-clerk', GAOCUN);
  const { browser } = await enrolAt(stack, path);
  expect((await browser.get('/staff/account')).page).toContain('工作提醒发到哪里');
  await confirmAt(browser, 'email', 'feng@station.example');
  const shown = (await browser.get('/staff/account')).page;
  expect(shown).toContain('f***@station.example, 已确认');
  expect(shown).not.toContain('feng@station.example');
  await confirmAt(browser, 'sms', '15400000033');
  const saved = await browser.post('/staff/account/wishes', {
    'new.sms': 'yes',
    'new.email': 'yes',
    'alarm.email': 'yes',
  });
  expect(saved.location).toBe('/staff/account#contacts');
  await stack.scheduled();
  const receipt = await petition({ title: '演示内容甲乙', body: '演示内容丙丁, 村东头的事。' });
  await markUrgent();
  await ticks(2);
  const [mail] = await mailTo('feng@station.example', 2);
  const [sms] = await mailTo('15400000033', 2);
  expect(mail?.text).toContain(receipt);
  expect(mail?.text).toContain(`${stack.staffUrl}/staff`);
  expect(sms?.text).toContain(receipt);
  for (const text of [mail?.text, mail?.subject, sms?.text]) expect(text).not.toMatch(/演示内容|村东头/);
  await ticks(3);
  expect([(await mailTo('feng@station.example')).length, (await mailTo('15400000033')).length]).toEqual([2, 2]);
});

test('what is wrong with an address or a code is said beside it, and what was typed is still there', async () => {
  const { path } = await invite(tools, 'station-clerk', GAOCUN);
  const { browser } = await enrolAt(stack, path);
  const landline = await browser.post('/staff/account/contacts/sms', { address: '0359-2200000' });
  expect([
    landline.status,
    landline.page.includes('座机收不到短信'),
    landline.page.includes('value="0359-2200000"'),
  ]).toEqual([422, true, true]);
  expect((await browser.post('/staff/account/contacts/fax', { address: 'x' })).status).toBe(404);
  expect((await browser.post('/staff/account/contacts/email/code')).status).toBe(404);
  await browser.post('/staff/account/contacts/email', { address: 'wang@station.example' });
  const wrong = await browser.post('/staff/account/contacts/email/confirm', { code: 'abc' });
  expect([wrong.status, wrong.page.includes('确认码不对')]).toEqual([422, true]);
  expect((await browser.post('/staff/account/contacts/email/remove')).location).toBe('/staff/account#contacts');
  expect((await browser.get('/staff/account')).page).not.toContain('还没有确认');
});

test('an administrator invites with a phone and an e-mail; nothing goes there before their holder confirms', async () => {
  const admin = await enrolAt(stack, (await invite(tools, 'administrator')).path);
  const invited = { name: '赵某(示例)', login: 'zhao-told', role: 'station-clerk', place: 'wanrong/station/gaocun' };
  const refused = await admin.browser.post('/staff/accounts', { ...invited, phone: '12', email: '' });
  expect([
    refused.status,
    refused.page.includes('请填写 11 位大陆手机号'),
    refused.page.includes('value="12"'),
  ]).toEqual([422, true, true]);
  const { status, page } = await admin.browser.post('/staff/accounts', {
    ...invited,
    phone: '15400000034',
    email: 'zhao@station.example',
  });
  expect(status).toBe(200);
  const { browser } = await enrolAt(stack, new URL(/data-link[^>]*>\s*([^<\s]+)/.exec(page)?.[1] ?? 'x:').pathname);
  await petition();
  await markUrgent();
  await ticks(2);
  expect([await mailTo('15400000034'), await mailTo('zhao@station.example')]).toEqual([[], []]);
  expect((await browser.get('/staff/account')).page).toContain('z***@station.example, 还没有确认');
  await browser.post('/staff/account/contacts/email/code');
  expect(await mailTo('zhao@station.example', 1)).toHaveLength(1);
});

/** The urgent ones that have come to an address. */
const told = async (address: string): Promise<Mail[]> =>
  (await mailTo(address)).filter(({ subject }) => subject?.includes('急件'));

const OF_WATER = { site: 'wanrong', department: '县水利局' };

test('what is handed over is told to its department alone, a 检举控告 to whoever is cleared alone, each once', async () => {
  const people = [
    ['department-handler', OF_WATER, 'xu@water.example'],
    ['department-handler', { ...OF_WATER, department: '县交通运输局' }, 'li@roads.example'],
    ['county-clerk', { site: 'wanrong' }, 'chang@wanrong.example'],
    ['report-officer', { site: 'wanrong' }, 'reports@wanrong.example'],
  ] as const;
  for (const [role, reach, address] of people) {
    const { browser } = await enrolAt(stack, (await invite(tools, role, reach)).path);
    await confirmAt(browser, 'email', address);
    await browser.post('/staff/account/wishes', { 'new.email': 'yes' });
  }
  await stack.scheduled();
  const handed = await petition({ station: undefined });
  const report = await petition({ category: 'report', topic: 'other', station: undefined });
  const done = await advance(toolsOf(tools.db, { clock: systemClock }), {
    case: { receipt: handed },
    action: 'assign',
    actor: 'staff:chang',
    input: { lead: OF_WATER.department },
  });
  expect(done).toMatchObject({ ok: true });
  await markUrgent();
  await ticks(3);
  const [water, roads, desk, cleared] = await Promise.all(people.map(([, , address]) => told(address)));
  expect([water?.length, roads?.length, cleared?.length]).toEqual([1, 0, 1]);
  expect(water?.[0]?.text).toContain(handed);
  expect(cleared?.[0]?.text).toContain('有 1 件急件要马上看');
  for (const mail of [...(water ?? []), ...(desk ?? []), ...(cleared ?? [])]) expect(mail.text).not.toContain(report);
});

test('whoever is told of nothing is asked for no address', async () => {
  const grid = await enrolAt(stack, (await invite(tools, 'grid-worker', GAOCUN)).path);
  expect((await grid.browser.get('/staff/account')).page).not.toContain('工作提醒');
  expect((await grid.browser.post('/staff/account/contacts/email', { address: 'a@b.example' })).status).toBe(404);
});

test('an administrator hears once of what calls for somebody; on the health page it stands that nobody did before', async () => {
  const { browser } = await enrolAt(stack, (await invite(tools, 'administrator')).path);
  expect((await browser.get('/staff/health')).page).toContain('告警没有人收');
  await stack.scheduled();
  await stack.db.execute('DELETE FROM alarms');
  await confirmAt(browser, 'email', 'chief@county.example');
  await browser.post('/staff/account/wishes', { 'alarm.email': 'yes' });
  await ticks(3);
  const alarms = (await mailTo('chief@county.example', 2)).filter(({ subject }) => subject?.includes('系统告警'));
  expect(alarms).toHaveLength(1);
  expect(alarms[0]?.text).toContain('上次备份: 从来没有');
  expect((await browser.get('/staff/health')).page).not.toContain('告警没有人收');
  await stack.db.execute({
    sql: `INSERT INTO heartbeats (name, at) VALUES ('backup', ?)`,
    args: [Date.now()],
  });
  await ticks(2);
  const [over] = await mailTo('chief@county.example', 3);
  expect(over?.subject).toContain('系统告警解除: 1 项已恢复正常');
});
