import { and, eq } from 'drizzle-orm';
import { refuse, type Refusal } from '../errors.ts';
import { caseKeys } from '../db/case-keys.ts';
import { base64url, sha256 } from '../lib/bytes.ts';
import { canonical } from '../lib/canonical.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';
import { openAnswer, type Answer } from './answer.ts';
import { cases, idempotency } from './tables.ts';
import type { Tools } from './tools.ts';

/** An `Idempotency-Key` as kept. Not keyed: a rotation within the day must still find it. */
export const keyHash = async (site: string, key: string): Promise<string> => sha256(`${site}|${key}`);

/** The body as compared: keyed, since it holds a phone number that could be guessed. The key's id stands in front. */
export async function bodyHash(
  ring: KeyRing,
  kid: string,
  kind: string,
  body: Record<string, unknown>,
): Promise<string> {
  const { challenge: _, ...compared } = body;
  return `${kid}.${base64url(await ring.mac('number', kid, canonical({ kind, body: compared })))}`;
}

/**
 * What an earlier submission under this key was answered; null where there was none. `body` null: it cannot be read,
 * so it is no repeat of anything that was accepted.
 */
export async function findReplay(
  { db, ring }: Tools,
  site: string,
  key: string,
  kind: string,
  body: Record<string, unknown> | null,
): Promise<Result<Answer, Refusal> | null> {
  const [row] = await db.orm
    .select({
      caseId: idempotency.caseId,
      bodyHash: idempotency.bodyHash,
      answer: idempotency.answer,
      wrapped: caseKeys.wrapped,
      receipt: cases.receipt,
    })
    .from(idempotency)
    .innerJoin(cases, eq(cases.id, idempotency.caseId))
    .leftJoin(caseKeys, eq(caseKeys.caseId, idempotency.caseId))
    .where(and(eq(idempotency.site, site), eq(idempotency.keyHash, await keyHash(site, key))));
  if (!row) return null;
  const kid = row.bodyHash.split('.')[0] ?? '';
  const same = body !== null && ring.ids.includes(kid) && (await bodyHash(ring, kid, kind, body)) === row.bodyHash;
  if (!same) return fail(refuse('idempotency.mismatch'));
  const answer = await openAnswer(ring, row);
  // The sender has withdrawn since: a late repeat must not bring back what was erased.
  return answer ? ok(answer) : fail(refuse('case.changed'));
}
