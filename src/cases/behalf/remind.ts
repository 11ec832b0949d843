import { sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Site } from '../../sites/site.ts';
import { desked, openTask } from '../tasks/open.ts';

const DAY = 86_400_000;
/** What calls a filing to mind that nobody confirmed; it ends with the confirmation. */
export const UNCONFIRMED = 'unconfirmed';

/**
 * Opens a task for each filing that nobody confirmed within the days its county sets, `most` a county and run; once for
 * each. Safe to call at any time, twice at once too: what is confirmed meanwhile has no open task.
 */
export async function remindUnconfirmed(
  { db, clock }: { db: Database; clock: Clock },
  sites: readonly Site[],
  most: number,
): Promise<void> {
  const now = clock.now();
  for (const { id, settings } of sites) {
    const found = await db.orm.all<{ id: string }>(sql`SELECT c.id FROM case_behalf b JOIN cases c ON c.id = b.case_id
      WHERE b.confirmed_at IS NULL AND b.filed_at <= ${now - settings.confirmWithinDays * DAY} AND c.site = ${id}
        AND c.restricted = 0 AND c.spam = 0 AND c.kind IN ${desked()}
        AND NOT EXISTS (SELECT 1 FROM tasks t WHERE t.case_id = b.case_id AND t.kind = ${UNCONFIRMED})
      LIMIT ${most}`);
    if (found.length === 0) continue;
    await db.write([
      ...found.flatMap((one) => openTask(one.id, { kind: UNCONFIRMED, cause: 'filed' }, now)),
      sql`UPDATE tasks SET done_at = ${now}, done_by = 'system' WHERE kind = ${UNCONFIRMED} AND done_at IS NULL
        AND case_id IN (SELECT case_id FROM case_behalf WHERE case_id IN ${found.map((one) => one.id)} AND confirmed_at IS NOT NULL)`,
    ]);
  }
}
