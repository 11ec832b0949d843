import { afterAll, beforeAll, expect, test } from 'vitest';
import { petitionBody } from '../harness/bodies.ts';
import { clientOf, mailFor } from '../harness/client.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
beforeAll(async () => void (stack = await startStack()));
afterAll(() => stack.stop());

async function sent(contact: Record<string, string> = { name: '李某芳(示例)', phone: '15400000001' }) {
  const { body } = await clientOf(stack).post('petitions', petitionBody({}, { contact }));
  return { receipt: String(body['receipt']), code: String(body['code']) };
}
const wide = (text: string): string =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const wrongCode = (code: string): string => (code === '000000' ? '000001' : '000000');

test('with number and code one sees state, timeline and messages', async () => {
  const { receipt, code } = await sent();
  await mailFor(stack, receipt);
  const found = await clientOf(stack).post('status', { receipt, code });
  expect(found).toMatchObject({
    status: 200,
    body: {
      receipt,
      kind: 'petition',
      state: 'received',
      stateLabel: '已收到',
      due: { kind: 'law' },
      timeline: [{ event: 'received' }],
      messages: [{ channel: 'sms', state: 'sent' }],
      actions: [],
    },
  });
});

test('the number may be typed in small letters, without dashes, in full width', async () => {
  const { receipt, code } = await sent();
  for (const typed of [
    receipt.toLowerCase(),
    receipt.replaceAll('-', ''),
    ` ${receipt.replaceAll('-', ' ')} `,
    wide(receipt),
  ]) {
    expect((await clientOf(stack).post('status', { receipt: typed, code: wide(code) })).status).toBe(200);
  }
});

test('a number that does not exist, a wrong check character and a wrong code answer alike', async () => {
  const { receipt, code } = await sent();
  const { post } = clientOf(stack);
  const swapped = `${receipt.slice(0, -1)}${receipt.endsWith('2') ? '3' : '2'}`;
  const answers = await Promise.all([
    post('status', { receipt: 'WR-22222-22222', code }),
    post('status', { receipt: swapped, code }),
    post('status', { receipt, code: wrongCode(code) }),
    post('status', { receipt: '不是编号', code }),
  ]);
  const bodies = answers.map(({ status, body }) => JSON.stringify({ status, ...body, requestId: '' }));
  expect(new Set(bodies).size).toBe(1);
  expect(answers[0]).toMatchObject({ status: 404, body: { code: 'receipt.not-found' } });
});

test('the sixth wrong try in fifteen minutes is refused, and so is the right code then', async () => {
  const { receipt, code } = await sent();
  const { post } = clientOf(stack);
  for (let round = 0; round < 5; round += 1) {
    expect((await post('status', { receipt, code: wrongCode(code) })).status).toBe(404);
  }
  const sixth = await post('status', { receipt, code });
  expect(sixth).toMatchObject({ status: 429, body: { code: 'rate.limited' } });
  expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await post('status', { receipt: receipt.toLowerCase().replaceAll('-', ''), code })).status).toBe(429);
});

test('numbers that do not exist lock just the same', async () => {
  const { post } = clientOf(stack);
  const statuses: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    statuses.push((await post('status', { receipt: 'WR-33333-33333', code: '111111' })).status);
  }
  expect(statuses).toEqual([404, 404, 404, 404, 404, 429]);
});

test('tries at once are all counted', async () => {
  const { receipt, code } = await sent();
  const { post } = clientOf(stack);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => post('status', { receipt, code: wrongCode(code) })),
  );
  expect(answers.filter(({ status }) => status === 404)).toHaveLength(5);
});

test('a new code reaches the phone on file once a day, and the answer never tells whether the number exists', async () => {
  const { receipt, code } = await sent();
  await mailFor(stack, receipt);
  const { post } = clientOf(stack);
  const real = await post('status/new-code', { receipt });
  const other = await post('status/new-code', { receipt: 'WR-22222-22222' });
  expect([real.status, other.status]).toEqual([202, 202]);
  expect(real.body).toEqual(other.body);
  const [mail] = await mailFor(stack, receipt, 2);
  const fresh = /新查询码为(\d{6})/.exec(mail?.text ?? '')?.[1] ?? '';
  expect(fresh).toMatch(/^\d{6}$/);
  expect((await post('status', { receipt, code: fresh })).status).toBe(200);
  if (fresh !== code) expect((await post('status', { receipt, code })).status).toBe(404);
  await post('status/new-code', { receipt });
  await stack.scheduled();
  expect(await mailFor(stack, receipt)).toHaveLength(2);
});

test('who left only a landline keeps the code they have', async () => {
  const { receipt, code } = await sent({ name: '王某兰(示例)', phone: '0359-2200000' });
  await clientOf(stack).post('status/new-code', { receipt });
  await stack.scheduled();
  expect((await clientOf(stack).post('status', { receipt, code })).status).toBe(200);
});

test('the pages take a look-up only from themselves, and say what was wrong with one they could not read', async () => {
  const posted = async (path: string, body: string, headers: Record<string, string> = {}): Promise<number> => {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return (await stack.fetch(path, { method: 'POST', headers: { ...type, ...headers }, body })).status;
  };
  for (const path of ['/wanrong/status', '/wanrong/status/new-code', '/wanrong/status/withdraw']) {
    expect(await posted(path, 'receipt=WR-22222-22222', { origin: 'https://elsewhere.example' })).toBe(403);
    expect(await posted(path, '{}', { 'content-type': 'application/json' })).toBe(415);
    expect(await posted(path, `receipt=${'2'.repeat(1024 * 1024)}`)).toBe(413);
  }
  expect(await posted('/wanrong/status/new-code', 'receipt=WR-22222-22222', { origin: stack.url })).toBe(202);
});

test('the page says how the date came about, each step with its article', async () => {
  const { receipt, code } = await sent();
  const page = await stack.fetch('/wanrong/status', { method: 'POST', body: new URLSearchParams({ receipt, code }) });
  const html = await page.text();
  expect(html).toContain('依据《信访工作条例》第二十三条');
  expect(html).toContain('这个日期是怎么算的');
  expect(html).toContain('开始的当天不算 (参照民法典');
  expect(html).toContain('是我们的推断');
});

test('a station says on which days one meets whom; a county without stations names its office', async () => {
  const wanrong = await (await stack.fetch('/wanrong/stations')).text();
  for (const words of ['周一至周五', '周二', '1 名固定代表和 2 名公益岗人员在站', '4 个'])
    expect(wanrong).toContain(words);
  expect(await (await stack.fetch('/jishan/stations')).text()).toContain('这里还没有联络站');
});
