import { sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { within, type Reader } from './scope.ts';

/** The case that another was born from, or that was born of it. */
export interface Relative {
  is: 'parent' | 'child';
  receipt: string;
  kind: string;
  /** What stands in it, for whom it is within reach; null: the number is all they learn. */
  known: { title: string; state: string; dueDate: string | null } | null;
}

/** The cases a case is linked to, its parent first; of each no more than the reader may know. */
export async function relativesOf({ orm }: Database, reader: Reader, id: string): Promise<Relative[]> {
  const scope = within(reader) ?? sql`0`;
  const rows = await orm.all<{
    child: number;
    receipt: string;
    kind: string;
    title: string;
    state: string;
    dueDate: string | null;
    reached: number;
  }>(sql`SELECT b.child, cases.receipt, cases.kind, cases.title, cases.state, cases.due_date AS dueDate, (${scope}) AS reached
    FROM (SELECT parent_id AS other, 0 AS child FROM case_births WHERE child_id = ${id}
      UNION ALL SELECT child_id, 1 FROM case_births WHERE parent_id = ${id}) b
    JOIN cases ON cases.id = b.other ORDER BY b.child, cases.id`);
  return rows.map(({ child, receipt, kind, title, state, dueDate, reached }) => ({
    is: child === 1 ? 'child' : 'parent',
    receipt,
    kind,
    known: reached === 1 ? { title, state, dueDate } : null,
  }));
}
