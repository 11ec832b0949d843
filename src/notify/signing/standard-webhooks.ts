import { Webhook } from 'standardwebhooks';
import type { Call } from '../define.ts';

const TOLERANCE_MS = 5 * 60_000;

/** The three headers of a signed call (Standard Webhooks); `secret` is `whsec_` and base64, `at` milliseconds. */
export function signedHeaders(secret: string, id: string, at: number, body: string): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, new Date(at), body),
  };
}

function same(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let index = 0; index < a.length; index += 1) difference |= a.charCodeAt(index) ^ b.charCodeAt(index);
  return difference === 0;
}

/**
 * Whether a call was signed with the secret, at most five minutes from `now`. The library's own `verify` reads the system
 * clock and knows only `webhook-` headers, so the comparison is here; `prefix` is `svix` where the supplier sends those.
 */
export function isSigned({ headers, body }: Call, secret: string, now: number, prefix: 'webhook' | 'svix'): boolean {
  const [id, seconds, signatures] = ['id', 'timestamp', 'signature'].map((name) => headers.get(`${prefix}-${name}`));
  if (!id || !seconds || !signatures || !/^\d{1,12}$/.test(seconds)) return false;
  const at = Number(seconds) * 1000;
  if (Math.abs(now - at) > TOLERANCE_MS) return false;
  const expected = new Webhook(secret).sign(id, new Date(at), body);
  return signatures.split(' ').some((one) => same(one, expected));
}
