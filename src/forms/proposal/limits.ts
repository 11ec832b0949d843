import type { ProposalTerms } from '../../sites/settings.ts';
import type { Limit, Window } from '../../workflow/limits.ts';

const law51 = { kind: 'law', basis: { instrument: '代表法', article: 51, paragraph: 2 } } as const;
const reply = { what: 'reply-to-deputy', unit: 'month', ...law51 } as const;

/** Within 3 months of handing over; what is wide or hard within 6, from the beginning or by 3 more (代表法 51(2)). */
export const usual: Limit = { ...reply, count: 3 };
export const wide: Limit = { ...reply, count: 6 };
export const more: Limit = { ...reply, count: 3 };

/** What the law leaves open and a site settles: `sites/settings.ts`. */
export const objecting = ({ objectionWorkdays }: ProposalTerms): Window => ({
  count: objectionWorkdays,
  unit: 'workday',
  basis: null,
});
export const feedback = ({ feedbackWorkdays }: ProposalTerms): Limit => ({
  what: 'deputy-feedback',
  count: feedbackWorkdays,
  unit: 'workday',
  kind: 'promise',
});
export const again = ({ againMonths }: ProposalTerms): Limit => ({
  what: 'reply-to-deputy',
  count: againMonths,
  unit: 'month',
  kind: 'promise',
});
