import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffTools } from '../../src/staff/tools.ts';
import { petitionBody } from '../harness/bodies.ts';
import { clientOf, mailFor } from '../harness/client.ts';
import { NOTE } from '../harness/road.ts';
import { enrolAt, invite, staffToolsOf, type StaffBrowser } from '../harness/staff.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
let tools: StaffTools;
let county: StaffBrowser;
let gaocun: StaffBrowser;
let deputy: StaffBrowser;

beforeAll(async () => {
  stack = await startStack();
  tools = staffToolsOf(stack);
  const enrol = async (...who: Parameters<typeof invite> extends [unknown, ...infer R] ? R : never) =>
    (await enrolAt(stack, (await invite(tools, ...who)).path)).browser;
  county = await enrol('county-clerk', { site: 'wanrong' });
  gaocun = await enrol('station-clerk', { site: 'wanrong', station: 'gaocun' });
  deputy = await enrol('deputy', { site: 'wanrong', station: 'gaocun', deputy: 'gaocun-1' });
});
afterAll(async () => {
  tools.db.close();
  await stack.stop();
});

const CANAL = '渠塌了一大截,水放不下来,八亩麦子浇不上。';
const ODD = '塌的地方离路近,娃娃放学从边上走,能不能先围起来。';

async function petition(title: string, body: string, phone: string, station = 'gaocun') {
  const contact = { name: '畅某霞(示例)', phone, address: '万荣县高村镇沟东(示例)' };
  const answers = { station, category: 'request', topic: 'irrigation', title, body };
  const { body: sent } = await clientOf(stack).post('petitions', petitionBody(answers, { contact }));
  const { receipt = '', code = '' } = sent as Record<string, string>;
  return { receipt, code, path: `/staff/cases/${receipt.toLowerCase()}` };
}
type Sent = Awaited<ReturnType<typeof petition>>;

const against = (one: Sent, other: Sent): string => `${one.path}/matter/${other.receipt.toLowerCase()}`;
const hidden = (page: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? '';
const statusOf = async ({ receipt, code }: Sent) => (await clientOf(stack).post('status', { receipt, code })).body;

async function join(browser: StaffBrowser, lead: Sent, member: Sent) {
  const { page } = await browser.get(against(member, lead));
  const seen = { seen: hidden(page, 'seen'), seenOther: hidden(page, 'seenOther') };
  return browser.post(`${against(member, lead)}/join`, { ...seen, lead: lead.receipt });
}

test('what may be the same matter stands on the page with why and what differs; joined, one answer reaches both', async () => {
  const lead = await petition('支渠塌了浇不上地', CANAL, '15400000011');
  const member = await petition('请修一下村北的渠', CANAL + ODD, '15400000012');
  const { page } = await gaocun.get(lead.path);
  for (const words of ['可能是同一件事', '大部分内容相同', ODD, member.receipt]) expect(page).toContain(words);
  const compared = await gaocun.get(against(lead, member));
  expect(compared.page).toContain(`<mark>${ODD}</mark>`);
  expect(await join(gaocun, lead, member)).toMatchObject({ status: 303, location: lead.path });
  const bundle = (await gaocun.get(lead.path)).page;
  for (const words of ['并案 1 件', '办理告知已送达 1 / 1', '畅**', '只有这一件说到', ODD])
    expect(bundle).toContain(words);
  expect(bundle).not.toContain('畅某霞');
  expect((await gaocun.get('/staff/cases')).page).toContain(' · 并 1');
  const followed = (await gaocun.get(member.path)).page;
  expect(followed).toContain('已并入一并办理');
  expect(followed).not.toContain(`${member.path}/accept`);
  expect((await gaocun.post(`${member.path}/accept`, { seen: '2' })).status).toBe(409);

  expect((await gaocun.post(`${lead.path}/accept`, { seen: '2' })).status).toBe(303);
  const form = (await gaocun.get(`${lead.path}/answer`)).page;
  for (const words of ['这一步会告诉 2 位来信人', '还有没回应的话', ODD]) expect(form).toContain(words);
  const settled = await gaocun.post(`${member.path}/matter/settle`, {
    seen: '3',
    sentence: hidden(bundle, 'sentence'),
    lead: lead.receipt,
    how: 'answered',
  });
  expect(settled).toMatchObject({ status: 303, location: `${lead.path}#${member.receipt.toLowerCase()}` });
  expect((await gaocun.get(lead.path)).page).toContain('✓ 已回应');
  expect((await gaocun.get(`${lead.path}/answer`)).page).not.toContain('还有没回应的话');
  const answered = await gaocun.post(`${lead.path}/answer`, {
    seen: hidden(form, 'seen'),
    outcome: 'supported',
    note: NOTE,
  });
  expect(answered.status).toBe(303);
  for (const one of [lead, member]) {
    const { state, timeline } = (await statusOf(one)) as { state: string; timeline: unknown[] };
    expect({ state, first: timeline[0] }).toMatchObject({ state: 'answered', first: { event: 'answer', note: NOTE } });
    const mails = (await mailFor(stack, one.receipt, 3)).map(({ text }) => text);
    expect(mails.filter((text) => text.includes('已有答复'))).toHaveLength(1);
  }
  expect(JSON.stringify(await statusOf(member))).not.toContain(lead.receipt);
});

test('of two officers the second is told, and nothing is joined on what has changed', async () => {
  const lead = await petition('机井坏了没人修', '村里第二眼机井不上水,打电话说配件没到。', '15400000013');
  const member = await petition('机井又坏了', '村里第二眼机井不上水,苹果树正要水。', '15400000014');
  await county.post(`${member.path}/register`, { seen: '1' });
  const late = await gaocun.post(`${against(member, lead)}/join`, { seen: '1', seenOther: '1', lead: lead.receipt });
  expect(late.status).toBe(409);
  expect(late.page).toContain('有了变化');
  expect(await join(gaocun, lead, member)).toMatchObject({ status: 303 });
});

test('a station joins what is its own; a county joins across stations, and each station sees its own alone', async () => {
  const here = await petition('水库渗漏', '村后小水库的坝渗水,越渗越大,下面住着十几户。', '15400000015');
  const there = await petition('坝在渗水', '小水库的坝渗水,越渗越大,下面住着十几户。', '15400000016', 'jiedian');
  expect((await gaocun.get(against(here, there))).status).toBe(404);
  expect(
    (await gaocun.post(`${against(here, there)}/join`, { seen: '1', seenOther: '1', lead: here.receipt })).status,
  ).toBe(404);
  expect(await join(county, here, there)).toMatchObject({ status: 303, location: here.path });
  const { page } = await gaocun.get(here.path);
  expect(page).toContain('并案 1 件');
  expect(page).toContain('另有 1 件不在您的范围内');
  expect(page).not.toContain(there.receipt);
  expect(page).not.toContain('坝在渗水');
});

test('parting takes a reason that only colleagues read', async () => {
  const lead = await petition('泵房漏电', '泵房的电线老化漏电,下雨天不敢合闸。', '15400000017');
  const member = await petition('泵房的门坏了', '泵房的门坏了,孩子能跑进去。', '15400000018');
  await join(gaocun, lead, member);
  const form = await gaocun.get(`${member.path}/matter/part`);
  const seen = hidden(form.page, 'seen');
  expect((await gaocun.post(`${member.path}/matter/part`, { seen })).status).toBe(422);
  const reason = '一个是电,一个是门';
  expect(await gaocun.post(`${member.path}/matter/part`, { seen, remark: reason })).toMatchObject({ status: 303 });
  expect((await gaocun.get(member.path)).page).toContain(reason);
  expect(JSON.stringify(await statusOf(member))).not.toContain(reason);
  expect((await gaocun.get(`${member.path}/matter/part`)).status).toBe(404);
});

test('asked again by the same sender while it is under way, it can be turned away by article 19(3) and linked', async () => {
  const first = await petition('支渠何时修', '支渠说了这个月修,到今天没见人来。', '15400000019');
  const again = await petition('想问问进度', '上次反映的渠到底什么时候动工,给个准话。', '15400000019');
  const { page } = await gaocun.get(again.path);
  for (const words of ['同一电话', '第十九条第三款', `${again.path}/refuse?repeated`]) expect(page).toContain(words);
  const refuse = (await gaocun.get(`${again.path}/refuse?repeated`)).page;
  expect(refuse).toMatch(/value="under-way" checked/);
  await gaocun.post(`${again.path}/refuse`, { seen: '1', why: 'under-way', note: NOTE });
  const compared = (await gaocun.get(against(again, first))).page;
  expect(compared).toContain('可以关联');
  const seen = { seen: hidden(compared, 'seen'), seenOther: hidden(compared, 'seenOther') };
  expect(await gaocun.post(`${against(again, first)}/link`, seen)).toMatchObject({ status: 303, location: again.path });
  for (const [one, other] of [
    [first, again],
    [again, first],
  ] as const) {
    const linked = (await gaocun.get(one.path)).page;
    expect(linked).toContain('关联: ');
    expect(linked).toContain(other.path);
  }
});

test('whoever only follows a case sees the bundle and changes nothing in it', async () => {
  const lead = await petition('水表不走', '水表不走字,收费却一样多。', '15400000020');
  const member = await petition('水表坏了', '水表不走字,没人来换。', '15400000021');
  await join(gaocun, lead, member);
  const { page } = await deputy.get(lead.path);
  expect(page).toContain('并案 1 件');
  for (const words of ['/matter/settle', '/matter/part', '按同一事项正在办理']) expect(page).not.toContain(words);
  for (const path of [against(lead, member), `${member.path}/matter/part`])
    expect((await deputy.get(path)).status).toBe(404);
  for (const path of [`${against(lead, member)}/join`, `${against(lead, member)}/link`, `${member.path}/matter/settle`])
    expect((await deputy.post(path, { seen: '1', seenOther: '1', how: 'apart' })).status).toBe(404);
});
