import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import type { Clock } from '../lib/clock.ts';
import { newId } from '../lib/ids.ts';
import { blindIndex } from '../lib/sealing/blind-index.ts';
import { openCaseKey, rewrapped } from '../lib/sealing/case-key.ts';
import { keyIdOf } from '../lib/sealing/envelope.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';
import { indexedAnew, messagesTo, type Addressed } from '../notify/outbox/index-anew.ts';

export interface RotationTools {
  db: Database;
  ring: KeyRing;
  clock: Clock;
}

interface Kept {
  id: string;
  wrapped: string;
  sealed: string | null;
  phone: string | null;
  identity: string | null;
}

/** What blind indexes are made of, by where it is sealed. */
const INDEXED = { phone: 'contact.phone', identity: 'contact.idNumber' } as const;

/** How long a Worker with the old ring may still be answering after a new one was deployed. */
const SETTLED_MS = 3_600_000;

/**
 * After the ring got a new current key, wraps the keys of at most `limit` cases under it and indexes anew their phone and
 * identity numbers and the addresses of their messages, oldest first and only cases older than an hour, so that none slips
 * in behind. Gives how many were looked at. Safe at any time and twice at once: a row changes only where it still is what
 * was read.
 */
export async function rotateKeys(tools: RotationTools, limit: number): Promise<number> {
  const { db, ring, clock } = tools;
  const [progress] = await db.orm.all<{ after: string }>(
    sql`SELECT after FROM key_rotations WHERE kid = ${ring.current}`,
  );
  const page = await db.orm.all<Kept>(
    sql`SELECT k.case_id AS id, k.wrapped, s.sealed, c.phone_index AS phone, c.identity_index AS identity
      FROM case_keys k JOIN cases c ON c.id = k.case_id LEFT JOIN case_secrets s ON s.case_id = k.case_id
      WHERE k.case_id > ${progress?.after ?? ''} AND k.case_id < ${newId(clock.now() - SETTLED_MS)}
      ORDER BY k.case_id LIMIT ${limit}`,
  );
  const last = page.at(-1)?.id;
  if (last === undefined) return 0;
  const old = page.filter(({ wrapped }) => keyIdOf(wrapped) !== ring.current);
  const messages = await messagesTo(
    db,
    old.map(({ id }) => id),
  );
  const changes = await Promise.all(old.map((kept) => changesOf(tools, kept, messages.get(kept.id) ?? [])));
  await db.write([
    ...changes.flat(),
    sql`INSERT INTO key_rotations (kid, after) VALUES (${ring.current}, ${last})
      ON CONFLICT (kid) DO UPDATE SET after = max(after, excluded.after)`,
  ]);
  return page.length;
}

/** A key that the ring cannot open stays as it is: `npm run verify` names it. */
async function changesOf({ ring, clock }: RotationTools, kept: Kept, messages: readonly Addressed[]): Promise<SQL[]> {
  const { id, wrapped } = kept;
  const fresh = await rewrapped(ring, id, wrapped);
  const key = fresh === null ? null : await openCaseKey(ring, id, wrapped);
  if (fresh === null || !key) return [];
  const envelopes = JSON.parse(kept.sealed ?? '{}') as Record<string, string>;
  const index = async (what: keyof typeof INDEXED): Promise<string | null> => {
    const plain = kept[what] === null ? null : await key.open(INDEXED[what], envelopes[INDEXED[what]] ?? '');
    return plain === null ? kept[what] : blindIndex(ring, what, JSON.parse(plain) as string);
  };
  return [
    sql`UPDATE case_keys SET wrapped = ${fresh} WHERE case_id = ${id} AND wrapped = ${wrapped}`,
    sql`UPDATE cases SET phone_index = ${await index('phone')}, identity_index = ${await index('identity')}
      WHERE id = ${id} AND phone_index IS ${kept.phone} AND identity_index IS ${kept.identity}`,
    ...(await indexedAnew(ring, key, messages, clock.now())),
  ];
}
