import { afterAll, beforeAll, expect, test } from 'vitest';
import { advance } from '../../src/cases/advance.ts';
import { openDatabase, type Database } from '../../src/db/database.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { toolsOf } from '../cases/tools.ts';
import { petitionBody } from '../harness/bodies.ts';
import { OPINION } from '../harness/road.ts';
import { clientOf, mailFor, type Json } from '../harness/client.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
let db: Database;
let pair: { receipt: string; code: string };

const act = async (action: string, input: Json = {}): Promise<void> => {
  const tools = toolsOf(db, { clock: systemClock });
  const done = await advance(tools, { case: pair, action, actor: 'staff:feng', input });
  if (!done.ok) throw new Error(`${action}: ${done.error.code}`);
};
const page = async (path: string, more: Record<string, string> = {}): Promise<string> => {
  const response = await stack.fetch(`/wanrong/${path}`, {
    method: 'POST',
    body: new URLSearchParams({ ...pair, ...more }),
  });
  expect(response.status).toBe(200);
  return response.text();
};

beforeAll(async () => {
  stack = await startStack();
  db = openDatabase({ url: stack.databaseUrl, timeoutMs: 8000 });
  const contact = { name: '李某芳(示例)', phone: '15400000001', address: '万荣县光华乡前岭(示例)' };
  const sent = await clientOf(stack).post('petitions', petitionBody({ category: 'request' }, { contact }));
  pair = { receipt: String(sent.body['receipt']), code: String(sent.body['code']) };
});
afterAll(async () => {
  db.close();
  await stack.stop();
});

test('the page of a case in hand shows its sentence and its new date with the article; the message arrives', async () => {
  await act('accept', { remark: '先打个电话' });
  const html = await page('status');
  for (const words of ['已受理', '已受理, 正在办理。', '信访工作条例 第三十四条', '最迟在', '书面答复']) {
    expect(html).toContain(words);
  }
  expect(html).not.toContain('先打个电话');
  await stack.scheduled();
  const texts = (await mailFor(stack, pair.receipt, 2)).map(({ text }) => text);
  expect(texts).toContainEqual(expect.stringContaining(`您的事项${pair.receipt}已有办理告知,预计`));
});

test('an answer stands there word for word; whatever was planted in it is only text', async () => {
  const note = '您好。第一段。\n第二段 <script>alert(1)</script> =1+1 & "引号"(示例)';
  await act('answer', { ...OPINION, outcome: 'explained', note });
  const html = await page('status');
  expect(html).toContain('处理意见: 解释说明');
  expect(html).toContain('第二段 &lt;script&gt;alert(1)&lt;/script&gt; =1+1 &amp; &quot;引号&quot;(示例)');
  expect(html).not.toContain('<script>alert');
  const order = ['您的诉求', OPINION.claims, '事实和理由', OPINION.facts, '第二段', OPINION.basis];
  expect(order.map((words) => html.indexOf(words))).toEqual(
    order.map((words) => html.indexOf(words)).toSorted((a, b) => a - b),
  );
  for (const words of order) expect(html).toContain(words);
  const { body } = await clientOf(stack).post('status', pair);
  expect((body['timeline'] as Json[])[0]).toMatchObject({
    event: 'answer',
    note: `您的诉求\n${OPINION.claims}\n\n事实和理由\n${OPINION.facts}\n\n处理意见\n${note}\n\n依据\n${OPINION.basis}`,
    parts: [{ id: 'claims' }, { id: 'facts' }, { id: 'note', label: '处理意见', text: note }, { id: 'basis' }],
  });
});

test('an answer is rated on its page and through the interface, each refusal beside its question', async () => {
  expect(await page('status')).toContain('评价这次办理');
  const form = await page('status/rate');
  for (const words of ['不满意', '想说的话', 'name="sure"']) expect(form).toContain(words);
  const bare = await stack.fetch('/wanrong/status/rate', {
    method: 'POST',
    body: new URLSearchParams({ ...pair, sure: '1', comment: '第三盏还是不亮' }),
  });
  expect(bare.status).toBe(422);
  const again = await bare.text();
  for (const words of ['请选择“满意度”', '第三盏还是不亮']) expect(again).toContain(words);
  const client = clientOf(stack);
  expect(await client.post('status/rate', { ...pair, answers: { rating: 'wonderful' } })).toMatchObject({
    status: 422,
    body: { code: 'answers.invalid', errors: [{ path: 'answers.rating', code: 'field.invalid' }] },
  });
  expect(await client.post('status/rate', pair)).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'answers.rating', code: 'field.required' }] },
  });
  const html = await page('status/rate', { sure: '1', rating: 'unsatisfied', comment: '第三盏<b>还是</b>不亮' });
  for (const words of ['您的评价: 不满意。', '第三盏&lt;b&gt;还是&lt;/b&gt;不亮']) expect(html).toContain(words);
  expect(await client.post('status/rate', { ...pair, answers: { rating: 'satisfied' } })).toMatchObject({
    status: 409,
  });
});

test('who disagrees presses one button, confirms, and reads when the opinion of the review is due', async () => {
  expect(await page('status')).toContain('申请复查');
  expect(await page('status/ask-review')).toContain('name="sure"');
  const html = await page('status/ask-review', { sure: '1' });
  for (const words of ['复查中', '收到复查申请', '信访工作条例 第三十五条']) expect(html).toContain(words);
  const { body } = await clientOf(stack).post('status', pair);
  expect(body).toMatchObject({ state: 'reviewing', stateLabel: '复查中', actions: [] });
});

test('the same in English, the officer’s own words as they are', async () => {
  const html = await page('status?lang=en');
  for (const words of ['Under review', 'We have answered: Explained.', '您好。第一段。']) expect(html).toContain(words);
});
