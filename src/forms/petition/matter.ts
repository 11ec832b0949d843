import type { Matter } from '../matter.ts';
import type { PetitionState } from './states.ts';

const said = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Petitions on one matter go one road. What a department gave back waits first for the county to decide whose it is. */
export const petitionMatter: Matter = {
  open: ['received', 'registered', 'assigned', 'accepted', 'extended', 'studied', 'reopened'] satisfies PetitionState[],
  alone: ['ask-more', 'follow-up', 'remark', 'review', 're-review', 'hear', 'end-hearing'],
  leaves: ['reopen', 'ask-review', 'ask-re-review'],
  repeated: { action: 'refuse', answers: { why: 'under-way' } },
  told: ({ title, body }) => ({ title: said(title), text: said(body) }),
};
