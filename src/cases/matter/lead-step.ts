import type { Actor, NewEvent } from '../../chain/event.ts';
import type { EventRow } from '../../chain/tables.ts';
import type { CaseKind, Json } from '../../forms/define.ts';
import type { Transition } from '../../workflow/define.ts';
import { partsFor, type Said } from '../../workflow/said.ts';
import type { Notes } from '../notes.ts';
import type { Assignment } from '../road-tables.ts';
import { jsonOf } from '../stored.ts';

/** A step taken on the lead of a bundle, as it goes on to the others. What colleagues wrote stays with the lead. */
export interface LeadStep {
  lead: string;
  seq: number;
  code: string;
  actor: Actor;
  /** The state it led to; absent where the case stayed where it was. */
  to?: string;
  /** What was chosen, and the numbers given. */
  codes: NewEvent['data'];
  /** For the senders, word for word. */
  said?: Said;
  given?: Pick<Assignment, 'lead' | 'helpers' | 'dueDate'>;
}

/** What an event says of its own case alone: each of the others has its own. */
const OWN = ['state', 'due', 'words', 'matter', 'carried'];

/** A step as it was written, from the event and the words kept of it. */
export function leadStepOf(
  { stream, seq, code, actor, data }: EventRow,
  words: Pick<LeadStep, 'said' | 'given'>,
): LeadStep {
  const all = jsonOf(data) as NewEvent['data'];
  const { state } = all;
  const codes = Object.fromEntries(Object.entries(all).filter(([name]) => !OWN.includes(name)));
  return {
    lead: stream,
    seq,
    code,
    actor: actor as Actor,
    ...(typeof state === 'string' && { to: state }),
    codes,
    ...words,
  };
}

/** What officers and the program did with a lead, oldest first, with the words and assignments that belong to it. */
export const leadStepsOf = (
  events: readonly EventRow[],
  notes: Notes,
  assignments: readonly Assignment[],
): LeadStep[] =>
  events
    .filter(({ actor }) => actor !== 'citizen')
    .map((event) =>
      leadStepOf(event, { said: notes.get(event.seq), given: assignments.find(({ seq }) => seq === event.seq) }),
    );

type Taken = Pick<Transition, 'id' | 'to' | 'public'>;

/** Whether a step taken on a lead goes on to the others: it tells the sender something, and not of one sender alone. */
export function isCarried({ matter }: Pick<CaseKind, 'matter'>, { id, to, public: told }: Taken): boolean {
  if (!matter || matter.alone.includes(id) || matter.leaves.includes(id)) return false;
  return to !== undefined || told !== undefined;
}

/** Of what is said at a step, what is said to the sender. */
export const forSender = (said: Said): Said =>
  Object.fromEntries(
    partsFor('sender').flatMap((part) => (said[part] === undefined ? [] : [[part, said[part]] as const])),
  );

export const numberIn = (codes: Json, name: string): number | undefined =>
  typeof codes[name] === 'number' ? codes[name] : undefined;
