import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffTools } from '../../src/staff/tools.ts';
import { petitionBody } from '../harness/bodies.ts';
import { clientOf, mailFor, problemsOf, type Json } from '../harness/client.ts';
import { dataRequestBody, TOLD, type Sent } from '../harness/data-request.ts';
import { hiddenIn } from '../harness/pledges.ts';
import { enrolAt, invite, staffToolsOf, type StaffBrowser } from '../harness/staff.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
let tools: StaffTools;
let officer: StaffBrowser;
beforeAll(async () => {
  stack = await startStack();
  tools = staffToolsOf(stack);
  const { path } = await invite(tools, 'data-officer', { site: 'wanrong' });
  officer = (await enrolAt(stack, path)).browser;
});
afterAll(async () => {
  tools.db.close();
  await stack.stop();
});

let made = 0;
/** A phone nobody of another story here has. */
const phone = (): string => `154000001${String((made += 1)).padStart(2, '0')}`;

async function send(collection: string, body: Json): Promise<Sent> {
  const { status, body: answer } = await clientOf(stack).post(collection, body);
  if (status !== 201) throw new Error(`${collection} was answered ${status} ${JSON.stringify(answer)}`);
  return { receipt: String(answer['receipt']), code: String(answer['code']) };
}
const petition = (contact: Json, answers: Json = {}) =>
  send('petitions', petitionBody(answers, { contact: { name: '李某芳(示例)', ...contact } }));

const post = (path: string, fields: Record<string, string>): Promise<Response> =>
  stack.fetch(`/wanrong${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
const codeFor = async ({ receipt }: Sent): Promise<string> => {
  const texts = (await mailFor(stack, receipt, 2)).map(({ text }) => text);
  return texts.map((text) => /确认码为(\d{6})/.exec(text)?.[1]).find(Boolean) ?? '';
};
/** A request whose sender has shown that the phone is theirs, by the interface. */
async function asked(answers: Json, contact: Json): Promise<Sent> {
  const sent = await send('data-requests', dataRequestBody(answers, contact));
  const { post: ask } = clientOf(stack);
  expect(await ask('status/identity', { ...sent })).toMatchObject({ status: 202, body: { accepted: true } });
  const done = await ask('status/identity', { ...sent, answers: { phoneCode: await codeFor(sent) } });
  expect(done).toMatchObject({ status: 200, body: { done: true } });
  return sent;
}
const at = ({ receipt }: Sent): string => `/staff/cases/${receipt.toLowerCase()}`;
const seqOf = async ({ receipt }: Sent): Promise<string> => {
  const { rows } = await stack.db.execute({ sql: 'SELECT seq FROM cases WHERE receipt = ?', args: [receipt] });
  return String(Number(rows[0]?.['seq']));
};
const eventsOf = async ({ receipt }: Sent): Promise<string[]> => {
  const { rows } = await stack.db.execute({
    sql: 'SELECT e.code FROM events e JOIN cases c ON c.id = e.stream WHERE c.receipt = ? ORDER BY e.seq',
    args: [receipt],
  });
  return rows.map((row) => row['code'] as string);
};

test('without a script: asked on the page, confirmed by the phone, given by the officer, opened and saved', async () => {
  const own = phone();
  const mine = await petition({ phone: own });
  const shared = await petition({ name: '李某明(示例)', phone: own });
  const report = await petition({ phone: own }, { category: 'report' });
  const page = await (await stack.fetch('/wanrong/data-request')).text();
  const filled = {
    ...hiddenIn(page),
    'answers.want': 'see',
    'contact.name': '李某芳(示例)',
    'contact.phone': own,
    'consent.privacy': 'true',
  };
  expect((await post('/data-request', filled)).status).toBe(422);
  await new Promise((resolve) => setTimeout(resolve, 2100));
  const done = await post('/data-request', filled);
  expect(done.status).toBe(303);
  const receiptPage = await (await stack.fetch(done.headers.get('location') ?? '')).text();
  expect(receiptPage).toContain('办好您的申请, 不办的告诉您理由');
  const { rows } = await stack.db.execute(
    `SELECT receipt FROM cases WHERE kind = 'data-request' ORDER BY id DESC LIMIT 1`,
  );
  const receipt = rows[0]?.['receipt'] as string;
  const code = /查询码(\d{6})/.exec((await mailFor(stack, receipt))[0]?.text ?? '')?.[1] ?? '';
  const request = { receipt, code };

  const status = await (await post('/status', request)).text();
  expect(status).toContain('请确认是您本人');
  const identity = await (await post('/status/identity', request)).text();
  expect(identity).toContain('154****');
  expect(identity).not.toContain(own);
  expect(identity).not.toContain('name="phoneCode"');
  expect(await (await post('/status/identity', { ...request, send: '1' })).text()).toContain('name="phoneCode"');
  const wrong = await post('/status/identity', { ...request, sure: '1', phoneCode: 'abc' });
  expect([wrong.status, (await wrong.text()).includes('href="#phoneCode"')]).toEqual([422, true]);
  const phoneCode = await codeFor(request);
  expect(await (await post('/status/identity', { ...request, sure: '1', phoneCode })).text()).toContain('已核实身份');

  const before = await officer.get(`${at(request)}/give`);
  expect(before.page).toContain(mine.receipt);
  for (const hidden of [shared.receipt, report.receipt, '路灯']) expect(before.page).not.toContain(hidden);
  expect(before.page).toContain('共 1 件。请在 7 天内凭编号和查询码');
  const given = await officer.post(`${at(request)}/give`, { seen: await seqOf(request), note: TOLD });
  expect(given.status).toBe(303);

  const copy = await (await post('/status/copy', request)).text();
  for (const words of ['村东头路灯不亮', own, mine.receipt, '下载文件']) expect(copy).toContain(words);
  for (const hidden of [shared.receipt, report.receipt]) expect(copy).not.toContain(hidden);
  const file = await post('/status/copy', { ...request, as: 'file' });
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="minyi-wanrong-[\d-]+\.json"$/);
  expect(file.headers.get('cache-control')).toBe('no-store');
  expect(await file.json()).toMatchObject({
    site: 'wanrong',
    request: receipt,
    cases: [{ status: { receipt: mine.receipt }, body: { contact: { phone: own } } }],
  });
  expect(await eventsOf(mine)).toEqual(['submitted', 'revealed']);
  expect(await eventsOf(request)).toEqual(['submitted', 'identity-code', 'identity', 'give', 'copy', 'copy']);
  expect((await officer.get(at(request))).page).toContain('发送确认码');
  expect((await post('/status/copy', { receipt, code: '000000' })).status).toBe(404);
});

test('a step that reaches everything of a person wants a fresh proof; what was typed stays, nothing is done', async () => {
  const own = phone();
  const mine = await petition({ phone: own });
  const request = await asked({ want: 'correct', newPhone: phone() }, { phone: own });
  await stack.db.execute('UPDATE staff_sessions SET proved_at = proved_at - 600000');
  const told = { seen: await seqOf(request), note: '您好。改好了, 请放心。(示例)' };
  const refused = await officer.post(`${at(request)}/correct`, told);
  expect(refused.status).toBe(422);
  expect(refused.page).toContain('要先再验证一次身份');
  expect(refused.page).toContain('改好了, 请放心');
  expect(await eventsOf(mine)).toEqual(['submitted']);
  await stack.db.execute('UPDATE staff_sessions SET proved_at = proved_at + 600000');
  expect((await officer.post(`${at(request)}/correct`, told)).status).toBe(303);
  expect(await eventsOf(mine)).toEqual(['submitted', 'contact-corrected']);
});

test('erasing shows first what goes and what stays, with the reason; what cannot go is told to the person', async () => {
  const own = phone();
  const open = await petition({ phone: own });
  const ended = await asked({}, { phone: own });
  await officer.post(`${at(ended)}/give`, { seen: await seqOf(ended), note: TOLD });
  const request = await asked({ want: 'erase' }, { phone: own });
  const { page } = await officer.get(`${at(request)}/erase`);
  expect(page).toMatch(new RegExp(`${open.receipt}</td>.*?保留: 还在办理`));
  expect(page).toMatch(new RegExp(`${ended.receipt}</td>.*?删除</td>`));
  expect(page).toContain(`以下不能删除: ${open.receipt}(还在办理, 办完以后可以再申请)`);
  const without = await officer.post(`${at(request)}/erase`, { seen: await seqOf(request), note: TOLD });
  expect(without.status).toBe(422);
  const done = await officer.post(`${at(request)}/erase`, {
    seen: await seqOf(request),
    note: TOLD,
    why: 'purpose-met',
  });
  expect(done.status).toBe(303);
  const { rows } = await stack.db.execute({
    sql: 'SELECT receipt, state, phone_index IS NULL AS gone FROM cases WHERE receipt IN (?, ?) ORDER BY receipt = ?',
    args: [open.receipt, ended.receipt, ended.receipt],
  });
  expect(rows).toMatchObject([
    { receipt: open.receipt, state: 'received', gone: 0 },
    { receipt: ended.receipt, state: 'erased', gone: 1 },
  ]);
  expect((await clientOf(stack).post('status', request)).body).toMatchObject({
    state: 'fulfilled',
    timeline: [{ event: 'erase', note: TOLD }, { event: 'identity' }, { event: 'received' }],
  });
});

test('the interface: what is wrong stands where it is, and no short cut leads past the phone', async () => {
  const { post: ask } = clientOf(stack);
  const wrong = dataRequestBody({ want: 'correct' }, { phone: '0359-2200000' });
  expect(problemsOf(await ask('data-requests', wrong))).toEqual([
    'contact.phone field.invalid',
    'answers.newPhone field.required',
  ]);
  const misplaced = dataRequestBody({ want: 'see', newEmail: 'a@example.cn' }, { phone: phone() });
  expect(problemsOf(await ask('data-requests', misplaced))).toEqual(['answers.newEmail field.invalid']);
  const sent = await send('data-requests', dataRequestBody({}, { phone: phone() }));
  expect(problemsOf(await ask('status/identity', { ...sent, answers: { phoneCode: '123456' } }))).toEqual([
    'answers.phoneCode field.invalid',
  ]);
  expect(await ask('status/copy', { ...sent })).toMatchObject({ status: 409, body: { code: 'case.changed' } });
  const other = await petition({ phone: phone() });
  const answers = { otherReceipt: other.receipt, otherCode: other.code };
  expect(problemsOf(await ask('status/include', { ...sent, answers: { ...answers, otherCode: '1' } }))).toEqual([
    'answers.otherCode field.invalid',
  ]);
  expect(await ask('status/include', { ...sent, answers })).toMatchObject({ status: 200, body: { done: true } });
  for (const action of ['give', 'handle', 'erase'])
    expect([action, (await ask(`status/${action}`, { ...sent })).status]).toEqual([action, 409]);
  const { page } = await officer.get(`${at(sent)}/give`);
  expect(page).not.toContain('<button class="button">提供副本');
});

test('nobody files one for somebody else: its copy would lie in the filer’s hands', async () => {
  const { path } = await invite(tools, 'station-clerk', { site: 'wanrong', station: 'gaocun' });
  const { browser: clerk } = await enrolAt(stack, path);
  expect((await clerk.get('/staff/file')).page).not.toContain('data-request');
  expect((await clerk.get('/staff/file/data-request')).status).toBe(404);
  expect((await clerk.post('/staff/file/data-request', { 'answers.want': 'see' })).status).toBe(404);
  expect((await clerk.get('/staff/file/petition')).status).toBe(200);
});

test('it is open in every county, also in one that lists no form but another', async () => {
  for (const site of ['wanrong', 'wenxi', 'jishan', 'pinglu', 'hedong']) {
    const page = await stack.fetch(`/${site}/data-request?lang=en`);
    expect([site, page.status, (await page.text()).includes('See, correct or erase my data')]).toEqual([
      site,
      200,
      true,
    ]);
    expect((await stack.fetch(`/${site}`)).status).toBe(200);
  }
});
