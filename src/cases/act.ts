import { refuse, type Refusal } from '../errors.ts';
import type { CaseKind } from '../forms/define.ts';
import { shanghaiDate } from '../lib/clock.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { transition } from '../workflow/define.ts';
import type { FoundCase } from './look-up.ts';
import { leavingBySender } from './matter/events.ts';
import { courseOf, stepRows, writeStep } from './step.ts';
import type { Tools } from './tools.ts';

/**
 * Carries out what the sender may do with a found case (withdrawing a pledge, asking for a review): one batch. Of two at
 * once one gets `case.changed`, as does an action that the state forbids.
 */
export async function actAsSender(
  { db, clock }: Tools,
  { row, events: chain }: FoundCase,
  form: CaseKind,
  action: string,
): Promise<Result<{ state: string }, Refusal>> {
  const now = clock.now();
  const { workflow } = form;
  const course = courseOf(row, chain.toReversed(), shanghaiDate(now));
  const taken = transition(workflow, row.state, action, 'citizen', course);
  const last = chain[0];
  if (!taken.ok || !last) return fail(refuse('case.changed'));
  const { state, event, statements } = await stepRows(db, {
    row,
    last,
    workflow,
    taken: taken.value,
    actor: 'citizen',
    now,
  });
  const written = await writeStep(db, [...statements, ...(await leavingBySender(db, form, event))]);
  return written.ok ? ok({ state }) : written;
}
