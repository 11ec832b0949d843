import { sql } from 'drizzle-orm';
import { shanghaiDate } from '../lib/clock.ts';
import type { FoundCase, MessageLine } from './look-up.ts';
import { notesUnder } from './notes.ts';
import { openStored, storedCases, type Opened } from './stored.ts';
import type { Tools } from './tools.ts';

export interface StaffView extends FoundCase {
  opened: Opened;
}

/** A case as staff see it, opened; null where it does not exist or is a 检举控告, which nobody is cleared for yet. */
export async function staffView({ db, ring, clock }: Tools, receipt: string): Promise<StaffView | null> {
  const [stored] = await storedCases(db, { receipt });
  if (!stored || stored.row.restricted) return null;
  const messages = await db.orm.all<MessageLine>(
    sql`SELECT channel, state, coalesce(settled_at, created_at) AS at FROM outbox
      WHERE case_id = ${stored.row.id} ORDER BY created_at DESC, id DESC`,
  );
  const { row, key, notes } = stored;
  return {
    row,
    events: stored.events.toReversed(),
    messages,
    notes: await notesUnder(ring, row.id, key?.wrapped, notes),
    today: shanghaiDate(clock.now()),
    opened: await openStored(ring, stored),
  };
}
