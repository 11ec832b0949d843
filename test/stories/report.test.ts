import { afterAll, beforeAll, expect, test } from 'vitest';
import { petitionBody } from '../harness/bodies.ts';
import { clientOf, mailFor } from '../harness/client.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
beforeAll(async () => void (stack = await startStack()));
afterAll(() => stack.stop());

test('where a site only shows the way, the page names 12388 and where to go, and offers nothing to send', async () => {
  const page = await (await stack.fetch('/pinglu/petition')).text();
  expect(page).toContain('12388');
  expect(page).not.toContain('value="report"');
  const posted = await stack.fetch('/pinglu/petition', {
    method: 'POST',
    body: new URLSearchParams({ 'answers.category': 'report', 'answers.topic': 'other' }),
  });
  expect(posted.status).toBe(422);
});

test('the page leads to where one reports, with the address and what to bring', async () => {
  const page = await (await stack.fetch('/pinglu/petition?lang=en')).text();
  const [, way = ''] = /href="(\/pinglu\/reporting\?lang=en)"/.exec(page) ?? [];
  const reporting = await (await stack.fetch(way)).text();
  for (const words of ['12388', 'In person or by letter', 'nothing is sent or kept'])
    expect(reporting).toContain(words);
});

test('a site that takes reports offers them on its page', async () => {
  expect(await (await stack.fetch('/wanrong/petition')).text()).toContain('value="report"');
});

test('the API takes a report at every site, and only its own sender ever sees it', async () => {
  const { post } = clientOf(stack, 'pinglu');
  const sent = await post('petitions', petitionBody({ category: 'report', topic: 'other', title: '演示内容甲乙' }));
  const { receipt, code } = sent.body as Record<string, string>;
  expect((await post('status', { receipt, code })).body).toMatchObject({ state: 'received', due: null });
  expect(await (await stack.fetch('/dev/cases')).text()).not.toContain(receipt);
  expect((await stack.fetch(`/dev/cases/${receipt}`)).status).toBe(404);
});

test('a new code for a report comes alone: neither the number nor what it is about', async () => {
  const { post } = clientOf(stack);
  const sent = await post('petitions', petitionBody({ category: 'report', topic: 'other', title: '演示内容甲乙' }));
  const receipt = String(sent.body['receipt']);
  await mailFor(stack, receipt);
  await post('status/new-code', { receipt });
  const [mail] = await mailFor(stack, receipt, 2);
  expect(mail?.text).toMatch(/^【万荣演示】您的新查询码为\d{6}。/);
  expect(mail?.text).not.toContain(receipt);
  const code = /\d{6}/.exec(mail?.text ?? '')?.[0];
  expect((await post('status', { receipt, code })).status).toBe(200);
});
