import { sql } from 'drizzle-orm';
import { desked } from '../cases/tasks/open.ts';
import type { Database } from '../db/database.ts';
import { shanghaiDate, type Clock } from '../lib/clock.ts';
import { newId } from '../lib/ids.ts';
import { addDays } from '../workflow/calendar/dates.ts';
import { reminders } from '../workflow/reminders.ts';
import { allTaskKinds } from '../workflow/tasks.ts';

const PAGE = 100;

/**
 * Opens what reminds of dates: each reminder once a date, in pages along the due date, at most `pages` of them a run. With
 * nothing to remind of it reads one empty range of an index a reminder. Safe to call at any time, twice at once too.
 */
export async function remind({ db, clock }: { db: Database; clock: Clock }, pages: number): Promise<void> {
  for (const had of reminders.keys()) {
    for (let page = 0; page < pages; page += 1) if ((await remindPage(db, clock.now(), had)) < PAGE) break;
  }
}

/** The next page of cases that had this many reminders of their date; how many there were. */
async function remindPage(db: Database, now: number, had: number): Promise<number> {
  const reminder = reminders[had];
  if (!reminder) return 0;
  const { daysLeft, opens, closes } = reminder;
  const found = await db.orm.all<{ id: string; date: string }>(sql`SELECT id, due_date AS date FROM cases
    WHERE reminded = ${had} AND due_date IS NOT NULL AND due_date <= ${addDays(shanghaiDate(now), daysLeft)}
    ORDER BY due_date, id LIMIT ${PAGE}`);
  if (found.length === 0) return 0;
  const rows = found.flatMap(({ id, date }) =>
    allTaskKinds[opens].for.map((whose) => ({ task: newId(now), id, date, whose })),
  );
  // A case that went on between reading and writing has another date, or had its reminder: it is left for the next run.
  const still = sql`c.reminded = ${had} AND c.due_date = j.value ->> 'date'`;
  await db.write([
    ...closes.map(
      (kind) => sql`UPDATE tasks SET done_at = ${now}, done_by = 'system' WHERE kind = ${kind} AND done_at IS NULL
        AND case_id IN (SELECT c.id FROM json_each(${JSON.stringify(found)}) j JOIN cases c ON c.id = j.value ->> 'id' AND ${still})`,
    ),
    sql`INSERT INTO tasks (id, site, case_id, kind, whose, cause, date, opened_at)
      SELECT j.value ->> 'task', c.site, c.id, ${opens}, j.value ->> 'whose', 'date ' || c.due_date, c.due_date, ${now}
      FROM json_each(${JSON.stringify(rows)}) j JOIN cases c ON c.id = j.value ->> 'id'
      WHERE ${still} AND c.restricted = 0 AND c.spam = 0 AND c.kind IN ${desked()} ON CONFLICT DO NOTHING`,
    sql`UPDATE cases AS c SET reminded = ${had + 1} FROM json_each(${JSON.stringify(found)}) j
      WHERE c.id = j.value ->> 'id' AND ${still}`,
  ]);
  return found.length;
}
