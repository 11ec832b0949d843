import { transition, type Transition } from '../../workflow/define.ts';
import { knownUpTo } from '../known.ts';
import { isCarried } from '../matter/lead-step.ts';
import { offeredTo } from '../offered.ts';
import { REVEALED } from '../reveal.ts';
import type { Reader } from '../scope.ts';
import { courseOf } from '../step.ts';
import type { Picked, PickedCase } from './picked.ts';

/**
 * Why an action is not taken in a picked case: whoever asks has taken it since; somebody else was quicker; it follows
 * another case on the same matter; cases like it have no such step; its state has none; or it is for others to take.
 */
export type Hindrance = 'already' | 'changed' | 'follows' | 'no-such-step' | 'impossible' | 'not-yours';

export type Standing = { taken: Transition } | { why: Hindrance };

/** What an action comes to in a case that a reader picked from a list: the step it is, or why it is none. Pure. */
export function standing(reader: Reader, one: PickedCase, { seen }: Picked, action: string): Standing {
  const { stored, form, holder, today } = one;
  const { row, events, matter } = stored;
  const { workflow } = form;
  if (knownUpTo(stored, seen) !== row.seq) return { why: ownStep(reader, one, seen, action) ? 'already' : 'changed' };
  if (!workflow.together?.includes(action)) return { why: 'no-such-step' };
  const found = { row, events: events.toReversed(), today, holder, matter };
  const taken = offeredTo(reader, found, workflow).find(({ id }) => id === action);
  if (taken) return { taken };
  const here = transition(workflow, row.state, action, 'staff', courseOf(row, events, today));
  if (!here.ok) return { why: here.error === 'category-not-allowed' ? 'no-such-step' : 'impossible' };
  return { why: matter.follows !== null && isCarried(form, here.value) ? 'follows' : 'not-yours' };
}

/** Whether the first thing that happened since was this very step, taken by the reader: the same form came twice. */
function ownStep({ id }: Reader, { stored: { events } }: PickedCase, seen: number, action: string): boolean {
  const next = events.find(({ seq, code }) => seq > seen && code !== REVEALED);
  return seen >= 1 && next?.code === action && next.actor === `staff:${id}`;
}
