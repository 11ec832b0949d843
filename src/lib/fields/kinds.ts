import * as v from 'valibot';
import { lengthOf, tidyText } from '../text.ts';
import type { Words } from '../words.ts';
import type { Field, Option } from './field.ts';

interface Asked<T = unknown> {
  label: Words;
  hint?: Words;
  sealed?: boolean;
  autocomplete?: string;
  example?: T;
}

type Limits = { min?: number; max: number };

const words = ({ min = 1, max }: Limits) =>
  v.pipe(
    v.string('invalid'),
    v.transform(tidyText),
    v.check((value) => value !== '', 'required'),
    v.check((value) => lengthOf(value) >= min, 'too-short'),
    v.check((value) => lengthOf(value) <= max, 'too-long'),
  );

/** One line of words; limits in code points after tidying. */
export const text = (asked: Asked<string> & Limits): Field<string> => ({
  is: 'field',
  control: 'text',
  required: true,
  ...asked,
  schema: words(asked),
});

/** Several lines of words. */
export const longtext = (asked: Asked<string> & Limits): Field<string> => ({ ...text(asked), control: 'longtext' });

const oneOf = <V extends string>(options: readonly { value: V }[]) =>
  v.picklist(
    options.map((option) => option.value),
    'invalid',
  );

/** One of a list, by its value. `long`: drawn as a drop-down, not as buttons. */
export const choice = <const V extends string>(
  asked: Asked<V> & { options: readonly (Option & { value: V })[]; long?: boolean; blank?: Words; wrong?: Words },
): Field<V> => ({ is: 'field', control: 'choice', required: true, ...asked, schema: oneOf(asked.options) });

/** Several of a list, none twice, kept in the list's order. `all`: each of them (the undertakings of a pledge). */
export function choices<const V extends string>(
  asked: Asked<V[]> & { options: readonly (Option & { value: V })[]; all?: boolean },
): Field<V[]> {
  const { all = false, ...rest } = asked;
  const min = all ? asked.options.length : 1;
  const listed = asked.options.map(({ value }) => value);
  return {
    is: 'field',
    control: 'choices',
    required: true,
    ...rest,
    min,
    max: asked.options.length,
    schema: v.pipe(
      v.array(oneOf(asked.options), 'invalid'),
      v.minLength(1, 'required'),
      v.check((items) => new Set(items).size === items.length, 'invalid'),
      v.minLength(min, 'too-short'),
      // Said in another order it is the same answer, and so the same body when it is sent again.
      v.transform((items) => listed.filter((value) => items.includes(value))),
    ),
  };
}

/** A question answered by yes or no. */
export const yesno = (asked: Asked<boolean>): Field<boolean> => ({
  is: 'field',
  control: 'yesno',
  required: true,
  ...asked,
  schema: v.boolean('invalid'),
});

/** A box one may tick. Left alone it says nothing, whether it is sent as `false` or not at all. */
export const tick = (asked: Asked<boolean>): Field<boolean> & { required: false } => ({
  ...yesno(asked),
  control: 'tick',
  required: false,
});

/** A box one must tick: only `true` is an answer. */
export const accept = (asked: Asked<true>): Field<true> => ({
  is: 'field',
  control: 'tick',
  required: true,
  ...asked,
  schema: v.pipe(v.boolean('invalid'), v.literal(true, 'required')),
});

const wholeNumber = (
  control: 'integer' | 'money',
  asked: Asked<number> & { min: number; max: number },
): Field<number> => ({
  is: 'field',
  control,
  required: true,
  inputmode: 'numeric',
  ...asked,
  schema: v.pipe(
    v.number('invalid'),
    v.safeInteger('invalid'),
    v.minValue(asked.min, 'invalid'),
    v.maxValue(asked.max, 'invalid'),
    // JSON knows -0; a canonical form does not.
    v.transform((value) => value + 0),
  ),
});

/** A count. */
export const integer = (asked: Asked<number> & { min: number; max: number }): Field<number> =>
  wholeNumber('integer', asked);

/** Money: fen in the body, yuan in a form. */
export const money = (asked: Asked<number> & { min: number; max: number }): Field<number> =>
  wholeNumber('money', asked);

/** A number, phone or address with a rule of its own: `parse` gives the kept form, or null where it is none. */
export const identified = (
  control: 'phone' | 'email' | 'identifier',
  asked: Asked<string> & {
    parse: (raw: string) => string | null;
    max: number;
    wrong?: Words;
    inputmode?: Field['inputmode'];
  },
): Field<string> => {
  const { parse, ...rest } = asked;
  return {
    is: 'field',
    control,
    required: true,
    ...rest,
    schema: v.pipe(
      v.string('invalid'),
      v.check((raw) => lengthOf(tidyText(raw)) <= asked.max, 'too-long'),
      v.rawTransform(({ dataset, addIssue, NEVER }) => {
        const kept = parse(dataset.value);
        if (kept !== null) return kept;
        addIssue({ message: 'invalid' });
        return NEVER;
      }),
    ),
  };
};
