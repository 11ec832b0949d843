import { sql } from 'drizzle-orm';
import { nextEvent, type Actor, type NewEvent } from '../chain/event.ts';
import { events, type EventRow } from '../chain/tables.ts';
import type { Database, Statement } from '../db/database.ts';
import { failureOf } from '../db/failure.ts';
import { refuse, type Refusal } from '../errors.ts';
import { shanghaiDate } from '../lib/clock.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { siteById } from '../sites/index.ts';
import { calendar } from '../workflow/calendar/index.ts';
import { dueAfter, type Running } from '../workflow/clock.ts';
import type { State, Transition, Workflow } from '../workflow/define.ts';
import type { Due, Explanation } from '../workflow/due.ts';
import type { Course } from '../workflow/guards.ts';
import { deskColumns } from './desk.ts';
import { erasing } from './erase.ts';
import type { CaseRow } from './tables.ts';
import { tasksOfStep } from './tasks/of-step.ts';

/** What the guards of a workflow look at, on a Shanghai date. `chain`: oldest event first. */
export const courseOf = (row: CaseRow, chain: readonly EventRow[], today: string): Course => ({
  category: row.category,
  taken: chain.map(({ code, at }) => ({ action: code, on: shanghaiDate(at) })),
  today,
});

/** One step that the workflow allows: who takes it, when, and the codes that its event holds. */
export interface Step {
  row: CaseRow;
  last: EventRow;
  workflow: Workflow;
  taken: Transition;
  actor: Actor;
  now: number;
  codes?: NewEvent['data'];
  /** How many days more an extension asks for. */
  moreDays?: number;
}

export interface Stepped {
  event: EventRow;
  state: string;
  due: Due | null;
  /** The case as it stands after it. */
  row: CaseRow;
  statements: Statement[];
}

const runningOf = ({ due, dueExplanation }: CaseRow): Running | null =>
  dueExplanation === null
    ? null
    : { due: due === null ? null : (JSON.parse(due) as Due), explanation: JSON.parse(dueExplanation) as Explanation };

/** What is due in a case once it enters a state on a Shanghai date; null: nothing. Pure. */
export function dueOnEntering(
  row: CaseRow,
  { clock }: Pick<State, 'clock'>,
  entered: { on: string; moreDays?: number },
): Running | null {
  const organ = siteById(row.site)?.organ ?? 'other-organ';
  return dueAfter(clock?.[organ], runningOf(row), entered, calendar);
}

/** The event of a step, and the case's new state, date and, where the state erases, end; for the caller's batch. */
export async function stepRows({ orm }: Database, step: Step): Promise<Stepped> {
  const { row, last, workflow, taken, actor, now, codes = {}, moreDays } = step;
  const { id: code, to } = taken;
  const urgent = (taken.urgent ?? row.urgent) ? 1 : 0;
  const desk = deskColumns(workflow, row.state, taken, actor);
  if (to === undefined) {
    const event = await nextEvent(row.id, last, { at: now, actor, code, data: codes });
    const { due } = runningOf(row) ?? { due: null };
    const statements = [
      orm.insert(events).values(event),
      sql`UPDATE cases SET seq = ${event.seq}, urgent = ${urgent}, ${desk} WHERE id = ${row.id}`,
      ...tasksOfStep(taken, undefined, event, actor),
    ];
    return { event, state: row.state, due, row: { ...row, seq: event.seq, urgent: urgent === 1 }, statements };
  }
  const entered = workflow.states[to];
  const running = dueOnEntering(row, entered ?? {}, { on: shanghaiDate(now), moreDays });
  const due = running?.due ?? null;
  const data = { ...codes, state: to, due: due?.date ?? null };
  const event = await nextEvent(row.id, last, { at: now, actor, code, data });
  const after: CaseRow = {
    ...row,
    state: to,
    seq: event.seq,
    urgent: urgent === 1,
    due: due && JSON.stringify(due),
    dueDate: due?.date ?? null,
    dueExplanation: running && JSON.stringify(running.explanation),
  };
  const statements = [
    orm.insert(events).values(event),
    sql`UPDATE cases SET state = ${to}, seq = ${event.seq}, due = ${after.due}, due_date = ${after.dueDate},
      due_explanation = ${after.dueExplanation}, urgent = ${urgent}, ${desk} WHERE id = ${row.id}`,
    ...tasksOfStep(taken, entered, event, actor),
    ...(entered?.erases ? erasing(row.id, now) : []),
  ];
  return { event, state: to, due, row: after, statements };
}

/** Writes a step's one batch. The event's key lets only one of two at once through; the other gets `case.changed`. */
export async function writeStep(db: Database, statements: readonly Statement[]): Promise<Result<null, Refusal>> {
  try {
    await db.write(statements);
    return ok(null);
  } catch (error) {
    if (failureOf(error).is === 'constraint') return fail(refuse('case.changed'));
    throw error;
  }
}
