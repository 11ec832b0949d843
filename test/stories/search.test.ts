import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffTools } from '../../src/staff/tools.ts';
import { petitionBody } from '../harness/bodies.ts';
import { clientOf } from '../harness/client.ts';
import { enrolAt, invite, staffToolsOf, type StaffBrowser } from '../harness/staff.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
let tools: StaffTools;
let feng: StaffBrowser;
let deputy: StaffBrowser;
let own = '';
let other = '';
const PHONE = '15400000031';
beforeAll(async () => {
  stack = await startStack();
  tools = staffToolsOf(stack);
  const gaocun = { site: 'wanrong', station: 'gaocun' };
  feng = (await enrolAt(stack, (await invite(tools, 'station-clerk', gaocun)).path)).browser;
  deputy = (await enrolAt(stack, (await invite(tools, 'deputy', gaocun)).path)).browser;
  own = await petition('gaocun');
  other = await petition('jiedian');
  await stack.scheduled();
});
afterAll(async () => {
  tools.db.close();
  await stack.stop();
});

async function petition(station: string): Promise<string> {
  const contact = { name: '李某芳(示例)', phone: PHONE };
  const body = petitionBody({ station, title: '下坡弯道没有护栏' }, { contact });
  return String((await clientOf(stack).post('petitions', body)).body['receipt']);
}

/** What a query leads to, followed as a browser does. */
async function find(browser: StaffBrowser, query: string) {
  const asked = await browser.post('/staff/search', { query });
  if (asked.status !== 303) return { ...asked, address: '' };
  const address = asked.location ?? '';
  return { ...(await browser.get(address)), address };
}

test('a number as it is read out opens its case; one of elsewhere is not there', async () => {
  const typed = own.replaceAll('-', ' ').toLowerCase();
  const path = `/staff/cases/${own.toLowerCase()}`;
  expect(await feng.post('/staff/search', { query: typed })).toMatchObject({ status: 303, location: path });
  expect(await feng.post('/staff/search?lang=en', { query: own })).toMatchObject({ location: `${path}?lang=en` });
  const missed = await find(feng, other);
  expect(missed.status).toBe(200);
  expect(missed.page).toContain(`没有找到「${other}」`);
});

test('a phone and words lead to the cases within reach, their words marked', async () => {
  for (const query of [PHONE, '154 0000 0031', '护栏', own.slice(-4)]) {
    const { page, status } = await find(feng, query);
    expect([query, status, page.includes(own), page.includes(other)]).toEqual([query, 200, true, false]);
  }
  expect((await find(feng, '护栏')).page).toContain('没有<mark>护栏</mark>');
});

test('a deputy, who may never see a phone, finds nothing by one', async () => {
  expect((await find(deputy, '护栏')).page).toContain(own);
  const { page } = await find(deputy, PHONE);
  expect(page).toContain('没有找到');
  expect(page).not.toContain(own);
});

test('what was typed stands in no address and in no log, and its page is for its asker alone', async () => {
  const { address } = await find(feng, PHONE);
  expect(address).toMatch(/^\/staff\/search\?q=A256GCM\.[\w.-]+$/);
  expect(decodeURIComponent(address)).not.toContain('154');
  expect((await feng.get(address)).page).toContain(own);
  const stolen = await deputy.get(address);
  expect([stolen.status, stolen.page.includes(own), stolen.page.includes('已经过期')]).toEqual([422, false, true]);
  for (const forged of ['/staff/search?q=x', `${address}x`, '/staff/search?q=A256GCM.test.a.b'])
    expect([forged, (await feng.get(forged)).status]).toEqual([forged, 422]);
  expect(stack.logs().join('\n')).not.toContain(PHONE);
});

test('what cannot be looked up gets a sentence beside the field, and stays there', async () => {
  for (const query of ['', '灯', '%', '路'.repeat(101)]) {
    const { status, page } = await feng.post('/staff/search', { query });
    expect([query, status]).toEqual([query, 422]);
    expect(page).toContain('id="query-error"');
    expect(page).toContain(`value="${query}"`);
  }
});

test('odd queries and places find nothing and break nothing', async () => {
  const { address } = await find(feng, '护栏');
  for (const after of ['x', '-1', '9'.repeat(30), "' OR 1=1"])
    expect((await feng.get(`${address}&after=${encodeURIComponent(after)}`)).status).toBe(200);
  for (const query of ['护栏" OR "路', 'AND OR NOT', '<b>护栏</b>', '\u202e护栏', 'ab\u0000cd'])
    expect([query, (await find(feng, query)).status]).toEqual([query, 200]);
});

test('filters stand in the address as chips; a wrong date is said beside its field, and the rest stays', async () => {
  const { page, status } = await feng.get('/staff/cases?view=all&topic=roads&sentFrom=2020-01-01&state=no-such');
  expect([status, page.includes(own)]).toEqual([200, true]);
  expect(page).toContain('去掉筛选「主题: 道路交通」');
  expect(page.match(/class="chips".*?<\/ul>/)?.[0]).not.toContain('no-such');
  const without = await feng.get('/staff/cases?view=all&topic=roads&sentTo=2020-01-01');
  expect(without.page).not.toContain(own);
  for (const [wrong, sentence] of [
    ['sentFrom=2026-13-40', '「2026-13-40」不是日期'],
    ['dueTo=%3Cb%3E', '「&lt;b&gt;」不是日期'],
    ['sentFrom=2026-03-02&sentTo=2026-03-01', '「到」早于「从」'],
  ]) {
    const answer = await feng.get(`/staff/cases?view=all&topic=roads&${wrong}`);
    expect([wrong, answer.status, answer.page.includes(sentence ?? '')]).toEqual([wrong, 422, true]);
    expect(answer.page).toContain('去掉筛选「主题: 道路交通」');
  }
});
