import { afterAll, beforeAll, expect, test } from 'vitest';
import { person, type DemoCase } from '../../demo/cases/case.ts';
import { petitionsOf } from '../../demo/cases/petition.ts';
import { clientOf } from '../harness/client.ts';
import { startStack, type Stack } from '../harness/stack.ts';
import { startRelay } from '../simulators/relay.ts';
import { startResend } from '../simulators/resend.ts';
import type { Simulator } from '../simulators/simulator.ts';

let [relay, resend]: Simulator[] = [];
let stack: Stack;
beforeAll(async () => {
  [relay, resend] = await Promise.all([startRelay(), startResend()]);
  const routes = { '*': { sms: ['relay'], email: ['resend', 'relay'] } };
  const secrets = { ...relay.env, ...resend.env };
  stack = await startStack({ vars: { MESSAGE_ROUTES: JSON.stringify(routes) }, secrets });
});
afterAll(() => Promise.all([stack.stop(), relay?.stop(), resend?.stop()]));

const [lamp] = petitionsOf('wanrong', [
  {
    ref: 'D1',
    daysAgo: 0,
    time: '10:00',
    about: ['request', 'roads', 'guanghua'],
    from: { ...person('丁', '行', 1), email: 'ding@example.cn' },
    address: '万荣县光华乡东坡村(示例)',
    title: '村东头路灯不亮',
    text: '村东头三盏路灯灭了快一个月,晚上看不见。',
  },
]) as [DemoCase];

test('with real suppliers in use, what a demo county sends still stays in the mailbox', async () => {
  const answer = await clientOf(stack).post('petitions', lamp.body);
  expect(answer.status).toBe(201);
  await stack.scheduled();
  const { rows } = await stack.db.execute('SELECT channel, state, supplier FROM outbox ORDER BY channel');
  expect(rows.map((row) => ({ ...row }))).toEqual([
    { channel: 'email', state: 'sent', supplier: 'mailbox' },
    { channel: 'sms', state: 'sent', supplier: 'mailbox' },
  ]);
  expect([relay?.taken, resend?.taken, relay?.forged(), resend?.forged()]).toEqual([[], [], 0, 0]);
  expect(stack.logs().join('\n')).not.toMatch(/15400000|ding@example/);
});

test('a half-set supplier: a bare 503, and in the log the names of the keys, never their values', async () => {
  const half = await startStack({ secrets: { TENCENT_SMS_SECRET_KEY: 'a-secret-nobody-sees', SMTP_PORT: '25' } });
  try {
    const answer = await half.fetch('/wanrong');
    expect([answer.status, await answer.text()]).toEqual([503, '']);
    const logs = half.logs().join('\n');
    for (const name of ['TENCENT_SMS_SECRET_ID', 'TENCENT_SMS_APP_ID', 'SMTP_HOST', 'SMTP_PORT']) {
      expect(logs).toContain(name);
    }
    expect(logs).not.toContain('a-secret-nobody-sees');
  } finally {
    await half.stop();
  }
});
