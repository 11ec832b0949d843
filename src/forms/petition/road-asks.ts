import { choice, integer, longtext, optional, text } from '../../lib/fields/index.ts';
import type { Words } from '../../lib/words.ts';
import type { Demand } from '../../workflow/define.ts';
import { extension } from '../../workflow/limits.ts';
import { askWords as words } from './road-words.ts';

const note = longtext({ label: words.note, hint: words.noteHint, min: 10, max: 2000 });
const remark = longtext({ label: words.remark, hint: words.remarkHint, max: 2000 });

/** What stays among colleagues may go with every step. */
export const internal = { remark: optional(remark) };
export const reasonInside = { remark };
const reason = (label: Words) => ({ remark: longtext({ label, hint: words.remarkHint, max: 2000 }) });
export const whyReturned = reason(words.whyReturned);
export const whyUrgent = reason(words.whyUrgent);
export const whyNoLonger = reason(words.whyNoLonger);
/** What the sender reads, word for word. */
export const told = { note, ...internal };
export const toldAtWill = { note: optional(note), ...internal };

export const department = text({ label: words.lead, hint: words.leadHint, max: 50, example: '县水利局' });

export const assignment = {
  lead: department,
  with: optional(text({ label: words.with, hint: words.withHint, max: 200 })),
  withinDays: optional(integer({ label: words.withinDays, min: 1, max: 60 })),
  ...internal,
};

export const missing = { withinDays: integer({ label: words.withinDays, min: 1, max: 60 }), ...told };

/** What the sender adds when asked for more. */
export const addition = { comment: longtext({ label: words.addition, hint: words.additionHint, min: 2, max: 2000 }) };

export const moreTime = {
  moreDays: integer({ label: words.moreDays, min: 1, max: extension.count }),
  note: longtext({ label: words.whyLater, hint: words.whyLaterHint, min: 10, max: 2000 }),
  approvedBy: text({ label: words.approvedBy, hint: words.approvedByHint, max: 50 }),
  ...internal,
};

const claims = longtext({ label: words.claims, hint: words.claimsHint, max: 1000 });
const facts = longtext({ label: words.facts, hint: words.factsHint, max: 2000 });
const basis = longtext({ label: words.basis, hint: words.basisHint, max: 1000 });
const opinionText = longtext({ label: words.opinion, hint: words.opinionHint, min: 10, max: 2000 });

/** 信访工作条例 32: what is supported, explained or not supported; with the claims, the facts and reasons, and the basis. */
export const opinion = {
  outcome: choice({
    label: words.outcome,
    options: [
      { value: 'supported', label: words.supported },
      { value: 'explained', label: words.explained },
      { value: 'not-supported', label: words.notSupported },
    ],
  }),
  claims: optional(claims),
  facts: optional(facts),
  note: opinionText,
  basis: optional(basis),
  ...internal,
};

/** What a matter not simply put right owes its sender. */
export const opinionDemands: readonly Demand[] = [
  {
    when: { answer: 'outcome', is: ['explained', 'not-supported'] },
    needs: { claims: words.claimsNeeded, facts: words.factsNeeded, basis: words.basisNeeded },
  },
];

/** The opinion of a review or a second review: what was found, and what follows (35, 36). */
export const reviewOpinion = { facts: optional(facts), note: opinionText, basis: optional(basis), ...internal };

/** 信访工作条例 29: suggestions are adopted, whole or in part, or kept in mind. */
export const adoption = {
  outcome: choice({
    label: words.outcome,
    options: [
      { value: 'adopted', label: words.adopted },
      { value: 'partly', label: words.partly },
      { value: 'noted', label: words.noted },
    ],
  }),
  ...told,
};

export const whyNot = {
  why: choice({
    label: words.why,
    options: [
      { value: 'other-procedure', label: words.otherProcedure },
      { value: 'under-way', label: words.underWay },
      { value: 'concluded', label: words.concluded },
    ],
  }),
  ...told,
};

const rating = choice({
  label: words.rating,
  options: [
    { value: 'satisfied', label: words.satisfied },
    { value: 'mostly', label: words.mostly },
    { value: 'unsatisfied', label: words.unsatisfied },
  ],
});

/** What the sender says of an answer (信访工作条例 21(2)), themselves or when they are called. */
export const satisfaction = { rating, ...internal };
export const ownRating = {
  rating,
  comment: optional(longtext({ label: words.comment, hint: words.commentHint, max: 500 })),
};
