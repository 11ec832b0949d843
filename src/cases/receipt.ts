import { base64url, randomBytes } from '../lib/bytes.ts';
import { canonical } from '../lib/canonical.ts';
import { drawCode, drawReceiptBody, receiptNumber } from '../lib/receipt-number.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';
import { fingerprintOf } from '../lib/sealing/signing.ts';

/**
 * Number and code of a new case. With an idempotency key they follow from site, key and body, so that a repeat gets the
 * same pair even when the database is gone; `round` draws others when a number is taken.
 */
export async function drawNumbers(
  ring: KeyRing,
  prefix: string,
  repeat: { site: string; key: string; bodyHash: string } | null,
  round: number,
): Promise<{ receipt: string; code: string }> {
  const bytes = async (what: string): Promise<Uint8Array> => {
    if (!repeat) return randomBytes(32);
    return ring.mac('number', ring.current, `0${canonical([what, round, repeat.site, repeat.key, repeat.bodyHash])}`);
  };
  const body = drawReceiptBody(await bytes('number'));
  const code = drawCode(await bytes('code'));
  // 32 bytes fall short with a chance below 10^-17; another round then draws others.
  if (!body || !code) return drawNumbers(ring, prefix, repeat, round + 1);
  return { receipt: receiptNumber(prefix, body), code };
}

/** The code as it is kept: a keyed hash that only its receipt number makes sense of. */
export async function codeHash(ring: KeyRing, kid: string, receipt: string, code: string): Promise<string> {
  return `${kid}.${base64url(await ring.mac('code', kid, `${receipt}|${code}`))}`;
}

/** What a fingerprint is taken over. */
export interface Statement {
  site: string;
  receipt: string;
  submittedAt: string;
  kind: string;
  answers: unknown;
  contact: unknown;
}

/**
 * The text that is hashed and signed (api.md, 201): JCS of `{ v, site, receipt, submittedAt, kind, answers, contact }`,
 * the contact only as a keyed hash, so that the statement can be shown without it.
 */
export async function statementText(ring: KeyRing, kid: string, statement: Statement): Promise<string> {
  const contact = base64url(await ring.mac('fingerprint', kid, canonical(statement.contact)));
  return canonical({ v: 1, ...statement, contact });
}

export const fingerprint = async (ring: KeyRing, statement: Statement): Promise<string> =>
  fingerprintOf(ring, await statementText(ring, ring.current, statement));
