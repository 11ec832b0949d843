import { behalfWords as words, manners, witnessings, type Manner, type Witnessing } from '../../i18n/behalf.ts';
import { accept, choice, group, type Values } from '../../lib/fields/index.ts';
import type { Words } from '../../lib/words.ts';

const optionsOf = <V extends string>(list: Readonly<Record<V, Words>>) =>
  (Object.keys(list) as V[]).map((value) => ({ value, label: list[value] }));

const mine = {
  manner: choice<Manner>({ label: words.manner, hint: words.mannerHint, options: optionsOf(manners) }),
  agreed: accept({ label: words.agreed }),
};

/** What staff say of a filing for somebody, beside the person's own answers. */
export const behalfFields = { behalf: group(mine) };
export type BehalfAnswers = Values<typeof mine>;

/** What a second member of staff says. */
export const witnessFields = {
  how: choice<Witnessing>({ label: words.witnessHow, options: optionsOf(witnessings) }),
};
