import { sql, type SQL } from 'drizzle-orm';
import { within, type Reader } from '../cases/scope.ts';
import { deskedBy, isDepartment, ownTasks } from '../cases/tasks/list.ts';
import type { Database } from '../db/database.ts';
import type { NoticeLine } from '../i18n/staff-messages.ts';
import { may } from '../staff/roles.ts';
import { addDays } from '../workflow/calendar/dates.ts';
import { SOON_DAYS } from '../workflow/reminders.ts';
import type { Heads } from './arrivals.ts';
import { ERASED } from '../workflow/define.ts';

/** One thing an account has not been told. */
export interface Pending {
  account: string;
  line: NoticeLine;
  /** Names it among what the account was told. */
  what: string;
  receipt: string;
  /** The Shanghai date that it is due, if any. */
  date: string | null;
  /** 1 for a 检举控告. */
  restricted: number;
}

/** Whose things are asked for. */
export interface Asked {
  reader: Reader;
  upTo: number;
  /** In the quiet hours, and right after a reminder. */
  urgentOnly: boolean;
}

const MOST_EACH = 200;
const ACCOUNTS_A_QUERY = 20;

/** What some accounts have not been told, the most pressing first; each asks `within` for itself. */
export async function pendingOf({ orm }: Database, asked: readonly Asked[], heads: Heads, today: string) {
  const found: Pending[] = [];
  for (let at = 0; at < asked.length; at += ACCOUNTS_A_QUERY) {
    const parts = asked.slice(at, at + ACCOUNTS_A_QUERY).flatMap((one) => partsOf(one, heads, today));
    if (parts.length === 0) continue;
    const union = sql.join(
      parts.map((part) => sql`SELECT * FROM (${part} LIMIT ${MOST_EACH})`),
      sql` UNION ALL `,
    );
    const rank = sql`CASE line WHEN 'urgent' THEN 0 WHEN 'overdue' THEN 1 WHEN 'due' THEN 2 ELSE 3 END`;
    found.push(
      ...(await orm.all<Pending>(sql`SELECT * FROM (${union}) ORDER BY account, ${rank}, date IS NULL, date, what`)),
    );
  }
  return found;
}

function partsOf({ reader, upTo, urgentOnly }: Asked, heads: Heads, today: string): SQL[] {
  const scope = within(reader);
  if (!scope) return [];
  const untold = (what: SQL): SQL =>
    sql`NOT EXISTS (SELECT 1 FROM staff_told s WHERE s.account_id = ${reader.id} AND s.what = ${what})`;
  const dates = heads.dates && !urgentOnly;
  const mine = [arrivedFor(reader, scope, upTo, urgentOnly, heads, untold), tasksFor(reader, dates, untold)];
  const late = dates && may(reader.role, 'reports.handle') ? [lateReports(reader, scope, today, untold)] : [];
  return [...mine, ...late].filter((part) => part !== null);
}

type Untold = (what: SQL) => SQL;

/** What came to the desks a reader sits at, to the department, or to whoever is cleared. */
function arrivedFor(
  reader: Reader,
  scope: SQL,
  upTo: number,
  urgentOnly: boolean,
  heads: Heads,
  untold: Untold,
): SQL | null {
  const desk = deskedBy(reader.role);
  const places = [
    ...(desk.length > 0 ? [sql`(a.department IS NULL AND cases.restricted = 0 AND cases.kind IN ${desk})`] : []),
    ...(isDepartment(reader.role) ? [sql`a.department = ${reader.department}`] : []),
    ...(may(reader.role, 'reports.handle') ? [sql`(a.department IS NULL AND cases.restricted = 1)`] : []),
  ];
  if (places.length === 0) return null;
  const ripe = urgentOnly ? sql`cases.urgent = 1` : sql`(a.n <= ${heads.together} OR cases.urgent = 1)`;
  const what = sql`'arrival ' || a.n`;
  return sql`SELECT ${reader.id} AS account, CASE cases.urgent WHEN 1 THEN 'urgent' ELSE 'new' END AS line, ${what} AS what,
    cases.receipt, cases.due_date AS date, cases.restricted FROM arrivals a CROSS JOIN cases ON cases.id = a.case_id
    WHERE a.n > ${upTo} AND a.n <= ${heads.all} AND a.site = ${reader.site} AND ${ripe} AND ${scope}
      AND cases.state <> ${ERASED} AND (${sql.join(places, sql` OR `)}) AND ${untold(what)}`;
}

/** The reminders of dates, and what is to be looked at now (信访工作条例 25), as the list of tasks has them. */
function tasksFor(reader: Reader, dates: boolean, untold: Untold): SQL | null {
  const own = ownTasks(reader);
  if (!own) return null;
  const kinds = dates ? ['urgent', 'overdue', 'due-soon'] : ['urgent'];
  const what = sql`'task ' || t.id`;
  return sql`SELECT ${reader.id} AS account,
    CASE t.kind WHEN 'due-soon' THEN 'due' ELSE t.kind END AS line, ${what} AS what, cases.receipt, t.date, cases.restricted
    FROM tasks t JOIN cases ON cases.id = t.case_id WHERE ${own} AND t.kind IN ${kinds} AND ${untold(what)}`;
}

/** No task reminds of a 检举控告, which it would give away: whoever is cleared is told from the date itself. */
function lateReports(reader: Reader, scope: SQL, today: string, untold: Untold): SQL {
  const line = sql`CASE WHEN cases.due_date < ${today} THEN 'overdue' ELSE 'due' END`;
  const what = sql`${line} || ' ' || cases.id || ' ' || cases.due_date`;
  return sql`SELECT ${reader.id} AS account, ${line} AS line, ${what} AS what, cases.receipt, cases.due_date AS date,
    cases.restricted FROM cases WHERE cases.restricted = 1 AND cases.site = ${reader.site}
      AND cases.due_date <= ${addDays(today, SOON_DAYS)} AND ${scope} AND ${untold(what)}`;
}
