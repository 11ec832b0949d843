import { sql } from 'drizzle-orm';
import { rewrapped } from '../lib/sealing/case-key.ts';
import type { RotationTools } from './rotate-keys.ts';

/**
 * Wraps the keys of staff accounts under the ring's current key, `limit` at most; gives how many. They are so few that it
 * looks for those that are not, wherever they stand. Safe at any time and twice at once.
 */
export async function rotateAccountKeys(
  { db, ring }: Pick<RotationTools, 'db' | 'ring'>,
  limit: number,
): Promise<number> {
  // From `account:` up to the character after the colon.
  const old = await db.orm.all<{ id: string; wrapped: string }>(sql`SELECT case_id AS id, wrapped FROM case_keys
    WHERE case_id > 'account:' AND case_id < 'account;' AND wrapped NOT LIKE ${`A256GCM.${ring.current}.%`}
    ORDER BY case_id LIMIT ${limit}`);
  const turned = await Promise.all(
    old.map(async ({ id, wrapped }) => ({ id, wrapped, fresh: await rewrapped(ring, id, wrapped) })),
  );
  const changes = turned.flatMap(({ id, wrapped, fresh }) =>
    fresh === null ? [] : [sql`UPDATE case_keys SET wrapped = ${fresh} WHERE case_id = ${id} AND wrapped = ${wrapped}`],
  );
  if (changes.length > 0) await db.write(changes);
  return changes.length;
}
