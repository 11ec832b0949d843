import type { ProposalTerms } from '../../sites/settings.ts';
import type { Permission } from '../../staff/roles.ts';
import { everywhere } from '../../workflow/clock.ts';
import { defineWorkflow, type State, type Transition, type Workflow } from '../../workflow/define.ts';
import * as asks from './asks.ts';
import { again, feedback, more, objecting, usual, wide } from './limits.ts';
import { proposalActionWords as button, proposalStateWords as words, proposalStepWords as step } from './words.ts';

type Whom = { actors: readonly ['staff']; needs: readonly Permission[] };
const office = { actors: ['staff'], needs: ['proposals.manage'] } as const satisfies Whom;
const holder = { actors: ['staff'], needs: ['proposals.manage', 'cases.answer'] } as const satisfies Whom;
/** The proposer, or the office for one who answers on paper. */
const deputy = { actors: ['staff'], needs: ['proposals.own', 'proposals.manage'] } as const satisfies Whom;

const kept = { clock: everywhere({ is: 'kept' }) };

/** Where a suggestion can stand (代表法 51, 52); the words are those of the congress offices' own systems. */
const statesOf = (terms: ProposalTerms) =>
  ({
    received: words.received,
    examined: words.examined,
    'not-received': { ...words['not-received'], final: true },
    assigned: {
      ...words.assigned,
      waits: 'department',
      usual: 'reply',
      clock: everywhere({ is: 'starts', limit: usual }),
    },
    'assigned-wide': {
      ...words['assigned-wide'],
      waits: 'department',
      usual: 'reply',
      clock: everywhere({ is: 'starts', limit: wide }),
    },
    returned: { ...words.returned, ...kept },
    // Whoever gets it second has what is left: the deputy has waited since it was first handed over.
    reassigned: { ...words.reassigned, waits: 'department', ...kept },
    extended: { ...words.extended, waits: 'kept', clock: everywhere({ is: 'prolonged', limit: more }) },
    replied: { ...words.replied, clock: everywhere({ is: 'starts', limit: feedback(terms) }) },
    again: { ...words.again, waits: 'department', clock: everywhere({ is: 'starts', limit: again(terms) }) },
    rated: words.rated,
    closed: words.closed,
    published: { ...words.published, final: true, published: true },
  }) satisfies Record<string, State>;

type ProposalState = keyof ReturnType<typeof statesOf>;
type Row = Transition<ProposalState>;

const inHand = ['assigned', 'assigned-wide', 'reassigned', 'extended', 'again'] as const;

const beginning: readonly Row[] = [
  { id: 'examine', from: ['received'], to: 'examined', ...office, label: button.examine, asks: asks.internal },
  {
    id: 'refuse',
    from: ['received', 'examined'],
    to: 'not-received',
    ...office,
    label: button.refuse,
    asks: asks.whyNot,
    tells: { action: 'proposal-refused' },
  },
  { id: 'assign', from: ['examined'], to: 'assigned', ...office, label: button.assign, asks: asks.assignment },
  {
    id: 'assign-wide',
    from: ['examined'],
    to: 'assigned-wide',
    ...office,
    label: button.assignWide,
    asks: asks.assignmentWithReason,
  },
];

const returning = (terms: ProposalTerms): readonly Row[] => [
  ...(['assign', 'assign-wide'] as const).map((after): Row => ({
    // After one objection the office decides for good.
    id: 'return',
    from: [after === 'assign' ? 'assigned' : 'assigned-wide'],
    to: 'returned',
    ...holder,
    once: true,
    within: { after, ...objecting(terms) },
    label: button.return,
    asks: asks.reasonInside,
  })),
  {
    id: 'reassign',
    from: ['returned'],
    to: 'reassigned',
    ...office,
    label: button.reassign,
    asks: asks.assignment,
  },
];

const handling = (terms: ProposalTerms): readonly Row[] => [
  { id: 'extend', from: ['assigned'], to: 'extended', ...office, label: button.extend, asks: asks.told },
  { id: 'urge', from: inHand, ...office, label: button.urge, public: step.urged, asks: asks.internal },
  { id: 'key', from: inHand, ...office, once: true, label: button.key, public: step.key, asks: asks.internal },
  { id: 'reply', from: inHand, to: 'replied', ...holder, label: button.reply, asks: asks.reply(terms) },
];

const ending: readonly Row[] = [
  { id: 'feedback', from: ['replied'], to: 'rated', ...deputy, label: button.feedback, asks: asks.rating },
  {
    id: 'dissatisfied',
    from: ['replied'],
    to: 'again',
    ...deputy,
    label: button.dissatisfied,
    asks: asks.deputySays,
  },
  { id: 'close', from: ['replied', 'rated'], to: 'closed', ...office, label: button.close, asks: asks.internal },
  {
    id: 'publish',
    from: ['closed'],
    to: 'published',
    ...office,
    label: button.publish,
    asks: asks.internal,
    tells: { action: 'proposal-published', words: 'reply' },
  },
  { id: 'progress', from: ['published'], ...office, label: button.progress, public: step.progress, asks: asks.told },
];

/** The road of a suggestion, with what the site has settled where the law leaves it open. */
export function proposalWorkflow(terms: ProposalTerms): Workflow {
  const states = statesOf(terms);
  const remark: Row = {
    id: 'remark',
    from: Object.keys(states) as ProposalState[],
    ...holder,
    label: button.remark,
    asks: asks.reasonInside,
  };
  return defineWorkflow({
    states,
    transitions: [...beginning, ...returning(terms), ...handling(terms), ...ending, remark],
    together: ['assign', 'urge', 'close'],
  });
}
