import type { TemplateId } from '../../notify/templates.ts';
import { everywhere } from '../../workflow/clock.ts';
import { received, type State } from '../../workflow/define.ts';
import {
  answerToRequest,
  extension,
  hearingNotCounted,
  noticeAfterAssignment,
  reReviewOpinion,
  reviewOpinion,
} from '../../workflow/limits.ts';
import { stateWords as words } from './road-words.ts';

/** Only templates there are may be named. */
const message = (id: TemplateId) => ({ message: id });
const kept = { clock: everywhere({ is: 'kept' }) };

/**
 * Where a petition can stand. Until it is told what becomes of it the first limit runs (22, 23); a request accepted has
 * 60 days (34), a suggestion has none by law (29); reviews have 30 (35, 36).
 */
export const petitionStates = {
  received,
  registered: { ...words.registered, ...kept },
  assigned: {
    ...words.assigned,
    waits: 'department',
    usual: 'accept',
    // A 信访部门 has done its duty by assigning in time (22(1)); whoever received it then owes the notice (23(3)).
    clock: { 'other-organ': { is: 'kept' }, 'petition-office': { is: 'starts', limit: noticeAfterAssignment } },
  },
  returned: { ...words.returned, ...kept, usual: 'assign' },
  accepted: {
    ...words.accepted,
    waits: 'kept',
    usual: 'answer',
    clock: everywhere({ is: 'starts', limit: answerToRequest }),
    ...message('accepted'),
  },
  studied: { ...words.studied, waits: 'kept', usual: 'answer', ...message('told') },
  extended: {
    ...words.extended,
    waits: 'kept',
    clock: everywhere({ is: 'prolonged', limit: extension }),
    ...message('extended'),
  },
  'not-accepted': { ...words['not-accepted'], final: true, ...message('told') },
  directed: { ...words.directed, final: true, ...message('told') },
  forwarded: { ...words.forwarded, final: true, ...message('told') },
  'handed-over': { ...words['handed-over'], final: true },
  answered: { ...words.answered, usual: 'close', ...message('answered') },
  replied: { ...words.replied, usual: 'close', ...message('answered') },
  closed: { ...words.closed, final: true },
  reopened: { ...words.reopened, usual: 'answer', ...message('told') },
  reviewing: { ...words.reviewing, waits: 'review', clock: everywhere({ is: 'starts', limit: reviewOpinion }) },
  reviewed: { ...words.reviewed, ...message('answered') },
  're-reviewing': {
    ...words['re-reviewing'],
    waits: 'review',
    usual: 're-review',
    clock: everywhere({ is: 'starts', limit: reReviewOpinion }),
  },
  hearing: {
    ...words.hearing,
    waits: 'review',
    clock: everywhere({ is: 'paused', why: 'hearing', basis: hearingNotCounted }),
    ...message('told'),
  },
  heard: {
    ...words.heard,
    waits: 'review',
    usual: 're-review',
    clock: everywhere({ is: 'resumed' }),
    ...message('accepted'),
  },
  concluded: { ...words.concluded, final: true, ...message('answered') },
} satisfies Record<string, State>;

export type PetitionState = keyof typeof petitionStates;
