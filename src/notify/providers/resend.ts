import * as v from 'valibot';
import { fail, ok } from '../../lib/result.ts';
import { defineSupplier } from '../define.ts';
import { exchange, meaningOfStatus, perhaps, readReply, retryAfter } from '../exchange.ts';
import { mailbox } from '../mail/address.ts';
import { meaningOf, type ReplyCodes } from '../outcome.ts';
import { endpoint, required, sender, senderName } from '../setting-schemas.ts';
import { isSigned } from '../signing/standard-webhooks.ts';

/** Resend (domain.md §11, resend.com/docs/api-reference/errors): name of the error, with its status where that decides. */
export const resendCodes: ReplyCodes = {
  rate_limit_exceeded: 'limit',
  concurrent_idempotent_requests: 'retry',
  application_error: 'retry',
  internal_server_error: 'retry',
  daily_quota_exceeded: 'configuration',
  monthly_quota_exceeded: 'configuration',
  missing_api_key: 'configuration',
  invalid_api_key: 'configuration',
  restricted_api_key: 'configuration',
  invalid_access: 'configuration',
  invalid_from_address: 'configuration',
  invalid_region: 'configuration',
  invalid_idempotency_key: 'configuration',
  not_found: 'configuration',
  method_not_allowed: 'configuration',
  security_error: 'configuration',
  // 403: the domain is not verified, or the account is still on trial; 400 and 422: this message.
  '403 validation_error': 'configuration',
  validation_error: 'refused',
  invalid_parameter: 'refused',
  missing_required_field: 'refused',
  invalid_to_address: 'refused',
  invalid_attachment: 'refused',
  // The same id went out with other words, before a change of ours: the first may have been taken.
  invalid_idempotent_request: 'unknown',
};

const taken = v.looseObject({ id: v.string() });
const failure = v.looseObject({ name: v.string() });
const event = v.pipe(
  v.string(),
  v.parseJson(),
  v.looseObject({ type: v.string(), created_at: v.string(), data: v.looseObject({ email_id: v.string() }) }),
);
const lastEvent = v.looseObject({ last_event: v.string() });

/** Events and states that end a message; the others, such as `sent` or `delivery_delayed`, say nothing yet. */
const ENDS: Readonly<Record<string, 'delivered' | 'undelivered'>> = {
  delivered: 'delivered',
  opened: 'delivered',
  clicked: 'delivered',
  complained: 'delivered',
  bounced: 'undelivered',
  failed: 'undelivered',
  suppressed: 'undelivered',
  canceled: 'undelivered',
};
const endOf = (name: string) => (Object.hasOwn(ENDS, name) ? ENDS[name] : undefined);

/** Resend. A repeated `Idempotency-Key` has one effect for 24 hours, longer than all but the last of our tries. */
export const resend = defineSupplier({
  id: 'resend',
  name: { zh: 'Resend', en: 'Resend' },
  channels: ['email'],
  real: true,
  idempotent: true,
  settings: {
    key: {
      env: 'RESEND_API_KEY',
      about: { zh: 'Resend 的 API 密钥', en: 'Resend: API key' },
      secret: true,
      schema: required,
    },
    from: {
      env: 'RESEND_FROM',
      about: { zh: '发件地址, 域名须已验证', en: 'sender’s address, of a verified domain' },
      secret: false,
      schema: sender,
    },
    webhookSecret: {
      env: 'RESEND_WEBHOOK_SECRET',
      about: {
        zh: '回执的签名密钥 whsec_…, 不设则不收回执',
        en: 'secret of its webhooks, whsec_…; without it none are taken',
      },
      secret: true,
      schema: v.optional(v.pipe(v.string(), v.startsWith('whsec_'))),
    },
    url: {
      env: 'RESEND_URL',
      about: { zh: '接口地址, 一般不必设', en: 'its address; seldom set' },
      secret: false,
      schema: v.optional(endpoint, 'https://api.resend.com'),
    },
  },
  async send(message, at) {
    const { key, from, url } = at.settings;
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${key}`,
      'idempotency-key': message.id,
    };
    const { to, subject = '', text, html } = message;
    const body = JSON.stringify({ from: mailbox(senderName(message), from), to: [to], subject, text, html });
    const reply = await exchange(at, `${url}/emails`, { method: 'POST', headers, body }, true);
    if (reply.is !== 'reply') return reply;
    if (reply.status === 200) {
      const read = readReply(taken, reply);
      return read ? { is: 'sent', supplierId: read.id } : perhaps(true, 'reply.malformed');
    }
    const name = readReply(failure, reply)?.name;
    if (name === undefined) return meaningOfStatus(reply, true);
    const withStatus = `${reply.status} ${name}`;
    const code = Object.hasOwn(resendCodes, withStatus) ? withStatus : name;
    const means = meaningOf(resendCodes, code, reply.status >= 500 ? 'retry' : 'configuration');
    if (means.is !== 'retry') return means;
    // Throttled is not taken. After a fault of theirs, or while an earlier try is still under way, it may have been.
    const wait = { ...means, afterMs: retryAfter(reply.headers) };
    return reply.status === 429 ? wait : { ...wait, perhaps: true };
  },
  async query({ supplierId }, at) {
    // An e-mail is only found by Resend's own number; without one the idempotency key settles it.
    if (supplierId === undefined) return { is: 'silent', code: 'number.missing' };
    const url = `${at.settings.url}/emails/${encodeURIComponent(supplierId)}`;
    const reply = await exchange(at, url, { headers: { authorization: `Bearer ${at.settings.key}` } }, true);
    if (reply.is !== 'reply') return { is: 'silent', code: reply.code };
    const state = readReply(lastEvent, reply)?.last_event;
    if (reply.status !== 200 || state === undefined) return { is: 'silent', code: `http.${reply.status}` };
    const end = endOf(state);
    if (end === 'undelivered') return { is: end, code: state, supplierId };
    return { is: end ?? 'taken', supplierId };
  },
  receipts: {
    signed: true,
    answer: { type: 'application/json', body: '{}' },
    async read(call, { settings: { webhookSecret }, clock }) {
      if (webhookSecret === undefined || !isSigned(call, webhookSecret, clock.now(), 'svix'))
        return fail('call.forged');
      const read = v.safeParse(event, call.body);
      if (!read.success) return fail('call.malformed');
      const { type, created_at, data } = read.output;
      const name = type.replace(/^email\./, '');
      const is = endOf(name);
      return ok(is ? [{ supplierId: data.email_id, is, code: name, at: Date.parse(created_at) }] : []);
    },
  },
});
