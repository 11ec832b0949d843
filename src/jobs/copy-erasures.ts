import { sql } from 'drizzle-orm';
import { erasureName, erasureText, type ErasureNote } from '../cases/erasure-note.ts';
import type { CopyTools } from './copy-seals.ts';

/** Notes erasures that the object store does not know yet, oldest first, at most `limit`. Safe to repeat. */
export async function copyErasures({ db, clock, store }: CopyTools, limit: number): Promise<void> {
  const waiting = await db.orm.all<ErasureNote>(
    sql`SELECT case_id AS caseId, at FROM erasures WHERE copied_at IS NULL ORDER BY at LIMIT ${limit}`,
  );
  for (const note of waiting) {
    await store.keep(erasureName(note.caseId), erasureText(note));
    await db.write([sql`UPDATE erasures SET copied_at = ${clock.now()} WHERE case_id = ${note.caseId}`]);
  }
}
