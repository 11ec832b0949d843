import type { Fields } from '../../lib/fields/index.ts';
import type { Transition } from '../../workflow/define.ts';
import { isCarried } from '../matter/lead-step.ts';
import { dueOnEntering } from '../step.ts';
import type { PickedCase } from './picked.ts';

/** What a step will do to a case, before it is taken. */
export interface Forecast {
  /** The state it enters; absent: it stays where it is. */
  to?: string;
  /** When it is due from then on; null: no longer at any date. */
  due: string | null;
  /** How many on the same matter go with it. */
  joined: number;
  /** Of the answers given, those that this case does not ask and that are not said in it. */
  unsaid: readonly string[];
}

/** What a step will do to a picked case with the answers of these names. Pure. */
export function forecast(
  { stored: { row, matter }, form, joined, today }: PickedCase,
  taken: Transition,
  answered: readonly string[],
): Forecast {
  const { to, asks = {} } = taken;
  const entered = to === undefined ? undefined : form.workflow.states[to];
  const due = entered ? (dueOnEntering(row, entered, { on: today })?.due?.date ?? null) : row.dueDate;
  return {
    ...(to !== undefined && { to }),
    due,
    joined: matter.leads && isCarried(form, taken) ? joined : 0,
    unsaid: answered.filter((name) => !Object.hasOwn(asks, name)),
  };
}

/** What some steps ask, each question once; what one of them must know is asked of all. */
export function askedOfAll(steps: readonly Transition[]): Fields {
  const all: Record<string, Fields[string]> = {};
  for (const [name, node] of steps.flatMap(({ asks = {} }) => Object.entries(asks))) {
    if (!all[name]?.required) all[name] = node;
  }
  return all;
}
