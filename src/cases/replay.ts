import { and, eq } from 'drizzle-orm';
import { refuse, type Refusal } from '../errors.ts';
import { caseKeys } from '../db/case-keys.ts';
import { base64url, sha256 } from '../lib/bytes.ts';
import { canonical } from '../lib/canonical.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';
import { openAnswer, SPOOLED, type Answer } from './answer.ts';
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

/** What is kept of an earlier submission under a key. `wrapped` null: erased since. */
interface Kept {
  caseId: string;
  bodyHash: string;
  answer: string;
  wrapped: string | null;
}

/**
 * The first answer again. Refuses another content under the same key, and what its sender has withdrawn since. `body`
 * null: it cannot be read, so it is no repeat of anything that was accepted.
 */
export async function openReplay(
  ring: KeyRing,
  kept: Kept,
  kind: string,
  body: Record<string, unknown> | null,
): Promise<Result<Answer, Refusal>> {
  const kid = kept.bodyHash.split('.')[0] ?? '';
  const same = body !== null && ring.ids.includes(kid) && (await bodyHash(ring, kid, kind, body)) === kept.bodyHash;
  if (!same) return fail(refuse('idempotency.mismatch'));
  const answer = await openAnswer(ring, kept);
  // The sender has withdrawn since: a late repeat must not bring back what was erased.
  return answer ? ok(answer) : fail(refuse('case.changed'));
}

/** What an earlier submission under this key was answered, whether it is in the database or waits; null: there was none. */
export async function findReplay(
  tools: Tools,
  site: string,
  key: string,
  kind: string,
  body: Record<string, unknown> | null,
): Promise<Result<Answer, Refusal> | null> {
  const hash = await keyHash(site, key);
  const [written, waiting] = await Promise.all([
    inDatabase(tools, site, hash).catch(() => undefined),
    tools.intake.repeatOf(site, hash).catch(() => null),
  ]);
  if (written) return openReplay(tools.ring, written, kind, body);
  if (!waiting) return null;
  const { caseId, repeat } = waiting;
  const answer = await openReplay(tools.ring, { caseId, ...repeat }, kind, body);
  return answer.ok ? ok({ ...answer.value, state: SPOOLED }) : answer;
}

async function inDatabase({ db }: Tools, site: string, hash: string): Promise<Kept | undefined> {
  const [row] = await db.orm
    .select({
      caseId: idempotency.caseId,
      bodyHash: idempotency.bodyHash,
      answer: idempotency.answer,
      wrapped: caseKeys.wrapped,
    })
    .from(idempotency)
    .innerJoin(cases, eq(cases.id, idempotency.caseId))
    .leftJoin(caseKeys, eq(caseKeys.caseId, idempotency.caseId))
    .where(and(eq(idempotency.site, site), eq(idempotency.keyHash, hash)));
  return row;
}
