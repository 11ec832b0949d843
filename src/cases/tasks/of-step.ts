import type { SQL } from 'drizzle-orm';
import type { EventRow } from '../../chain/tables.ts';
import type { Actor } from '../../chain/event.ts';
import type { State, Transition } from '../../workflow/define.ts';
import { closeOutdated, closeTasks, kindsThat } from './close.ts';
import { openTask } from './open.ts';

/** What a step does to the tasks of its case: those it opens and ends, and those that its new state or date makes idle. */
export function tasksOfStep(
  { opens = [], closes = [] }: Transition,
  entered: State | undefined,
  { stream: caseId, seq, at: now }: EventRow,
  actor: Actor,
): SQL[] {
  return [
    ...closeTasks(caseId, closes, actor, now),
    ...opens.flatMap((kind) => openTask(caseId, { kind, cause: `step ${seq}` }, now)),
    ...(entered?.final
      ? closeTasks(
          caseId,
          kindsThat(({ untilEnd }) => untilEnd === true),
          'system',
          now,
        )
      : []),
    ...(entered ? [closeOutdated(caseId, now)] : []),
  ];
}
