import * as v from 'valibot';
import { fail, ok } from '../../lib/result.ts';
import { defineSupplier } from '../define.ts';
import { exchange, meaningOfStatus, perhaps, readReply } from '../exchange.ts';
import { endpoint } from '../setting-schemas.ts';
import { isSigned, signedHeaders } from '../signing/standard-webhooks.ts';

/**
 * A gateway of the county's own inside the mainland, since carriers there refuse the addresses of Workers (domain.md §0.2).
 * It is posted the message, signed by Standard Webhooks, and answers 200 with
 *
 *     { "outcome": "sent", "id": "…" }                                  taken; `id` is named again in its callbacks
 *     { "outcome": "retry" | "limit" | "refused" | "configuration" | "unknown", "code": "…" }
 *
 * 401, 403, 404: configuration. 429, 503: retry after `retry-after`. It must take a `webhook-id` once and answer a repeat
 * of it as the first time, for two days: that makes a lost reply harmless.
 */
const answer = v.variant('outcome', [
  v.object({ outcome: v.literal('sent'), id: v.optional(v.pipe(v.string(), v.maxLength(200))) }),
  v.object({
    outcome: v.picklist(['retry', 'limit', 'refused', 'configuration', 'unknown']),
    code: v.pipe(v.string(), v.regex(/^[\w.:-]{1,80}$/)),
  }),
]);

/** A callback: POST, signed with the same secret. */
const calls = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    receipts: v.array(
      v.object({
        id: v.string(),
        message: v.string(),
        is: v.picklist(['delivered', 'undelivered']),
        code: v.optional(v.nullable(v.string()), null),
        at: v.pipe(v.string(), v.isoTimestamp()),
      }),
    ),
  }),
);

const signingSecret = v.pipe(v.string(), v.regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/));

export const relay = defineSupplier({
  id: 'relay',
  name: { zh: '境内中转', en: 'Relay inside the mainland' },
  channels: ['sms', 'email'],
  real: true,
  idempotent: true,
  settings: {
    url: {
      env: 'RELAY_URL',
      about: { zh: '境内中转的地址', en: 'the gateway inside the mainland' },
      secret: false,
      schema: endpoint,
    },
    secret: {
      env: 'RELAY_SECRET',
      about: { zh: '与它共用的签名密钥 whsec_…', en: 'the secret shared with it, whsec_…' },
      secret: true,
      schema: signingSecret,
    },
  },
  async send(message, at) {
    const { url, secret } = at.settings;
    const { id, site, channel, to, subject, text, html, template, params, lang } = message;
    const body = JSON.stringify({ id, site, channel, to, subject, text, html, template, params, lang });
    const headers = {
      'content-type': 'application/json',
      ...signedHeaders(secret, id, at.clock.now(), body),
    };
    const reply = await exchange(at, url, { method: 'POST', headers, body }, true);
    if (reply.is !== 'reply') return reply;
    if (reply.status !== 200) return meaningOfStatus(reply, true);
    const read = readReply(answer, reply);
    if (!read) return perhaps(true, 'reply.malformed');
    if (read.outcome === 'sent') return { is: 'sent', supplierId: read.id };
    if (read.outcome === 'limit') return { is: 'retry', code: read.code, limit: true };
    return { is: read.outcome, code: read.code };
  },
  receipts: {
    signed: true,
    answer: { type: 'application/json', body: '{}' },
    async read(call, { settings: { secret }, clock }) {
      if (!isSigned(call, secret, clock.now(), 'webhook')) return fail('call.forged');
      const read = v.safeParse(calls, call.body);
      if (!read.success) return fail('call.malformed');
      return ok(
        read.output.receipts.map(({ id, message, is, code, at }) => ({
          supplierId: id,
          messageId: message,
          is,
          code,
          at: Date.parse(at),
        })),
      );
    },
  },
});
