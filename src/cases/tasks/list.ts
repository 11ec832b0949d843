import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { caseKinds } from '../../forms/index.ts';
import { allRoles, may, type RoleId } from '../../staff/roles.ts';
import { allTaskKinds, type TaskKind, type Whose } from '../../workflow/tasks.ts';
import { kindsReadBy, within, type Reader } from '../scope.ts';
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

/** Open tasks of one kind of person about one kind of case; an index has those of each kind of task in order. */
interface Lot {
  whose: Whose;
  caseKind: string;
}

const lots = (whose: readonly Whose[], caseKinds: readonly string[]): Lot[] =>
  whose.flatMap((one) => caseKinds.map((caseKind) => ({ whose: one, caseKind })));

/** Whose open tasks are a reader's own: their desk's, their department's, or those of whoever supervises the county. */
function lotsOf({ role }: Reader): Lot[] {
  return [
    // What no department holds is its desk's.
    ...lots(['desk', 'holder'], deskedBy(role)),
    ...(isDepartment(role) ? lots(['holder'], kindsReadBy(role)) : []),
    ...(may(role, 'cases.supervise') ? lots(['supervisor'], kindsReadBy(role)) : []),
  ];
}

/** The place a reader's tasks lie in, along the indexes of 0082_tasks_of_whom.sql. */
function place({ role, site, station, department }: Reader): SQL {
  const held = isDepartment(role) ? sql`t.department = ${department}` : sql`t.department IS NULL`;
  const there = allRoles[role].scope === 'station' ? sql`AND t.station = ${station}` : sql``;
  return sql`t.done_at IS NULL AND t.site = ${site} AND ${held} ${there}`;
}

const fits = ({ whose, caseKind }: Lot): SQL => sql`t.whose = ${whose} AND t.case_kind = ${caseKind}`;

/**
 * The condition under which an open task is a reader's own, on `tasks t` beside its row of `cases`; null: none is. It
 * asks `within`, so that no task shows what its reader may not know of.
 */
export function ownTasks(reader: Reader, among: readonly Lot[] = lotsOf(reader)): SQL | null {
  const scope = within(reader);
  if (!scope || among.length === 0) return null;
  return sql`${place(reader)} AND (${sql.join(among.map(fits), sql` OR `)}) AND ${scope}`;
}

/** The same lot by lot: within each an index has the tasks of a kind in order. */
const ownLots = (reader: Reader): { lot: Lot; condition: SQL }[] =>
  lotsOf(reader).flatMap((lot) => {
    const condition = ownTasks(reader, [lot]);
    return condition ? [{ lot, condition }] : [];
  });

const columns = sql`t.id AS id, t.kind, t.whose, t.template, t.date, t.opened_at AS openedAt, t.case_id AS caseId, t.site,
  cases.kind AS caseKind, cases.receipt, cases.title, cases.state, cases.due`;
const from = sql`FROM tasks t CROSS JOIN cases ON cases.id = t.case_id`;

const ranked = Object.entries(allTaskKinds).map(([kind, { for: whom }], rank) => ({ kind, whom, rank }));

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
  const [, first = '0', id] = PLACE.exec(after) ?? [];
  // A page of each kind at most: an index gives it in order, and what is sorted after that is never a whole county.
  const pages = ranked.flatMap(({ kind, whom, rank }) => {
    if (rank < Number(first)) return [];
    const beyond = id !== undefined && rank === Number(first) ? sql`AND t.id > ${id}` : sql``;
    const lists = ownLots(reader)
      .filter(({ lot }) => whom.includes(lot.whose))
      .map(
        ({ condition }) =>
          sql`SELECT ${columns}, ${sql.raw(String(rank))} AS rank ${from} WHERE ${condition} AND t.kind = ${kind} ${beyond}`,
      );
    return lists.length === 0
      ? []
      : [sql`SELECT * FROM (${sql.join(lists, sql` UNION ALL `)} ORDER BY id LIMIT ${TASKS_PAGE + 1})`];
  });
  if (pages.length === 0) return { tasks: [], next: null };
  const found = await orm.all<Task & { rank: number }>(
    sql`${sql.join(pages, sql` UNION ALL `)} ORDER BY rank, id LIMIT ${TASKS_PAGE + 1}`,
  );
  const tasks = found.slice(0, TASKS_PAGE);
  const last = found.length > TASKS_PAGE ? tasks.at(-1) : undefined;
  return { tasks, next: last ? `${last.rank}.${last.id}` : null };
}

/** A reader's open tasks of one case, the most pressing first. */
export async function tasksOfCase({ orm }: Database, reader: Reader, caseId: string): Promise<Task[]> {
  const mine = ownTasks(reader);
  if (!mine) return [];
  const found = await orm.all<Task>(
    sql`SELECT ${columns} ${from} WHERE t.case_id = ${caseId} AND ${mine} ORDER BY t.id`,
  );
  return ranked.flatMap(({ kind }) => found.filter((task) => task.kind === kind));
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
  const lists = ownLots(reader).map(({ condition }) => sql`SELECT 1 ${from} WHERE ${condition}`);
  if (lists.length === 0) return 0;
  const [row] = await orm.all<{ n: number }>(
    sql`SELECT count(*) AS n FROM (${sql.join(lists, sql` UNION ALL `)} LIMIT ${MOST_TASKS_COUNTED + 1})`,
  );
  return row?.n ?? 0;
}
