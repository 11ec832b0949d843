import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '../../chain/event.ts';
import { allTaskKinds, isTaskKind, type TaskDefinition, type TaskKind } from '../../workflow/tasks.ts';

/** The kinds of which something holds. */
export const kindsThat = (holds: (kind: TaskDefinition) => boolean): TaskKind[] =>
  Object.keys(allTaskKinds)
    .filter((kind) => isTaskKind(kind) && holds(allTaskKinds[kind]))
    .filter(isTaskKind);

/** Statements that end a case's open tasks of some kinds, for the batch of what ends them. */
export const closeTasks = (caseId: string, kinds: readonly TaskKind[], by: Actor, now: number): SQL[] =>
  kinds.length === 0
    ? []
    : [
        sql`UPDATE tasks SET done_at = ${now}, done_by = ${by}
          WHERE case_id = ${caseId} AND kind IN ${[...kinds]} AND done_at IS NULL`,
      ];

/** Ends what reminds of a date that is not the case's any more; after the statement that changes it. */
export const closeOutdated = (
  caseId: string,
  now: number,
): SQL => sql`UPDATE tasks SET done_at = ${now}, done_by = 'system'
  WHERE case_id = ${caseId} AND kind IN ${kindsThat(({ ends }) => ends === 'with-date')} AND done_at IS NULL
    AND date IS NOT (SELECT due_date FROM cases WHERE id = ${caseId})`;
