import { sql } from 'drizzle-orm';
import { nextEvent } from '../../chain/event.ts';
import { events } from '../../chain/tables.ts';
import { refuse, type Refusal } from '../../errors.ts';
import type { Json } from '../../forms/define.ts';
import { readGroup } from '../../lib/fields/index.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import { openCaseKey } from '../../lib/sealing/case-key.ts';
import { writtenRows } from '../notes.ts';
import { writeStep } from '../step.ts';
import { wordsDigest, type StepWords } from '../step-words.ts';
import { storedCases } from '../stored.ts';
import type { Tools } from '../tools.ts';
import { asksOf, KEEPS_OPEN, taskEvent } from './asks.ts';
import type { Task } from './list.ts';

export interface Finished {
  /** False where the sender was not reached, and the task stays. */
  done: boolean;
}

/**
 * Ends a task by hand: the event of its case, what was written (sealed) and the task itself in one batch. The caller has
 * found the task for this very account. `answers.invalid`: what is asked is missing; `case.changed`: another was quicker.
 */
export async function finishTask(
  { db, ring, clock }: Tools,
  task: Task,
  accountId: string,
  input: Json,
): Promise<Result<Finished, Refusal>> {
  const { value, problems } = readGroup(asksOf(task.kind), input);
  if (problems.length > 0) return fail(refuse('answers.invalid', { problems }));
  const [stored] = await storedCases(db, { id: task.caseId });
  const [kept, last] = [stored?.key, stored?.events.at(-1)];
  const key = kept && (await openCaseKey(ring, task.caseId, kept.wrapped));
  if (!kept || !key || !last) return fail(refuse('case.changed'));
  const { outcome, ...words } = value as StepWords & { outcome?: string };
  const digest = await wordsDigest(kept.salt, words);
  const now = clock.now();
  const data = {
    task: task.kind,
    ...(outcome !== undefined && { outcome }),
    ...(digest !== null && { words: digest }),
  };
  const actor = `staff:${accountId}` as const;
  const event = await nextEvent(task.caseId, last, { at: now, actor, code: taskEvent(task.kind), data });
  const done = outcome === undefined || !KEEPS_OPEN.includes(outcome);
  const written = await writeStep(db, [
    db.orm.insert(events).values(event),
    sql`UPDATE cases SET seq = ${event.seq} WHERE id = ${task.caseId}`,
    // Also where it stays open: the database refuses any change of a task that has ended.
    sql`UPDATE tasks SET done_at = ${done ? now : null}, done_by = ${done ? actor : null} WHERE id = ${task.id}`,
    ...(await writtenRows(db, key, event, words)),
  ]);
  return written.ok ? ok({ done }) : written;
}
