import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { callbackPath } from '../../src/notify/callback-path.ts';
import { signedHeaders } from '../../src/notify/signing/standard-webhooks.ts';
import { petitionBody } from '../harness/bodies.ts';
import { clientOf, mailFor } from '../harness/client.ts';
import { testRing } from '../harness/database.ts';
import { startStack, type Stack } from '../harness/stack.ts';

const SECRET = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
const MAP = '{"wanrong":{"signature":"万荣人大","templates":{}}}';
/** The suppliers are configured and nothing is sent to them: the counties are demo counties. */
const settings = {
  ALIYUN_SMS_KEY_ID: 'k',
  ALIYUN_SMS_KEY_SECRET: 's',
  ALIYUN_SMS_TEMPLATES: MAP,
  TENCENT_SMS_SECRET_ID: 'k',
  TENCENT_SMS_SECRET_KEY: 's',
  TENCENT_SMS_APP_ID: '1400000000',
  TENCENT_SMS_TEMPLATES: MAP,
  RELAY_URL: 'https://relay.example.cn',
  RELAY_SECRET: SECRET,
  RESEND_API_KEY: 're_1',
  RESEND_FROM: 'a@mail.example.cn',
  RESEND_WEBHOOK_SECRET: SECRET,
};
const PHONE = '15400000001';
const TIMES = { send_time: '2026-11-20 09:59:00', report_time: '2026-11-20 09:59:30', sms_size: '1' };

let stack: Stack;
const paths = new Map<string, string>();
beforeAll(async () => {
  stack = await startStack({ vars: settings });
  for (const id of ['aliyun-sms', 'tencent-sms', 'relay', 'resend']) {
    paths.set(id, await callbackPath(testRing(), id));
  }
}, 60_000);
afterAll(() => stack.stop());

let receipt = '';
let message = '';
/** A message of a case that a supplier has taken, as its settling left it. */
beforeEach(async () => {
  const sent = await clientOf(stack).post(
    'petitions',
    petitionBody({}, { contact: { name: '李某芳(示例)', phone: PHONE } }),
  );
  receipt = String(sent.body['receipt']);
  await mailFor(stack, receipt);
  const { rows } = await stack.db.execute(
    'SELECT o.id FROM outbox o JOIN cases c ON c.id = o.case_id WHERE c.receipt = ?',
    [receipt],
  );
  message = rows[0]?.['id'] as string;
});

const takenBy = (supplier: string, state = 'sent') =>
  stack.db.batch([
    {
      sql: 'UPDATE outbox SET supplier = ?, supplier_id = ?, state = ? WHERE id = ?',
      args: [supplier, `n-${message}`, state, message],
    },
    { sql: 'UPDATE attempts SET supplier = ? WHERE message_id = ?', args: [supplier, message] },
  ]);

const call = (supplier: string, body: string, headers: Record<string, string> = {}, path = paths.get(supplier) ?? '') =>
  stack.fetch(path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

async function row() {
  const { rows } = await stack.db.execute('SELECT state, supplier_code FROM outbox WHERE id = ?', [message]);
  return { ...rows[0] };
}

const aliyun = (more: object = {}) =>
  JSON.stringify([
    {
      phone_number: PHONE,
      ...TIMES,
      success: true,
      err_code: 'DELIVERED',
      err_msg: '',
      biz_id: `n-${message}`,
      out_id: message,
      ...more,
    },
  ]);
const signed = (body: string, secret = SECRET) => signedHeaders(secret, 'c-1', Date.now(), body);
const svix = (body: string) =>
  Object.fromEntries(Object.entries(signed(body)).map(([name, value]) => [name.replace('webhook', 'svix'), value]));

test('Aliyun is answered as it wants, once or five times, and the message has arrived', async () => {
  await takenBy('aliyun-sms');
  for (let n = 0; n < 5; n += 1) {
    const answer = await call('aliyun-sms', aliyun());
    expect([answer.status, await answer.text()]).toEqual([200, '{"code":0,"msg":"接收成功"}']);
  }
  expect(await row()).toEqual({ state: 'delivered', supplier_code: null });
});

test('five at once are one as well', async () => {
  await takenBy('aliyun-sms');
  const body = aliyun({ success: false, err_code: 'MK:0001' });
  const answers = await Promise.all(Array.from({ length: 5 }, () => call('aliyun-sms', body)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(await row()).toEqual({ state: 'failed', supplier_code: 'MK:0001' });
  const { rows } = await stack.db.execute('SELECT count(*) AS n FROM tasks WHERE cause = ?', [`message ${message}`]);
  expect(rows[0]?.['n']).toBe(1);
});

test('whatever the order they come in, delivered is the end, and the task of the loss goes', async () => {
  await takenBy('aliyun-sms');
  await call('aliyun-sms', aliyun({ success: false, err_code: 'MK:0001' }));
  await call('aliyun-sms', aliyun());
  await call('aliyun-sms', aliyun({ success: false, err_code: 'MK:0001' }));
  expect(await row()).toEqual({ state: 'delivered', supplier_code: null });
  const { rows } = await stack.db.execute('SELECT done_by FROM tasks WHERE cause = ?', [`message ${message}`]);
  expect(rows.map((task) => task['done_by'])).toEqual(['system']);
});

test('one that comes before its message was settled is matched by our own number', async () => {
  await takenBy('aliyun-sms', 'sending');
  await stack.db.execute("UPDATE outbox SET supplier_id = NULL, lease = 'of a run', lease_until = 0 WHERE id = ?", [
    message,
  ]);
  expect((await call('aliyun-sms', aliyun())).status).toBe(200);
  expect(await row()).toEqual({ state: 'delivered', supplier_code: null });
});

test('Tencent, the relay and Resend report in their own ways', async () => {
  await takenBy('tencent-sms');
  const sid = `n-${message}`;
  const tencent = JSON.stringify([
    {
      user_receive_time: '2026-11-20 09:59:30',
      nationcode: '86',
      mobile: PHONE,
      report_status: 'SUCCESS',
      errmsg: 'DELIVRD',
      description: '',
      sid,
    },
  ]);
  const first = await call('tencent-sms', tencent);
  expect([first.status, await first.text(), await row()]).toEqual([
    200,
    '{"result":0,"errmsg":"OK"}',
    { state: 'delivered', supplier_code: null },
  ]);

  await takenBy('relay');
  const relay = JSON.stringify({
    receipts: [{ id: sid, message, is: 'undelivered', code: 'empty.number', at: '2026-11-20T02:00:00Z' }],
  });
  expect((await call('relay', relay, signed(relay))).status).toBe(200);
  expect(await row()).toEqual({ state: 'failed', supplier_code: 'empty.number' });

  await takenBy('resend');
  const resend = JSON.stringify({ type: 'email.bounced', created_at: '2026-11-20T02:00:00Z', data: { email_id: sid } });
  expect((await call('resend', resend, svix(resend))).status).toBe(200);
  expect(await row()).toEqual({ state: 'failed', supplier_code: 'bounced' });
});

test('forged, unknown and half-known ones are refused as if nothing were there, and leave no trace', async () => {
  await takenBy('aliyun-sms');
  const relay = JSON.stringify({
    receipts: [{ id: `n-${message}`, message, is: 'delivered', at: '2026-11-20T02:00:00Z' }],
  });
  const nowhere = await stack.fetch('/callbacks/aliyun-sms', { method: 'POST' });
  const refused: Record<string, Response> = {
    'wrong path': await call('aliyun-sms', aliyun(), {}, '/callbacks/aliyun-sms/AAAA'),
    'the path of another supplier': await call(
      'aliyun-sms',
      aliyun(),
      {},
      String(paths.get('tencent-sms')).replace('tencent', 'aliyun'),
    ),
    'no such supplier': await call('aliyun-sms', aliyun(), {}, '/callbacks/nobody/AAAA'),
    'another number': await call('aliyun-sms', aliyun({ phone_number: '15400000077' })),
    'another message of ours named': await call(
      'aliyun-sms',
      aliyun({ out_id: '0199aaaa-0000-7000-8000-000000000000' }),
    ),
    'a number nobody gave': await call('aliyun-sms', aliyun({ biz_id: 'n-0', out_id: null })),
    'signed by somebody else': await call(
      'relay',
      relay,
      signed(relay, `whsec_${Buffer.alloc(32, 1).toString('base64')}`),
    ),
    'of a message another supplier took': await call('relay', relay, signed(relay)),
  };
  for (const [how, answer] of Object.entries(refused)) expect([how, answer.status]).toEqual([how, nowhere.status]);
  expect(nowhere.status).toBe(404);
  for (const body of ['', '{', '[{}]', `[${'"x",'.repeat(80_000)}1]`]) {
    expect([400, 413]).toContain((await call('aliyun-sms', body)).status);
  }
  expect(await row()).toMatchObject({ state: 'sent' });
  expect(stack.logs().join('\n')).not.toMatch(/15400000077|0199aaaa|15400000001/);
});
