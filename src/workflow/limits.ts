import type { Words } from '../lib/words.ts';
import type { Site } from '../sites/site.ts';
import type { Citation } from './citation.ts';
import type { Period } from './deadline.ts';

/** What must have happened when a limit ends, and what a resident is told will happen; `{date}` is the due date. */
export const duties = {
  'register-and-forward': {
    zh: '我们最迟在 {date} 登记您反映的事项, 并转给有权处理的单位。',
    en: 'By {date} at the latest we register your matter and pass it to the organ that may deal with it.',
  },
  'notify-or-accept': {
    zh: '我们最迟在 {date} 书面告诉您: 由我们怎样办理, 或者转到了哪里, 或者应向哪个单位提出。',
    en: 'By {date} at the latest we tell you in writing how we deal with your matter, where it was passed on to, or which organ to turn to.',
  },
  answer: {
    zh: '我们最迟在 {date} 给您书面答复。',
    en: 'By {date} at the latest you get our answer in writing.',
  },
  'review-opinion': {
    zh: '我们最迟在 {date} 给您复查意见。',
    en: 'By {date} at the latest you get the opinion of the review.',
  },
  're-review-opinion': {
    zh: '我们最迟在 {date} 给您复核意见。',
    en: 'By {date} at the latest you get the opinion of the second review.',
  },
  'reply-to-deputy': {
    zh: '承办单位最迟在 {date} 答复代表。',
    en: 'By {date} at the latest the department replies to the deputy.',
  },
  'deputy-feedback': { zh: '请代表在 {date} 以前反馈意见。', en: 'The deputy is asked to respond by {date}.' },
  'personal-data': {
    zh: '我们最迟在 {date} 办好您的申请, 不办的告诉您理由。',
    en: 'By {date} at the latest your request is done, or you are told why not.',
  },
} satisfies Record<string, Words>;

export type Duty = keyof typeof duties;

/** A duty with a date: set by law, with its article, or promised by the site. */
export type Limit = Period & { what: Duty } & ({ kind: 'law'; basis: Citation } | { kind: 'promise' });

/** The first limit of a petition. The organ decides it: 信访部门 forwards (22), any other organ answers itself (23). */
export const firstNotice: Readonly<Record<Site['organ'], Limit>> = {
  'petition-office': {
    what: 'register-and-forward',
    count: 15,
    unit: 'day',
    kind: 'law',
    basis: { instrument: '信访工作条例', article: 22, paragraph: 1 },
  },
  'other-organ': {
    what: 'notify-or-accept',
    count: 15,
    unit: 'day',
    kind: 'law',
    basis: { instrument: '信访工作条例', article: 23, paragraph: 2 },
  },
};

/** What was assigned is told within 15 days of its assignment, whoever received it first (23(3)). */
export const noticeAfterAssignment: Limit = {
  what: 'notify-or-accept',
  count: 15,
  unit: 'day',
  kind: 'law',
  basis: { instrument: '信访工作条例', article: 23, paragraph: 3 },
};

const law34 = { kind: 'law', basis: { instrument: '信访工作条例', article: 34 } } as const;

/** A request is done with within 60 days of its acceptance; once, by at most 30 more, the sender told why (34). */
export const answerToRequest: Limit = { what: 'answer', count: 60, unit: 'day', ...law34 };
export const extension: Limit = { what: 'answer', count: 30, unit: 'day', ...law34 };

export const reviewOpinion: Limit = {
  what: 'review-opinion',
  count: 30,
  unit: 'day',
  kind: 'law',
  basis: { instrument: '信访工作条例', article: 35 },
};

export const reReviewOpinion: Limit = {
  what: 're-review-opinion',
  count: 30,
  unit: 'day',
  kind: 'law',
  basis: { instrument: '信访工作条例', article: 36 },
};

/** The time of a hearing is not counted in the limit of a second review (36(2)). */
export const hearingNotCounted: Citation = { instrument: '信访工作条例', article: 36, paragraph: 2 };

/** How long something may be asked for after a step, and by which article; null: by what the site has set. */
export type Window = Period & { basis: Citation | null };

/** A department that finds a matter not its own says so within 5 workdays, with its reasons (23(3)). */
export const returning: Window = {
  count: 5,
  unit: 'workday',
  basis: { instrument: '信访工作条例', article: 23, paragraph: 3 },
};
/** Review within 30 days of the answer (35), second review within 30 days of the review's opinion (36(1)). */
export const askingReview: Window = { count: 30, unit: 'day', basis: { instrument: '信访工作条例', article: 35 } };
export const askingReReview: Window = {
  count: 30,
  unit: 'day',
  basis: { instrument: '信访工作条例', article: 36, paragraph: 1 },
};
