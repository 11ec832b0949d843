import { sql, type SQL } from 'drizzle-orm';
import { allRoles } from '../staff/roles.ts';
import { FIRST_STATE } from './accepted.ts';
import type { RowsWithin } from './rows-within.ts';
import type { Reader } from './scope.ts';

/** Who looks at a list, and when. */
export interface Looked {
  reader: Reader;
  /** In Asia/Shanghai. */
  today: string;
  rows: RowsWithin;
}

interface ViewOfCases {
  /** By due date, the most urgent first; or the newest first. */
  order: 'due' | 'newest';
  where: (looked: Looked) => SQL;
}

const isDepartment = ({ role }: Reader): boolean => allRoles[role].scope === 'department';

/**
 * Unfinished cases somebody of one's own has in hand. At a desk (station, county, reports) that is whoever acted on it
 * last; in a department every case that it leads, and those it helps with that one acted on last.
 */
const mine = ({ reader, rows }: Looked): SQL =>
  isDepartment(reader)
    ? sql`held.acted_by IS NOT NULL AND (held.leads = 1 OR held.acted_by = ${reader.id})`
    : sql`${rows.id} IN (SELECT own.id FROM cases own WHERE own.acted_by = ${reader.id})`;

/** At a desk whatever another is to act on next; for a department, which is that other, the resident and the reviews. */
const waiting = ({ reader, rows }: Looked): SQL =>
  isDepartment(reader)
    ? sql`held.acted_by IS NOT NULL AND held.waits_for IN ('resident', 'review')`
    : sql`${rows.column('waits_for')} IS NOT NULL`;

/** At a desk what nobody has registered; for a department what it leads and none of its own has touched. */
const fresh = ({ reader, rows }: Looked): SQL =>
  isDepartment(reader)
    ? sql`held.acted_by IS NOT NULL AND held.leads = 1 AND held.waits_for = 'department' AND NOT EXISTS (
        SELECT 1 FROM staff_accounts s
        WHERE s.id = held.acted_by AND s.site = held.site AND s.department = held.department)`
    : sql`${rows.column('state')} = ${FIRST_STATE}`;

/** The views of the inbox, in the order of their tabs. */
export const inboxViews = {
  open: { order: 'due', where: ({ rows }) => sql`${rows.due} IS NOT NULL` },
  today: { order: 'due', where: ({ rows, today }) => sql`${rows.due} = ${today}` },
  overdue: { order: 'due', where: ({ rows, today }) => sql`${rows.due} < ${today}` },
  new: { order: 'newest', where: fresh },
  mine: { order: 'newest', where: mine },
  waiting: { order: 'newest', where: waiting },
  all: { order: 'newest', where: () => sql`1` },
} as const satisfies Record<string, ViewOfCases>;
export type InboxView = keyof typeof inboxViews;

export const isInboxView = (text: string): text is InboxView => Object.hasOwn(inboxViews, text);
