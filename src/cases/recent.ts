import { and, desc, eq, getTableColumns } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { cases, type CaseRow } from './tables.ts';

const { id, site, kind, receipt, title, state, dueDate, submittedAt } = getTableColumns(cases);

export type CaseLine = Pick<CaseRow, 'receipt' | 'kind' | 'title' | 'state' | 'dueDate' | 'submittedAt'>;

/** The newest cases of a site, as a list shows them. 检举控告 are not among them: they have their own readers. */
export async function recentCases({ orm }: Database, siteId: string, limit: number): Promise<CaseLine[]> {
  return orm
    .select({ kind, receipt, title, state, dueDate, submittedAt })
    .from(cases)
    .where(and(eq(site, siteId), eq(cases.restricted, false)))
    .orderBy(desc(id))
    .limit(limit);
}
