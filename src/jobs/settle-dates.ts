import { sql } from 'drizzle-orm';
import { nextEvent } from '../chain/event.ts';
import { events } from '../chain/tables.ts';
import { closeOutdated } from '../cases/tasks/close.ts';
import { openTask } from '../cases/tasks/open.ts';
import type { Database, Statement } from '../db/database.ts';
import { failureOf } from '../db/failure.ts';
import type { Clock } from '../lib/clock.ts';
import { calendar as known, settledStretch, type Calendar } from '../workflow/calendar/index.ts';
import { settledBy } from '../workflow/clock.ts';
import type { Due, Explanation } from '../workflow/due.ts';

interface Provisional {
  id: string;
  seq: number;
  hash: string;
  due: string;
  explanation: string;
}

const PAGE = 50;

/** The event of a date that a year's notice has settled. */
export const SETTLED = 'due-settled';

/**
 * Reckons anew the dates that waited for a year's notice which the calendar now has: the event, the date and the reminders
 * of a page of cases in one batch, at most `pages` of them a run. Nothing to settle costs one empty range of an index.
 */
export async function settleDates(
  { db, clock }: { db: Database; clock: Clock },
  pages: number,
  calendar: Calendar = known,
): Promise<void> {
  const { from, before } = settledStretch(calendar);
  const opening = sql`json_extract(c.due_explanation, '$.open.date')`;
  for (let page = 0; page < pages; page += 1) {
    const found = await db.orm.all<Provisional>(sql`SELECT c.id, c.seq, e.hash, c.due, c.due_explanation AS explanation
      FROM cases c JOIN events e ON e.stream = c.id AND e.seq = c.seq
      WHERE c.due_date IS NOT NULL AND ${opening} IS NOT NULL AND ${opening} >= ${from} AND ${opening} < ${before}
      ORDER BY ${opening}, c.id LIMIT ${PAGE}`);
    const settled = await Promise.all(found.map((one) => settling(db, one, calendar, clock.now())));
    if (!(await writeAll(db, settled)) || found.length < PAGE) return;
  }
}

/** The statements that settle one date; none where it is not settled after all. */
async function settling({ orm }: Database, one: Provisional, calendar: Calendar, now: number): Promise<Statement[]> {
  const before = { due: JSON.parse(one.due) as Due, explanation: JSON.parse(one.explanation) as Explanation };
  const after = settledBy(calendar, before);
  if (!after?.due) return [];
  const { due, explanation } = after;
  const event = await nextEvent(one.id, one, {
    at: now,
    actor: 'system',
    code: SETTLED,
    data: { from: before.due.date, due: due.date, provisional: due.provisional },
  });
  const moved = due.date !== before.due.date;
  return [
    orm.insert(events).values(event),
    sql`UPDATE cases SET seq = ${event.seq}, due = ${JSON.stringify(due)}, due_date = ${due.date},
      due_explanation = ${JSON.stringify(explanation)} WHERE id = ${one.id}`,
    ...(moved ? [closeOutdated(one.id, now)] : []),
    ...(moved ? openTask(one.id, { kind: 'due-moved', cause: `step ${event.seq}`, date: due.date }, now) : []),
  ];
}

/** One batch for the page; where an officer was quicker in one of its cases, one a case. Whether all went in at once. */
async function writeAll(db: Database, settled: readonly (readonly Statement[])[]): Promise<boolean> {
  const some = settled.filter((statements) => statements.length > 0);
  if (some.length === 0) return false;
  if (await written(db, some.flat())) return true;
  for (const statements of some) await written(db, statements);
  return false;
}

async function written(db: Database, statements: readonly Statement[]): Promise<boolean> {
  try {
    await db.write(statements);
    return true;
  } catch (error) {
    if (failureOf(error).is === 'constraint') return false;
    throw error;
  }
}
