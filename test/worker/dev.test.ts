import { afterAll, beforeAll, expect, test } from 'vitest';
import { person, type DemoCase } from '../../demo/cases/case.ts';
import { petitionsOf } from '../../demo/cases/petition.ts';
import { clientOf, mailFor } from '../harness/client.ts';
import { COUNTY_ORIGIN, startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
let closed: Stack;
beforeAll(async () => {
  stack = await startStack();
  closed = await startStack({ vars: { ENVIRONMENT: 'production' } });
});
afterAll(async () => {
  await stack.stop();
  await closed.stop();
});

const [lamp, report] = petitionsOf('wanrong', [
  {
    ref: 'D1',
    daysAgo: 0,
    time: '10:00',
    about: ['request', 'roads', 'guanghua'],
    from: { ...person('丁', '行', 1), email: 'ding@example.cn' },
    address: '万荣县光华乡东坡村(示例)',
    title: '村东头路灯不亮',
    text: '村东头三盏路灯灭了快一个月,晚上看不见。<b>急</b>',
  },
  {
    ref: 'D2',
    daysAgo: 0,
    time: '10:00',
    about: ['report', 'other'],
    from: person('佟', '言', 2),
    title: '(演示:举报类事项)',
    text: '演示内容,不含任何人和单位',
  },
]) as [DemoCase, DemoCase];

/** Sends it, and waits for its messages to arrive. */
async function sent({ body }: DemoCase, messages: number): Promise<{ receipt: string; code: string }> {
  const answer = await clientOf(stack).post('petitions', body);
  expect(answer.status).toBe(201);
  const { receipt, code } = answer.body as { receipt: string; code: string };
  await mailFor(stack, receipt, messages);
  return { receipt, code };
}

const page = async (path: string) => (await stack.fetch(path)).text();

test.each(['/dev/mailbox', '/dev/mailbox.json', '/dev/cases', '/dev/cases/WR-7K3M9-XPT4G', '/dev/county'])(
  '%s is not there outside a local run',
  async (path) => {
    const answer = await closed.fetch(path);
    expect(answer.status).toBe(404);
    const unknown = await (await closed.fetch('/dev/nothing-here')).text();
    expect(await answer.text()).toBe(unknown.replaceAll('/dev/nothing-here', path));
  },
);

test('the mailbox shows each message as it would have arrived, and leads to the look-up', async () => {
  const { receipt, code } = await sent(lamp, 2);
  const mailbox = await page('/dev/mailbox');
  expect(mailbox).toContain(`编号${receipt},查询码${code}`);
  expect(mailbox).toContain('ding@example.cn');
  expect(mailbox).toContain(`href="/wanrong/status?receipt=${receipt}"`);
});

test('a case is shown as staff see it: answers, sender, reckoning, events and messages', async () => {
  const { receipt } = await sent(lamp, 2);
  expect(await page('/dev/cases')).toContain(`/dev/cases/${receipt}`);
  const shown = await page(`/dev/cases/${receipt}`);
  for (const part of [
    '道路交通',
    '丁某行(示例)',
    '15400000001',
    '东坡村',
    '第二十三条第二款',
    '或之前办好',
    'submitted',
    '已发出',
  ]) {
    expect(shown).toContain(part);
  }
  expect(shown).not.toContain('<b>急</b>');
});

test('numbers typed loosely find the case too, and an unknown one is a 404', async () => {
  const { receipt } = await sent(lamp, 2);
  expect((await stack.fetch(`/dev/cases/${receipt.toLowerCase().replaceAll('-', '')}`)).status).toBe(200);
  expect((await stack.fetch('/dev/cases/WR-22222-22222')).status).toBe(404);
  expect((await stack.fetch('/dev/cases/x')).status).toBe(404);
});

test('a report is nowhere to be seen: no list, no page, no number in its message', async () => {
  const { receipt, code } = await sent(report, 1);
  expect((await stack.fetch(`/dev/cases/${receipt}`)).status).toBe(404);
  for (const path of ['/dev/cases', '/dev/cases?site=wanrong', '/dev/mailbox']) {
    const shown = await page(path);
    for (const secret of [receipt, code, '佟某言', '演示:举报类事项']) expect(shown).not.toContain(secret);
  }
  expect(await page('/dev/mailbox')).toContain('15400000002');
});

test('the way to the stand-in county page keeps what was asked of it', async () => {
  const answer = await stack.fetch('/dev/county?site=wenxi&form=subsidies');
  expect(answer.status).toBe(302);
  expect(answer.headers.get('location')).toBe(`${COUNTY_ORIGIN}/?site=wenxi&form=subsidies`);
});
