import type { TemplateId } from '../../notify/templates.ts';
import type { Permission } from '../../staff/roles.ts';
import { defineWorkflow, type Transition } from '../../workflow/define.ts';
import { askingReReview, askingReview, returning } from '../../workflow/limits.ts';
import { proposalRows } from './proposal-rows.ts';
import * as asks from './road-asks.ts';
import { actionWords as button, stepWords as step } from './road-words.ts';
import { petitionStates, type PetitionState } from './states.ts';

type Row = Transition<PetitionState>;

/** What an officer at the desk does, and what the department that holds the case does as well (`staff/roles.ts`). */
type Whom = { actors: readonly ['staff']; needs: readonly Permission[] };
const staff = { actors: ['staff'], needs: ['cases.handle'] } as const satisfies Whom;
const holder = { actors: ['staff'], needs: ['cases.handle', 'cases.answer'] } as const satisfies Whom;
const desk = { actors: ['staff'], needs: ['cases.handle', 'cases.supervise'] } as const satisfies Whom;
const supervisor = { actors: ['staff'], needs: ['cases.supervise'] } as const satisfies Whom;
const anybody = {
  actors: ['staff'],
  needs: ['cases.handle', 'cases.answer', 'cases.supervise'],
} as const satisfies Whom;
/** The three legal categories: 29, 31 and 30. */
const suggestion = { only: ['suggestion'] } as const;
const request = { only: ['request'] } as const;
const report = { only: ['report'] } as const;
/** What stations, departments and other organs may know of: never a 检举控告 (30, 46(5)). */
const openOnes = { only: ['suggestion', 'request'] } as const;

const open = ['received', 'registered', 'assigned', 'returned'] as const;
const inHand = ['accepted', 'extended', 'studied', 'reopened'] as const;

const beginning: readonly Row[] = [
  { id: 'register', from: ['received'], to: 'registered', ...staff, label: button.register, asks: asks.internal },
  { id: 'accept', from: open, to: 'accepted', ...staff, ...request, label: button.accept, asks: asks.toldAtWill },
  { id: 'accept', from: open, to: 'studied', ...staff, ...suggestion, label: button.accept, asks: asks.toldAtWill },
  { id: 'refuse', from: open, to: 'not-accepted', ...staff, ...openOnes, label: button.refuse, asks: asks.whyNot },
  { id: 'direct', from: open, to: 'directed', ...staff, label: button.direct, asks: asks.told },
  {
    id: 'forward',
    from: open,
    to: 'forwarded',
    ...staff,
    ...openOnes,
    label: button.forward,
    asks: { lead: asks.department, ...asks.told },
  },
  {
    id: 'forward',
    from: ['received', 'registered'],
    to: 'handed-over',
    ...staff,
    ...report,
    label: button.forward,
    asks: { lead: asks.department, ...asks.toldAtWill },
  },
];

const departments: readonly Row[] = [
  {
    id: 'assign',
    from: ['received', 'registered'],
    to: 'assigned',
    ...staff,
    ...openOnes,
    label: button.assign,
    asks: asks.assignment,
  },
  // Given back, the county decides: the desk, or whoever supervises it.
  {
    id: 'assign',
    from: ['returned'],
    to: 'assigned',
    ...desk,
    ...openOnes,
    label: button.assign,
    asks: asks.assignment,
  },
  {
    id: 'assign',
    from: inHand,
    ...desk,
    waits: 'department',
    label: button.assign,
    public: step.assigned,
    asks: asks.assignment,
  },
  {
    id: 'assign',
    from: ['assigned'],
    ...supervisor,
    ...openOnes,
    waits: 'department',
    label: button.assign,
    public: step.assigned,
    asks: asks.assignment,
  },
  {
    // After one return the county decides for good.
    id: 'return',
    from: ['assigned'],
    to: 'returned',
    ...holder,
    once: true,
    within: { after: 'assign', ...returning },
    label: button.return,
    asks: asks.whyReturned,
  },
  { id: 'extend', from: ['accepted'], to: 'extended', ...holder, label: button.extend, asks: asks.moreTime },
  {
    id: 'ask-more',
    from: [...open, ...inHand],
    ...holder,
    ...openOnes,
    label: button.askMore,
    asks: asks.missing,
    waits: 'resident',
    public: step.askedMore,
    message: 'needs-more' satisfies TemplateId,
  },
  {
    // On the sender's own page, or told at the station or by telephone.
    id: 'supplement',
    from: [...open, ...inHand],
    actors: ['citizen', 'staff'],
    needs: holder.needs,
    ...openOnes,
    undoes: 'ask-more',
    waits: 'resumed',
    label: button.supplement,
    asks: asks.addition,
    public: step.supplemented,
  },
  {
    id: 'urge',
    from: [...open, ...inHand],
    ...desk,
    ...openOnes,
    label: button.urge,
    asks: asks.internal,
    public: step.urged,
  },
  {
    id: 'supervise',
    from: [...open, ...inHand],
    ...supervisor,
    ...openOnes,
    label: button.supervise,
    asks: asks.internal,
    public: step.supervised,
    closes: ['urgent'],
  },
  {
    // Told at once to whoever supervises (信访工作条例 25); inside only, with the reason.
    id: 'mark-urgent',
    from: [...open, ...inHand],
    ...holder,
    ...openOnes,
    undoneBy: 'unmark-urgent',
    label: button.markUrgent,
    asks: asks.whyUrgent,
    urgent: true,
    opens: ['urgent'],
  },
  {
    id: 'unmark-urgent',
    from: [...open, ...inHand],
    ...anybody,
    ...openOnes,
    undoes: 'mark-urgent',
    label: button.unmarkUrgent,
    asks: asks.whyNoLonger,
    urgent: false,
    closes: ['urgent'],
  },
];

const ending: readonly Row[] = [
  {
    id: 'answer',
    from: ['accepted', 'extended', 'reopened'],
    to: 'answered',
    ...holder,
    ...request,
    label: button.answer,
    asks: asks.opinion,
    demands: asks.opinionDemands,
  },
  {
    id: 'answer',
    from: [...open, 'studied', 'reopened'],
    to: 'replied',
    ...holder,
    ...suggestion,
    label: button.answer,
    asks: asks.adoption,
  },
  {
    // 21(2): the sender can look up and rate; each opinion once.
    id: 'rate',
    from: ['answered', 'replied', 'closed', 'reviewed', 'concluded'],
    actors: ['citizen'],
    onceSince: ['answer', 'review', 're-review'],
    label: button.rate,
    public: step.rated,
    asks: asks.ownRating,
  },
  {
    id: 'follow-up',
    from: ['answered', 'replied', 'closed'],
    ...staff,
    label: button.followUp,
    public: step.followedUp,
    asks: asks.satisfaction,
  },
  {
    id: 'close',
    from: ['answered', 'replied', 'reviewed'],
    to: 'closed',
    ...staff,
    label: button.close,
    asks: asks.toldAtWill,
  },
  { id: 'reopen', from: ['closed'], to: 'reopened', ...staff, label: button.reopen, asks: asks.told },
];

const reviews: readonly Row[] = [
  {
    id: 'ask-review',
    from: ['answered', 'closed'],
    to: 'reviewing',
    actors: ['citizen', 'staff'],
    ...request,
    once: true,
    within: { after: 'answer', ...askingReview },
    label: button.askReview,
  },
  { id: 'review', from: ['reviewing'], to: 'reviewed', ...staff, label: button.review, asks: asks.reviewOpinion },
  {
    id: 'ask-re-review',
    from: ['reviewed', 'closed'],
    to: 're-reviewing',
    actors: ['citizen', 'staff'],
    once: true,
    within: { after: 'review', ...askingReReview },
    label: button.askReReview,
  },
  // 36(2): the time of a hearing is not counted, in a second review only.
  { id: 'hear', from: ['re-reviewing', 'heard'], to: 'hearing', ...staff, label: button.hear, asks: asks.told },
  { id: 'end-hearing', from: ['hearing'], to: 'heard', ...staff, label: button.endHearing, asks: asks.toldAtWill },
  {
    id: 're-review',
    from: ['re-reviewing', 'heard'],
    to: 'concluded',
    ...staff,
    label: button.reReview,
    asks: asks.reviewOpinion,
  },
];

const remark: Row = {
  id: 'remark',
  from: Object.keys(petitionStates) as PetitionState[],
  ...anybody,
  label: button.remark,
  asks: asks.reasonInside,
};

/** The road of a petition, by its three legal categories. */
export const petitionWorkflow = defineWorkflow({
  states: petitionStates,
  transitions: [...beginning, ...departments, ...ending, ...reviews, ...proposalRows, remark],
  together: ['register', 'assign', 'urge', 'close'],
});
