import { choice, longtext, optional } from '../../lib/fields/index.ts';
import { reach } from '../body.ts';
import { dataRequestWords as words } from './words.ts';

const wants = [
  { value: 'see', label: words.see, hint: words.seeHint },
  { value: 'correct', label: words.correct, hint: words.correctHint },
  { value: 'erase', label: words.erase, hint: words.eraseHint },
] as const;
export type Want = (typeof wants)[number]['value'];

const correcting = { path: 'answers.want', value: 'correct' satisfies Want };

/** What is asked: to see, correct or erase, and for a correction what is right. */
export const dataRequestAnswers = {
  want: choice<Want>({ label: words.want, options: wants }),
  newPhone: {
    ...reach.phone,
    label: words.newPhone,
    hint: undefined,
    autocomplete: undefined,
    example: undefined,
    onlyIf: correcting,
  },
  newEmail: { ...reach.email, label: words.newEmail, autocomplete: undefined, onlyIf: correcting },
  details: optional(longtext({ label: words.details, hint: words.detailsHint, max: 500, sealed: true })),
};
