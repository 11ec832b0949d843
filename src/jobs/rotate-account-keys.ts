import { sql } from 'drizzle-orm';
import { openCaseKey, rewrapped } from '../lib/sealing/case-key.ts';
import { indexedAnew, messagesTo } from '../notify/outbox/index-anew.ts';
import type { RotationTools } from './rotate-keys.ts';

/**
 * Wraps the keys of staff accounts under the ring's current key and indexes anew the addresses of their messages, `limit`
 * accounts at most; gives how many. They are so few that it looks for those that are not, wherever they stand. Safe at any
 * time and twice at once.
 */
export async function rotateAccountKeys({ db, ring, clock }: RotationTools, limit: number): Promise<number> {
  // From `account:` up to the character after the colon.
  const old = await db.orm.all<{ id: string; wrapped: string }>(sql`SELECT case_id AS id, wrapped FROM case_keys
    WHERE case_id > 'account:' AND case_id < 'account;' AND wrapped NOT LIKE ${`A256GCM.${ring.current}.%`}
    ORDER BY case_id LIMIT ${limit}`);
  const messages = await messagesTo(
    db,
    old.map(({ id }) => id),
  );
  let turned = 0;
  for (const { id, wrapped } of old) {
    const [fresh, key] = [await rewrapped(ring, id, wrapped), await openCaseKey(ring, id, wrapped)];
    // A key that the ring cannot open stays as it is.
    if (fresh === null || !key) continue;
    await db.write([
      sql`UPDATE case_keys SET wrapped = ${fresh} WHERE case_id = ${id} AND wrapped = ${wrapped}`,
      ...(await indexedAnew(ring, key, messages.get(id) ?? [], clock.now())),
    ]);
    turned += 1;
  }
  return turned;
}
