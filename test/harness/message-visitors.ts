import { callbackPath } from '../../src/notify/callback-path.ts';
import { dispatch } from '../../src/notify/outbox/dispatch.ts';
import { localRouting } from '../../src/notify/route.ts';
import { sites } from '../../src/sites/index.ts';
import { signedHeaders } from '../../src/notify/signing/standard-webhooks.ts';
import { open } from '../simulators/suppliers.ts';
import { testRing } from './database.ts';
import type { MessageRoad } from './message-road.ts';

/** A callback as the relay signs it, or as somebody signs it who does not know the secret. */
export async function relayCalls(
  { relay, url }: MessageRoad,
  id: string,
  is: 'delivered' | 'undelivered',
  secret = relay.env['RELAY_SECRET'] ?? '',
) {
  const entry = relay.taken.find((one) => one.id === id);
  const at = new Date().toISOString();
  const body = JSON.stringify({ receipts: [{ id: entry?.supplierId, message: id, is, code: 'MK:0001', at }] });
  const path = await callbackPath(testRing(), 'relay');
  const headers = signedHeaders(secret, `call-${Math.random()}`, Date.now(), body);
  return (await fetch(`${url()}${path}`, { method: 'POST', body, headers })).status;
}

/** A report as Aliyun sends it: nothing signed, so the path and the number must be right. */
export async function aliyunCalls(
  { aliyun, url }: MessageRoad,
  id: string,
  success: boolean,
  { number = '', path = '' } = {},
) {
  const entry = aliyun.taken.find((one) => one.id === id);
  const line = {
    phone_number: number || entry?.to,
    report_time: '2026-11-20 09:59:30',
    success,
    biz_id: entry?.supplierId,
    out_id: id,
  };
  const to = path || (await callbackPath(testRing(), 'aliyun-sms'));
  return (await fetch(`${url()}${to}`, { method: 'POST', body: JSON.stringify([line]) })).status;
}

/** A run beside the Worker's, by a clock that is `off` milliseconds wrong. */
export function runBy(
  road: MessageRoad,
  off: number,
  ...suppliers: ('aliyun-sms' | 'tencent-sms' | 'relay')[]
): Promise<number> {
  const clock = { now: () => Date.now() + off };
  const simulators = { 'aliyun-sms': road.aliyun, 'tencent-sms': road.tencent, relay: road.relay };
  const routes = { '*': { sms: suppliers.filter((id) => id !== 'relay') }, wenxi: { sms: ['relay'] } };
  return dispatch(
    {
      db: road.db,
      ring: testRing(),
      clock,
      suppliers: suppliers.map((id) => open(id, simulators[id], { clock })),
      routing: { ...localRouting, local: false, routes },
      sites,
    },
    100,
  );
}
