import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { FIRST_STATE } from './accepted.ts';
import { holder } from './holder.ts';
import { within, type Reader } from './scope.ts';
import type { CaseRow } from './tables.ts';

interface ViewOfCases {
  /** By due date, the most urgent first; or the newest first. */
  order: 'due' | 'newest';
  where: (today: string) => SQL;
}

/** The views of the inbox, in the order of their tabs. */
export const inboxViews = {
  open: { order: 'due', where: () => sql`cases.due_date IS NOT NULL` },
  today: { order: 'due', where: (today) => sql`cases.due_date = ${today}` },
  overdue: { order: 'due', where: (today) => sql`cases.due_date < ${today}` },
  new: { order: 'newest', where: () => sql`cases.state = ${FIRST_STATE}` },
  all: { order: 'newest', where: () => sql`1` },
} as const satisfies Record<string, ViewOfCases>;
export type InboxView = keyof typeof inboxViews;

export const isInboxView = (text: string): text is InboxView => Object.hasOwn(inboxViews, text);

/** What a list can be narrowed by. */
export const filterColumns = {
  kind: sql`cases.kind`,
  station: sql`cases.station`,
  topic: sql`cases.topic`,
  state: sql`cases.state`,
} as const;
export type Filters = Partial<Record<keyof typeof filterColumns, string>>;

export type InboxLine = Pick<
  CaseRow,
  'id' | 'receipt' | 'site' | 'kind' | 'title' | 'state' | 'station' | 'dueDate'
> & {
  /** The department in charge. */
  holder: string | null;
  /** 1 where it is marked as urgent. */
  urgent: number;
};

/** What a line of any list is made of, from the row of `cases`. */
export const lineColumns = sql`cases.id, cases.receipt, cases.site, cases.kind, cases.title, cases.state, cases.station,
  cases.due_date AS dueDate, cases.urgent, ${holder} AS holder`;

export interface AskedOfInbox {
  view: InboxView;
  filters: Filters;
  /** Where the page before ended (`next`); what is none is passed over. */
  after: string;
  /** In Asia/Shanghai. */
  today: string;
}

export const INBOX_PAGE = 50;

/** One page of what a member of staff may see, and where the next begins; two conditions on the index, no OFFSET. */
export async function inbox(
  { orm }: Database,
  reader: Reader,
  { view, filters, after, today }: AskedOfInbox,
): Promise<{ lines: InboxLine[]; next: string | null }> {
  const scope = within(reader);
  if (!scope) return { lines: [], next: null };
  const { order, where } = inboxViews[view];
  const conditions = [scope, where(today), ...narrowing(filters), ...beyond(order, after)];
  const by = order === 'due' ? sql`cases.due_date, cases.id` : sql`cases.id DESC`;
  const found = await orm.all<InboxLine>(sql`SELECT ${lineColumns}
    FROM cases WHERE ${sql.join(conditions, sql` AND `)} ORDER BY ${by} LIMIT ${INBOX_PAGE + 1}`);
  const lines = found.slice(0, INBOX_PAGE);
  const last = found.length > INBOX_PAGE ? lines.at(-1) : undefined;
  return { lines, next: last ? (order === 'due' ? `${last.dueDate}.${last.id}` : last.id) : null };
}

const narrowing = (filters: Filters): SQL[] =>
  (Object.keys(filterColumns) as (keyof Filters)[]).flatMap((name) =>
    filters[name] === undefined ? [] : [sql`${filterColumns[name]} = ${filters[name]}`],
  );

const PLACE = /^(?:(\d{4}-\d{2}-\d{2})\.)?([0-9a-f-]{36})$/;

function beyond(order: 'due' | 'newest', after: string): SQL[] {
  const [, date, id] = PLACE.exec(after) ?? [];
  if (id === undefined) return [];
  if (order === 'newest') return [sql`cases.id < ${id}`];
  return date === undefined ? [] : [sql`(cases.due_date, cases.id) > (${date}, ${id})`];
}

const COUNTED = ['today', 'overdue', 'new'] as const;
export const MOST_COUNTED = 99;
export type Counts = Record<(typeof COUNTED)[number], number>;

/** How many wait in the views that ask for attention; counting stops just above `MOST_COUNTED`. */
export async function inboxCounts({ orm }: Database, reader: Reader, today: string): Promise<Counts> {
  const scope = within(reader);
  if (!scope) return { today: 0, overdue: 0, new: 0 };
  const counts = COUNTED.map(
    (view) => sql`(SELECT count(*) FROM (SELECT 1 FROM cases WHERE ${scope} AND ${inboxViews[view].where(today)}
      LIMIT ${MOST_COUNTED + 1})) AS ${sql.raw(view)}`,
  );
  const [row] = await orm.all<Counts>(sql`SELECT ${sql.join(counts, sql`, `)}`);
  return row ?? { today: 0, overdue: 0, new: 0 };
}
