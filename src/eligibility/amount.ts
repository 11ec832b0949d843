import { say, type Lang, type Words } from '../lib/words.ts';
import { allHold, type Condition, type Facts } from './rule.ts';

/** A sum in the published text: once, or for each of those counted by `perHead`. `{count}` and `{yuan}` fill the label. */
export interface AmountPart<Name extends string = string> {
  label: Words;
  fen: number;
  perHead?: Name;
}

/**
 * What the text says about money, in one case: sums that add up; a ceiling below which the county decides; or nothing,
 * so that the county must first set a sum.
 */
export type AmountCase<Name extends string = string> = {
  /** The case applies where all of these hold; the last case of a measure has none. */
  when?: readonly Condition<Name>[];
} & (
  | { is: 'sums'; parts: readonly AmountPart<Name>[] }
  | {
      is: 'ceiling';
      fen: number;
      /** Where money was already given: does the ceiling count it? The text is silent; a county may say otherwise. */
      countsEarlier?: boolean;
    }
  | { is: 'unpublished'; label: Words }
);

export interface Line {
  label: string;
  amountFen: number;
}

/** The first case that applies; undefined while the facts do not tell which. */
export function amountCase(cases: readonly AmountCase[], facts: Facts): AmountCase | undefined {
  for (const each of cases) {
    const applies = allHold(each.when ?? [], facts);
    if (applies === undefined) return undefined;
    if (applies) return each;
  }
  return undefined;
}

/**
 * The lines of an amount, in fen; they add up to it. None where the amount is not known beforehand.
 * @param setFen the sum the county has set where the text states none
 */
export function amountLines(amount: AmountCase, facts: Facts, lang: Lang, setFen?: number): Line[] {
  if (amount.is === 'ceiling') return [];
  if (amount.is === 'unpublished') {
    return setFen === undefined ? [] : [{ label: say(amount.label, lang), amountFen: setFen }];
  }
  return amount.parts.flatMap(({ label, fen, perHead }) => {
    const count = perHead === undefined ? 1 : Number(facts[perHead] ?? 0);
    return count === 0 ? [] : [{ label: say(label, lang, { count, yuan: fen / 100 }), amountFen: count * fen }];
  });
}
