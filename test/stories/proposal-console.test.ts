import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffTools } from '../../src/staff/tools.ts';
import { petitionBody } from '../harness/bodies.ts';
import { clientOf } from '../harness/client.ts';
import { REPLIED, REPLY, typedProposal } from '../harness/proposal.ts';
import { enrolAt, invite, staffToolsOf, type StaffBrowser } from '../harness/staff.ts';
import { startStack, type Stack } from '../harness/stack.ts';

const gaocun = { site: 'wanrong', station: 'gaocun' };
const REACHES = {
  clerk: ['station-clerk', gaocun],
  office: ['legislative-officer', { site: 'wanrong' }],
  water: ['department-handler', { site: 'wanrong', department: '县水利局' }],
  deputy: ['deputy', { ...gaocun, deputy: 'dep-gaocun-1' }],
  pinglu: ['county-clerk', { site: 'pinglu' }],
} as const;
type Who = keyof typeof REACHES;

let stack: Stack;
let tools: StaffTools;
const staff = new Map<Who, StaffBrowser>();
beforeAll(async () => {
  stack = await startStack();
  tools = staffToolsOf(stack);
  for (const who of Object.keys(REACHES) as Who[]) {
    const [role, reach] = REACHES[who];
    staff.set(who, (await enrolAt(stack, (await invite(tools, role, reach)).path)).browser);
  }
});
afterAll(async () => {
  tools.db.close();
  await stack.stop();
});

function as(who: Who): StaffBrowser {
  const browser = staff.get(who);
  if (!browser) throw new Error(`${who} is not signed in`);
  return browser;
}
const PHONE = '15400000001';
const REMARK = '先去现场看水位, 再定方案。';

async function petition(site = 'wanrong') {
  const contact = { name: '李某芳(示例)', phone: PHONE, address: '万荣县高村镇北庄(示例)' };
  const station = site === 'wanrong' ? { station: 'gaocun' } : {};
  const body = petitionBody({ category: 'request', title: '村北支渠塌了一段', ...station }, { contact });
  const { receipt, code } = (await clientOf(stack, site).post('petitions', body)).body as Record<string, string>;
  return { receipt: receipt ?? '', code, path: `/staff/cases/${receipt?.toLowerCase()}` };
}

/** Presses a button of a case as somebody who has just opened it. */
async function press(who: Who, path: string, action: string, values: Record<string, string> = {}) {
  const { page } = await as(who).get(`${path}/${action}`);
  return as(who).post(`${path}/${action}`, { seen: /name="seen" value="(\d+)"/.exec(page)?.[1] ?? '', ...values });
}

async function proposal() {
  const from = await petition();
  await press('clerk', from.path, 'register');
  const made = await press('clerk', from.path, 'propose', typedProposal);
  return { from, path: made.location ?? '', number: made.location?.split('/').at(-1)?.toUpperCase() ?? '' };
}

test('a clerk makes a suggestion of a petition; each page shows the other, and none of it the petitioner', async () => {
  const from = await petition();
  await press('clerk', from.path, 'register');
  const form = await as('clerk').get(`${from.path}/propose`);
  for (const words of ['代表法第五十九条', '提出人', '案由', '附议代表']) expect(form.page).toContain(words);
  const bare = await press('clerk', from.path, 'propose', { ...typedProposal, 'answers.asks': '' });
  expect(bare.status).toBe(422);
  expect(bare.page).toContain('部分支渠损坏');
  const made = await press('clerk', from.path, 'propose', typedProposal);
  expect(made.status).toBe(303);
  const path = made.location ?? '';
  const child = await as('clerk').get(path);
  for (const words of ['关于修复部分末级渠道的建议', '冯某田(示例)', '由它转来', '村北支渠塌了一段']) {
    expect(child.page).toContain(words);
  }
  for (const words of ['李某芳', PHONE, '154****0001', '个人信息已打码']) expect(child.page).not.toContain(words);
  const parent = await as('clerk').get(from.path);
  for (const words of ['由它转出', path, '已起草']) expect(parent.page).toContain(words);
  // The congress office reads suggestions, not petitions: of the petition it learns the number and no more.
  const { page } = await as('office').get(path);
  expect(page).toContain(from.receipt);
  expect(page).toContain('不在您的管辖内');
  expect(page).not.toContain('村北支渠塌了一段');
  expect((await as('office').get(from.path)).status).toBe(404);
});

test('a deputy proposes in the own name, and reads no word that colleagues wrote', async () => {
  const from = await petition();
  await press('clerk', from.path, 'register', { remark: REMARK });
  const { page } = await as('deputy').get(`${from.path}/propose`);
  expect(page).toMatch(/value="dep-gaocun-1" selected/);
  const foreign = { ...typedProposal, 'answers.proposer': 'dep-jiedian-1' };
  const refused = await press('deputy', from.path, 'propose', foreign);
  expect(refused.status).toBe(422);
  expect(refused.page).toContain('请选您本人');
  const made = await press('deputy', from.path, 'propose', typedProposal);
  await press('office', made.location ?? '', 'examine', { remark: REMARK });
  for (const path of [from.path, made.location ?? '']) {
    const seen = await as('deputy').get(path);
    expect([path, seen.status, seen.page.includes(REMARK)]).toEqual([path, 200, false]);
  }
});

test('from drafting to publishing each presses the own buttons, and the resident reads the reply', async () => {
  const { from, path } = await proposal();
  const listed = await as('office').get('/staff/cases?view=new');
  expect(listed.page).toContain('<span class="kind">代表建议</span>');
  await press('office', path, 'examine');
  await press('office', path, 'assign', { lead: '县水利局', with: '高村镇人民政府' });
  const clock = (await as('water').get(path)).page;
  for (const words of ['代表法 第五十一条第二款', '3 个月', '答复代表', '申请退回']) expect(clock).toContain(words);
  expect((await as('water').get('/staff/cases')).page).toContain('关于修复部分末级渠道的建议');
  await press('office', path, 'key');
  await press('water', path, 'reply', { ...REPLIED, remark: REMARK });
  const read = (await as('deputy').get(path)).page;
  expect(read).toContain(REPLY);
  expect(read).not.toContain(REMARK);
  expect((await press('deputy', path, 'feedback', { rating: 'mostly' })).status).toBe(303);
  await press('office', path, 'close');
  expect((await press('office', path, 'publish')).status).toBe(303);
  const { body } = await clientOf(stack).post('status', { receipt: from.receipt, code: from.code });
  expect(body['timeline']).toMatchObject([
    { event: 'proposal-published', note: REPLY },
    { event: 'propose' },
    { event: 'register' },
    { event: 'received' },
  ]);
  expect(JSON.stringify(body)).not.toContain(REMARK);
});

test('where no deputies are listed nothing can be made a suggestion', async () => {
  const from = await petition('pinglu');
  await press('pinglu', from.path, 'register');
  expect((await as('pinglu').get(from.path)).page).not.toContain('转为代表建议');
  expect((await press('pinglu', from.path, 'propose', typedProposal)).status).toBe(409);
});

test('an administrator links an account to a deputy of the list, and to none who is not', async () => {
  const admin = (await enrolAt(stack, (await invite(tools, 'administrator')).path)).browser;
  const { page } = await admin.get('/staff/accounts');
  expect(page).toContain('value="wanrong/deputy/dep-gaocun-1"');
  const values = { name: '陈某水(示例)', login: 'deputy-chen', role: 'deputy', place: 'wanrong/deputy/dep-gaocun-2' };
  await admin.post('/staff/accounts', values);
  const { rows } = await stack.db.execute("SELECT station, deputy FROM staff_accounts WHERE login = 'deputy-chen'");
  expect(rows.map(({ station, deputy }) => [station, deputy])).toEqual([['gaocun', 'dep-gaocun-2']]);
  const wrong = { ...values, login: 'clerk-chen', role: 'station-clerk' };
  expect((await admin.post('/staff/accounts', wrong)).status).toBe(422);
});
