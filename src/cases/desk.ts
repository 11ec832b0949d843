import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '../chain/event.ts';
import type { Transition, Workflow } from '../workflow/define.ts';

const STAFF = 'staff:';

/** A department that holds the case waits on once the resident has answered; else its desk goes on. */
const resumed = sql`CASE WHEN waits_for <> 'resident' THEN waits_for
  WHEN EXISTS (SELECT 1 FROM case_holders h WHERE h.case_id = cases.id AND h.leads = 1) THEN 'department' END`;

/**
 * What a step from a state makes of the two columns the inbox reads: whom the case waits for, as the workflow says, and who
 * of the staff acted last. Both are empty once nothing more is owed. For a SET clause on the case's row.
 */
export function deskColumns(
  workflow: Workflow,
  from: string,
  { to, waits }: Pick<Transition, 'to' | 'waits'>,
  actor: Actor,
): SQL {
  const state = workflow.states[to ?? from];
  if (state?.final || state?.erases) return sql`waits_for = NULL, acted_by = NULL`;
  const next = waits ?? (to === undefined ? 'kept' : (state?.waits ?? null));
  const answered = next === 'resumed' || (next === 'kept' && actor === 'citizen');
  const waiting = answered ? resumed : next === 'kept' ? sql`waits_for` : sql`${next}`;
  const acting = actor.startsWith(STAFF) ? sql`${actor.slice(STAFF.length)}` : sql`acted_by`;
  return sql`waits_for = ${waiting}, acted_by = ${acting}`;
}
