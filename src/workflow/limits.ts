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
