import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { caseKinds } from '../../forms/index.ts';
import { allRoles, may, type RoleId } from '../../staff/roles.ts';
import { taskKinds, type TaskKind, type Whose } from '../../workflow/tasks.ts';
import { holder } from '../holder.ts';
import { within, type Reader } from '../scope.ts';
import type { CaseRow } from '../tables.ts';

/** An open task with as much of its case as a list shows. */
export interface Task extends Pick<CaseRow, 'receipt' | 'title' | 'state' | 'due'> {
  id: string;
  kind: TaskKind;
  whose: Whose;
  template: string | null;
  date: string | null;
  openedAt: number;
  caseId: string;
  site: string;
  caseKind: string;
}

/** The kinds of case at whose desk a role sits. */
export const deskedBy = (role: RoleId): string[] =>
  caseKinds.filter(({ desk }) => desk !== undefined && may(role, desk)).map(({ kind }) => kind);

export const isDepartment = (role: RoleId): boolean => allRoles[role].scope === 'department';

export const hasTasks = (role: RoleId): boolean =>
  deskedBy(role).length > 0 || isDepartment(role) || may(role, 'cases.supervise');

/**
 * The condition under which an open task is a reader's own, on `tasks t` beside its row of `cases`; null: none is. It
 * asks `within` first, so that no task shows what its reader may not know of.
 */
export function ownTasks(reader: Reader): SQL | null {
  const scope = within(reader);
  if (!scope || !hasTasks(reader.role)) return null;
  const desk = deskedBy(reader.role);
  const parts = [
    ...(desk.length > 0
      ? [sql`(cases.kind IN ${desk} AND (t.whose = 'desk' OR (t.whose = 'holder' AND ${holder} IS NULL)))`]
      : []),
    ...(isDepartment(reader.role) ? [sql`(t.whose = 'holder' AND ${holder} = ${reader.department})`] : []),
    ...(may(reader.role, 'cases.supervise') ? [sql`t.whose = 'supervisor'`] : []),
  ];
  return sql`t.done_at IS NULL AND t.site = ${reader.site} AND ${scope} AND (${sql.join(parts, sql` OR `)})`;
}

const columns = sql`t.id, t.kind, t.whose, t.template, t.date, t.opened_at AS openedAt, t.case_id AS caseId, t.site,
  cases.kind AS caseKind, cases.receipt, cases.title, cases.state, cases.due`;
const from = sql`FROM tasks t JOIN cases ON cases.id = t.case_id`;

/** The place of a kind in the list of kinds. */
const rank = sql`(CASE t.kind ${sql.join(
  Object.keys(taskKinds).map((kind, place) => sql`WHEN ${kind} THEN ${sql.raw(String(place))}`),
  sql` `,
)} ELSE 99 END)`;

export const TASKS_PAGE = 50;
const PLACE = /^(\d{1,2})\.([0-9a-f-]{36})$/;

/**
 * The open tasks of an account, the most pressing kind first and the oldest of each first; one page from where the page
 * before ended (`next`). Messages to staff are made from it as well.
 */
export async function openTasks(
  { orm }: Database,
  reader: Reader,
  after = '',
): Promise<{ tasks: Task[]; next: string | null }> {
  const mine = ownTasks(reader);
  if (!mine) return { tasks: [], next: null };
  const [, place, id] = PLACE.exec(after) ?? [];
  const beyond = id === undefined ? sql`` : sql`AND (${rank}, t.id) > (${Number(place)}, ${id})`;
  const found = await orm.all<Task & { rank: number }>(sql`SELECT ${columns}, ${rank} AS rank ${from}
    WHERE ${mine} ${beyond} ORDER BY ${rank}, t.id LIMIT ${TASKS_PAGE + 1}`);
  const tasks = found.slice(0, TASKS_PAGE);
  const last = found.length > TASKS_PAGE ? tasks.at(-1) : undefined;
  return { tasks, next: last ? `${last.rank}.${last.id}` : null };
}

/** A reader's open tasks of one case, the most pressing first. */
export async function tasksOfCase({ orm }: Database, reader: Reader, caseId: string): Promise<Task[]> {
  const mine = ownTasks(reader);
  if (!mine) return [];
  return orm.all<Task>(sql`SELECT ${columns} ${from} WHERE t.case_id = ${caseId} AND ${mine} ORDER BY ${rank}, t.id`);
}

/** One open task of a reader's own; null where there is none, or it is somebody else's, which look alike. */
export async function taskFor({ orm }: Database, reader: Reader, id: string): Promise<Task | null> {
  const mine = ownTasks(reader);
  const [task] = mine ? await orm.all<Task>(sql`SELECT ${columns} ${from} WHERE t.id = ${id} AND ${mine}`) : [];
  return task ?? null;
}

export const MOST_TASKS_COUNTED = 99;

/** How many open tasks an account has; counting stops just above `MOST_TASKS_COUNTED`. */
export async function countTasks({ orm }: Database, reader: Reader): Promise<number> {
  const mine = ownTasks(reader);
  if (!mine) return 0;
  const [row] = await orm.all<{ n: number }>(
    sql`SELECT count(*) AS n FROM (SELECT 1 ${from} WHERE ${mine} LIMIT ${MOST_TASKS_COUNTED + 1})`,
  );
  return row?.n ?? 0;
}
