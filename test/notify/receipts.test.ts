import { expect, test } from 'vitest';
import type { Means } from '../../src/notify/means.ts';
import { supplierKinds } from '../../src/notify/providers/index.ts';
import { signedHeaders } from '../../src/notify/signing/standard-webhooks.ts';

const NOW = Date.parse('2026-11-20T10:00:00+08:00');
const SECRET = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
const map = '{"wanrong":{"signature":"万荣人大","templates":{}}}';
const env = {
  ALIYUN_SMS_KEY_ID: 'k',
  ALIYUN_SMS_KEY_SECRET: 's',
  ALIYUN_SMS_TEMPLATES: map,
  TENCENT_SMS_SECRET_ID: 'k',
  TENCENT_SMS_SECRET_KEY: 's',
  TENCENT_SMS_APP_ID: '1400000000',
  TENCENT_SMS_TEMPLATES: map,
  RELAY_URL: 'https://relay.example.cn',
  RELAY_SECRET: SECRET,
  RESEND_API_KEY: 're_1',
  RESEND_FROM: 'a@mail.example.cn',
  RESEND_WEBHOOK_SECRET: SECRET,
};

function receiptsOf(id: string) {
  const configured = supplierKinds.find((kind) => kind.id === id)?.configure(env);
  const supplier = configured?.is === 'ready' ? configured.open({ clock: { now: () => NOW } } as Means) : undefined;
  if (!supplier?.receipts) throw new Error(`${id} reads no callbacks`);
  return supplier.receipts;
}

test('Aliyun reports several messages at once, unsigned, in Chinese time', async () => {
  const { read, signed, answer } = receiptsOf('aliyun-sms');
  const line = {
    phone_number: '15400000001',
    send_time: '2026-11-20 09:59:00',
    report_time: '2026-11-20 09:59:30',
    sms_size: '1',
  };
  const body = JSON.stringify([
    { ...line, success: true, err_code: 'DELIVERED', err_msg: '用户接收成功', biz_id: 'b-1', out_id: 'm-1' },
    { ...line, success: false, err_code: 'MK:0001', err_msg: '空号', biz_id: 'b-2', out_id: null },
  ]);
  const at = Date.parse('2026-11-20T09:59:30+08:00');
  expect(await read({ headers: new Headers(), body })).toEqual({
    ok: true,
    value: [
      { supplierId: 'b-1', messageId: 'm-1', to: '15400000001', is: 'delivered', code: 'DELIVERED', at },
      { supplierId: 'b-2', to: '15400000001', is: 'undelivered', code: 'MK:0001', at },
    ],
  });
  expect([signed, answer.body]).toEqual([false, '{"code":0,"msg":"接收成功"}']);
});

test('Tencent reports by its own number of the message', async () => {
  const { read, signed, answer } = receiptsOf('tencent-sms');
  const body = JSON.stringify([
    {
      user_receive_time: '2026-11-20 09:59:30',
      nationcode: '86',
      mobile: '15400000001',
      report_status: 'FAIL',
      errmsg: 'MK:0001',
      description: '空号',
      sid: '5000:1',
    },
  ]);
  expect(await read({ headers: new Headers(), body })).toEqual({
    ok: true,
    value: [{ supplierId: '5000:1', to: '15400000001', is: 'undelivered', code: 'MK:0001', at: NOW - 30_000 }],
  });
  expect([signed, answer.body]).toEqual([false, '{"result":0,"errmsg":"OK"}']);
});

test('Resend is believed by its signature only, and what ends nothing is no receipt', async () => {
  const { read } = receiptsOf('resend');
  const call = (type: string, secret = SECRET) => {
    const body = JSON.stringify({ type, created_at: '2026-11-20T02:00:00.000Z', data: { email_id: 'e-1', to: ['x'] } });
    const headers = Object.entries(signedHeaders(secret, 'c-1', NOW, body));
    return { headers: new Headers(headers.map(([name, value]) => [name.replace('webhook', 'svix'), value])), body };
  };
  expect(await read(call('email.bounced'))).toEqual({
    ok: true,
    value: [{ supplierId: 'e-1', is: 'undelivered', code: 'bounced', at: NOW }],
  });
  expect(await read(call('email.delivery_delayed'))).toEqual({ ok: true, value: [] });
  const forged = call('email.delivered', `whsec_${Buffer.alloc(32, 1).toString('base64')}`);
  expect(await read(forged)).toEqual({ ok: false, error: 'call.forged' });
});

test('the relay signs with the secret we share, and names our id', async () => {
  const { read } = receiptsOf('relay');
  const receipts = [{ id: 'r-1', message: 'm-1', is: 'delivered', at: '2026-11-20T02:00:00Z' }];
  const body = JSON.stringify({ receipts });
  const headers = new Headers(signedHeaders(SECRET, 'c-1', NOW, body));
  expect(await read({ headers, body })).toEqual({
    ok: true,
    value: [{ supplierId: 'r-1', messageId: 'm-1', is: 'delivered', code: null, at: NOW }],
  });
  expect(await read({ headers, body: `${body} ` })).toEqual({ ok: false, error: 'call.forged' });
});

test.each(['aliyun-sms', 'tencent-sms'])('%s: what is not a report is refused, whatever it is', async (id) => {
  const { read } = receiptsOf(id);
  for (const body of ['', '{}', '[1]', '[{}]', 'null', '<html>']) {
    expect(await read({ headers: new Headers(), body })).toEqual({ ok: false, error: 'call.malformed' });
  }
});
