import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyAll } from '../../scripts/verify/walk.ts';
import type { StaffTools } from '../../src/staff/tools.ts';
import { petitionBody } from '../harness/bodies.ts';
import { clientOf, mailFor, type Mail } from '../harness/client.ts';
import { dataRequestBody, type Sent } from '../harness/data-request.ts';
import { codesAsked, minutesLater, newCodeOf, type Pumped } from '../harness/pumped.ts';
import { enrolAt, invite, staffToolsOf, type StaffBrowser } from '../harness/staff.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
let tools: StaffTools;
let admin: StaffBrowser;
let adminId: string;
let clerk: StaffBrowser;
let elsewhere: StaffBrowser;
/** Of the story: their codes were typed back, or not. */
let used: Pumped[];
let unused: Pumped[];
/** Was told that a new code is on its way, just before there were none. */
let promised: string;
/** Sent their request before, and had a code sent. */
let early: Sent;

const OFFICE = '0359-0000101';
const CHIEF = 'chief@county.example';
const RESUME = '/staff/messages/resume-codes';
const REASON = '刷码的号码已经拦下(示例)';
const PAUSED = '暂时不发查询码和确认码';

const request = async (phone: string): Promise<Sent> => {
  const { body } = await clientOf(stack).post('data-requests', dataRequestBody({}, { phone }));
  return { receipt: String(body['receipt']), code: String(body['code']) };
};
const page = (path: string, fields: Record<string, string>): Promise<Response> =>
  stack.fetch(`/wanrong${path}`, { method: 'POST', body: new URLSearchParams(fields) });
const mailTo = async (to: string): Promise<Mail[]> =>
  (await (await stack.fetch('/dev/mailbox.json')).json<Mail[]>()).filter((mail) => mail.to === to);
const identityCodeOf = async ({ receipt }: Sent): Promise<string> => {
  const texts = (await mailFor(stack, receipt, 2)).map(({ text }) => text);
  return texts.map((text) => /确认码为(\d{6})/.exec(text)?.[1]).find(Boolean) ?? '';
};
const pauses = async (): Promise<unknown[]> =>
  (await stack.db.execute('SELECT site, sent, used, least, lifted_by FROM code_pauses ORDER BY id')).rows.map(
    (row) => ({
      ...row,
    }),
  );

beforeAll(async () => {
  stack = await startStack();
  tools = staffToolsOf(stack);
  const chief = await invite(tools, 'administrator');
  adminId = chief.account.id;
  admin = (await enrolAt(stack, chief.path)).browser;
  clerk = (await enrolAt(stack, (await invite(tools, 'county-clerk', { site: 'wanrong' })).path)).browser;
  elsewhere = (await enrolAt(stack, (await invite(tools, 'county-clerk', { site: 'wenxi' })).path)).browser;
  await admin.post('/staff/account/contacts/email', { address: CHIEF });
  await stack.scheduled();
  const code = /\d{6}/.exec((await mailTo(CHIEF))[0]?.text ?? '')?.[0] ?? '';
  await admin.post('/staff/account/contacts/email/confirm', { code });
}, 60_000);
afterAll(async () => {
  tools.db.close();
  await stack.stop();
});

test('receipts nobody looks up, and a fifth of the codes typed back, leave everything as it is', async () => {
  early = await request('15400002901');
  expect((await clientOf(stack).post('status/identity', { ...early })).status).toBe(202);
  const phoneCode = await identityCodeOf(early);
  used = await codesAsked(stack, 9);
  for (const one of used) {
    const code = await newCodeOf(stack, one);
    expect((await clientOf(stack).post('status', { receipt: one.receipt, code })).status).toBe(200);
  }
  unused = await codesAsked(stack, 40);
  // The tenth that is used is the code of a request; it was typed wrong before.
  const { post } = clientOf(stack);
  const wrong = phoneCode === '000000' ? '000001' : '000000';
  expect((await post('status/identity', { ...early, answers: { phoneCode: wrong } })).status).toBe(422);
  expect((await post('status/identity', { ...early, answers: { phoneCode } })).status).toBe(200);
  await minutesLater(stack, 11);
  await stack.scheduled();
  expect(await pauses()).toEqual([]);
  const { rows } = await stack.db.execute(
    'SELECT count(*) AS sent, count(used_at) AS used FROM sent_codes ORDER BY site',
  );
  expect(rows.map((row) => ({ ...row }))).toEqual([{ sent: 50, used: 10 }]);
}, 120_000);

test('one more that nobody types back, once ten minutes are over: the codes of the county pause, and only they', async () => {
  unused.push(...(await codesAsked(stack, 1)));
  expect(await pauses()).toEqual([]);
  await minutesLater(stack, 11);
  await stack.scheduled();
  expect(await pauses()).toEqual([{ site: 'wanrong', sent: 50, used: 9, least: 20, lifted_by: null }]);
  const sent = await clientOf(stack).post('petitions', petitionBody());
  promised = String(sent.body['receipt']);
  await stack.db.execute({
    sql: "INSERT INTO code_requests (site, receipt, day, asked_at) VALUES ('wanrong', ?, '2026-01-01', 0)",
    args: [promised],
  });
  await stack.scheduled();
  expect((await mailFor(stack, promised)).map(({ text }) => text)).toEqual([
    expect.stringContaining('已收到') as string,
  ]);
  const there = await clientOf(stack, 'wenxi').post('status/new-code', { receipt: 'WX-22222-22222' });
  expect(there.status).toBe(202);
}, 60_000);

test('whoever asks for a new code is told to call, number or none; the code they have goes on', async () => {
  const [one] = used;
  if (!one) throw new Error('nobody');
  const { post } = clientOf(stack);
  const real = await post('status/new-code', { receipt: one.receipt });
  const other = await post('status/new-code', { receipt: 'WR-22222-22222' });
  const none = await post('status/new-code', { receipt: '不是编号' });
  for (const answer of [real, other, none]) {
    expect(answer).toMatchObject({ status: 409, body: { code: 'codes.paused', title: PAUSED } });
    expect(String(answer.body['detail'])).toContain(OFFICE);
    expect({ ...answer.body, requestId: '' }).toEqual({ ...real.body, requestId: '' });
  }
  const shown = await page('/status/new-code', { receipt: one.receipt });
  const html = await shown.text();
  expect([shown.status, html.includes(PAUSED), html.includes(OFFICE), html.includes(one.receipt)]).toEqual([
    409,
    true,
    true,
    true,
  ]);
  const code = await newCodeOf(stack, one);
  expect((await post('status', { receipt: one.receipt, code })).status).toBe(200);
  const { rows } = await stack.db.execute('SELECT receipt FROM code_requests WHERE done_at IS NULL');
  expect(rows.map(({ receipt }) => receipt)).toEqual([promised]);
});

test('whoever is to show that a request is theirs is told to call, on the page of the request and by the interface', async () => {
  const later = await request('15400002902');
  const answer = await clientOf(stack).post('status/identity', { ...later });
  expect(answer).toMatchObject({ status: 409, body: { code: 'codes.paused' } });
  const shown = await page('/status/identity', { ...later, send: '1' });
  const html = await shown.text();
  expect(shown.status).toBe(409);
  for (const words of [PAUSED, OFFICE, '发送确认码', later.receipt]) expect(html).toContain(words);
  expect(html).not.toContain('name="phoneCode"');
  expect((await stack.db.execute('SELECT count(*) AS n FROM identity_codes')).rows[0]?.['n']).toBe(0);
});

test('staff see it where they work, with the figures where stops are shown; who watches is alarmed, once in the hour', async () => {
  expect((await clerk.get('/staff/cases')).page).toContain('万荣县(演示): 短信码已自动停发');
  expect((await elsewhere.get('/staff/cases')).page).not.toContain('自动停发');
  const { page: all } = await admin.get('/staff/messages');
  expect(all).toContain('最近 50 个里填回 9 个 (18\u00a0%), 不到 20\u00a0%');
  expect(all.split('data-channel="codes"')).toHaveLength(2);
  expect(all).toContain(`${RESUME}?site=wanrong`);
  expect((await admin.get('/staff/messages/wanrong')).page).toContain('自动停发中');
  await stack.scheduled();
  const alarms = (await mailTo(CHIEF)).filter(({ subject }) => subject?.includes('系统告警'));
  expect(alarms.filter(({ text }) => text.includes('短信码自动停发: 万荣县(演示) 1'))).toHaveLength(1);
});

test('only an administrator lets them go again, with a reason and a fresh proof', async () => {
  expect((await clerk.get(RESUME)).status).toBe(404);
  expect((await clerk.post(RESUME, { site: 'wanrong', reason: REASON })).status).toBe(404);
  for (const values of [
    { site: 'wanrong', reason: '' },
    { site: 'nowhere', reason: REASON },
  ])
    expect((await admin.post(RESUME, values)).status).toBe(422);
  const wrong = await admin.post(RESUME, { site: 'wenxi', reason: REASON });
  expect([wrong.status, wrong.page.includes('没有变'), wrong.page.includes(REASON)]).toEqual([409, true, true]);
  await stack.db.execute('UPDATE staff_sessions SET proved_at = proved_at - 600000');
  const to = `/staff/prove?to=${encodeURIComponent(RESUME)}`;
  expect((await admin.post(RESUME, { site: 'wanrong', reason: REASON })).location).toBe(to);
  expect(await pauses()).toMatchObject([{ lifted_by: null }]);
  await stack.db.execute('UPDATE staff_sessions SET proved_at = proved_at + 600000');
  const done = await admin.post(RESUME, { site: 'wanrong', reason: REASON });
  expect([done.status, done.location]).toEqual([303, '/staff/messages']);
});

test('lifted they leave again and do not pause by what was judged; who did what stands in a chain that holds', async () => {
  await stack.scheduled();
  expect(await pauses()).toEqual([{ site: 'wanrong', sent: 50, used: 9, least: 20, lifted_by: `staff:${adminId}` }]);
  expect((await clerk.get('/staff/cases')).page).not.toContain('自动停发');
  expect((await mailFor(stack, promised, 2)).some(({ text }) => text.includes('新查询码'))).toBe(true);
  const [one] = await codesAsked(stack, 1);
  if (!one) throw new Error('nobody');
  const code = await newCodeOf(stack, one);
  expect((await clientOf(stack).post('status', { receipt: one.receipt, code })).status).toBe(200);
  const later = await request('15400002903');
  expect((await clientOf(stack).post('status/identity', { ...later })).status).toBe(202);
  const history = (await admin.get('/staff/messages/wanrong')).page;
  for (const words of [REASON, '最近 50 个里填回 9 个', 'data-pause="lifted"']) expect(history).toContain(words);
  const { rows } = await stack.db.execute("SELECT actor, code FROM events WHERE stream = 'site:wanrong' ORDER BY seq");
  expect(rows.map(({ actor, code: what }) => [actor, what])).toEqual([
    ['system', 'codes-paused'],
    [`staff:${adminId}`, 'codes-resumed'],
  ]);
  const over = (await mailTo(CHIEF)).filter(({ subject }) => subject?.includes('系统告警解除'));
  expect(over.filter(({ text }) => text.includes('短信码自动停发'))).toHaveLength(1);
  const verdict = await verifyAll(tools);
  expect([verdict.brokenStreams, verdict.unkept, verdict.seals.fault]).toEqual([[], [], null]);
  expect(stack.logs().join('\n')).not.toContain('拦下');
});
