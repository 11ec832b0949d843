import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { holder } from './holder.ts';
import { narrowing, type Filters } from './inbox-filters.ts';
import { inboxViews, type InboxView } from './inbox-views.ts';
import { rowsWithin } from './rows-within.ts';
import { within, type Reader } from './scope.ts';
import type { CaseRow } from './tables.ts';

export interface AskedOfInbox {
  view: InboxView;
  filters: Filters;
  /** Where the page before ended (`next`); what is none is passed over. */
  after: string;
  /** In Asia/Shanghai. */
  today: string;
  /** Cases a page; the list on screen has `INBOX_PAGE`. */
  most?: number;
}

export type InboxLine = Pick<
  CaseRow,
  'id' | 'receipt' | 'site' | 'kind' | 'title' | 'state' | 'seq' | 'category' | 'station' | 'dueDate'
> & {
  /** The department in charge. */
  holder: string | null;
  /** 1 for a 检举控告. */
  restricted: number;
  /** 1 where it is marked as urgent. */
  urgent: number;
  /** 1 where staff filed it for somebody and nobody has confirmed it. */
  unconfirmed: number;
  /** How many follow it as one matter. */
  joined: number;
};

/** What a line of any list is made of, from the row of `cases`. */
export const lineColumns = sql`cases.id, cases.receipt, cases.site, cases.kind, cases.title, cases.state, cases.seq,
  cases.category, cases.restricted, cases.station, cases.due_date AS dueDate, cases.urgent, ${holder} AS holder,
  EXISTS (SELECT 1 FROM case_behalf b WHERE b.case_id = cases.id AND b.confirmed_at IS NULL) AS unconfirmed,
  (SELECT count(*) FROM matter_members m WHERE m.lead_id = cases.id) AS joined`;

export const INBOX_PAGE = 50;

/** What is narrowed by the date it is due is read in the order of these dates, whatever the view. */
const orderOf = (view: InboxView, { dueFrom, dueTo }: Filters): 'due' | 'newest' =>
  dueFrom === undefined && dueTo === undefined ? inboxViews[view].order : 'due';

/** One page of what a member of staff may see, and where the next begins; two conditions on the index, no OFFSET. */
export async function inbox(
  { orm }: Database,
  reader: Reader,
  { view, filters, after, today, most = INBOX_PAGE }: AskedOfInbox,
): Promise<{ lines: InboxLine[]; next: string | null }> {
  const scope = within(reader);
  if (!scope) return { lines: [], next: null };
  const { where } = inboxViews[view];
  const order = orderOf(view, filters);
  const rows = rowsWithin(reader, filters, order);
  const { from, due, id, parts } = rows;
  const asked = [scope, where({ reader, today, rows }), ...narrowing(rows, filters), ...beyond(order, after, due, id)];
  // Part by part, so that SQLite walks each index in order and merges, and never sorts a whole county.
  const lists = parts.map(
    (part) => sql`SELECT ${lineColumns} FROM ${from} AND ${sql.join([part, ...asked], sql` AND `)}`,
  );
  const by =
    parts.length > 1
      ? sql.raw(order === 'due' ? 'dueDate, id' : 'id DESC')
      : order === 'due'
        ? sql`${due}, ${id}`
        : sql`${id} DESC`;
  const found = await orm.all<InboxLine>(sql`${sql.join(lists, sql` UNION ALL `)} ORDER BY ${by} LIMIT ${most + 1}`);
  const lines = found.slice(0, most);
  const last = found.length > most ? lines.at(-1) : undefined;
  return { lines, next: last ? (order === 'due' ? `${last.dueDate}.${last.id}` : last.id) : null };
}

const PLACE = /^(?:(\d{4}-\d{2}-\d{2})\.)?([0-9a-f-]{36})$/;

function beyond(order: 'due' | 'newest', after: string, due: SQL, id: SQL): SQL[] {
  const [, date, last] = PLACE.exec(after) ?? [];
  if (last === undefined) return [];
  if (order === 'newest') return [sql`${id} < ${last}`];
  return date === undefined ? [] : [sql`(${due}, ${id}) > (${date}, ${last})`];
}

/** How many cases a view has as it is narrowed down; counting stops at one more than `most`. */
export async function inboxCountUpTo(
  { orm }: Database,
  reader: Reader,
  { view, filters, today }: Pick<AskedOfInbox, 'view' | 'filters' | 'today'>,
  most: number,
): Promise<number> {
  const scope = within(reader);
  if (!scope) return 0;
  const rows = rowsWithin(reader, filters);
  const asked = [scope, inboxViews[view].where({ reader, today, rows }), ...narrowing(rows, filters)];
  const [row] = await orm.all<{ n: number }>(
    sql`SELECT count(*) AS n FROM (SELECT 1 FROM ${rows.from} AND ${sql.join(asked, sql` AND `)} LIMIT ${most + 1})`,
  );
  return row?.n ?? 0;
}

const COUNTED = ['today', 'overdue', 'new', 'mine', 'waiting'] as const;
export const MOST_COUNTED = 99;
export type Counts = Record<(typeof COUNTED)[number], number>;
const NONE: Counts = { today: 0, overdue: 0, new: 0, mine: 0, waiting: 0 };

/** How many wait in the views that ask for attention; counting stops just above `MOST_COUNTED`. */
export async function inboxCounts({ orm }: Database, reader: Reader, today: string): Promise<Counts> {
  const scope = within(reader);
  if (!scope) return NONE;
  const rows = rowsWithin(reader);
  const counts = COUNTED.map(
    (view) => sql`(SELECT count(*) FROM (SELECT 1 FROM ${rows.from} AND ${scope}
      AND ${inboxViews[view].where({ reader, rows, today })} LIMIT ${MOST_COUNTED + 1})) AS ${sql.raw(view)}`,
  );
  const [row] = await orm.all<Counts>(sql`SELECT ${sql.join(counts, sql`, `)}`);
  return row ?? NONE;
}
