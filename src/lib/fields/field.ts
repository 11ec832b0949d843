import type { GenericSchema } from 'valibot';
import type { Words } from '../words.ts';

/** Why a value is refused; with the field it makes the error code `field.too-short`. */
export type Reason = 'required' | 'too-short' | 'too-long' | 'invalid';

export interface Problem {
  /** Dotted from the body's root, array items by index: `contact.phone`, `answers.undertakings.0`. */
  path: string;
  code: `field.${Reason}` | 'key.unknown';
  /** The field's own sentence for this refusal, where it has one better than the general sentence. */
  words?: Words;
  /** What the general sentence is filled with. */
  min?: number;
  max?: number;
}

export interface Option {
  value: string;
  label: Words;
  hint?: Words;
}

/** What a page draws for it and what a form post is read as. */
export type Control =
  | 'text'
  | 'longtext'
  | 'choice'
  | 'choices'
  | 'yesno'
  | 'tick'
  | 'integer'
  | 'money'
  | 'phone'
  | 'email'
  | 'identifier';

/** An answer to another question, by its path. */
export interface Answered {
  path: string;
  value: string;
}

/** One question: how it is asked, what is accepted, what comes out. A body is made of these. */
export interface Field<T = unknown> {
  is: 'field';
  control: Control;
  label: Words;
  hint?: Words;
  required: boolean;
  /** What leaving it out means, where that is an answer too. */
  absent?: T;
  /** Code points for text, the value for numbers, the count for several choices. */
  min?: number;
  max?: number;
  options?: readonly Option[];
  /** A list too long for buttons is drawn as a drop-down. */
  long?: boolean;
  /** Words offered while one types; any other may be typed as well. */
  among?: readonly string[];
  /** What it means to choose nothing in a drop-down, where that is an answer too (the whole draft). */
  blank?: Words;
  /** Kept sealed under the case's key and never shown again unmasked (architecture.md, mechanism 4). */
  sealed?: boolean;
  /**
   * The question does not apply once this is answered: the page's script hides it and does not send it. Without script
   * it stays; what must not come is refused by the kind's own rules.
   */
  unless?: Answered;
  /** The question applies only once this is answered; hidden by script until then, refused by the kind's own rules. */
  onlyIf?: Answered;
  /** A box that is ticked beforehand once this is answered; one may still take the tick away. */
  tickedWhen?: Answered;
  /** HTML autocomplete and inputmode tokens. */
  autocomplete?: string;
  inputmode?: 'tel' | 'email' | 'numeric' | 'text';
  /** A value that passes, for documentation and tests. */
  example?: T;
  /** The sentence for a value that is not of the right form, where the general one would not help. */
  wrong?: Words;
  /** From a JSON value that is not blank to the kept value; each message in it is a `Reason`. */
  schema: GenericSchema<unknown, T>;
}

export type OptionalField<T> = Field<T> & { required: false };

/** The same question, but one may leave it out. */
export function optional<T>(field: Field<T>): OptionalField<T> {
  return { ...field, required: false };
}

/** A question that answers itself where it is left out: the body holds `absent` then, as if it had been said. */
export const otherwise = <T>(field: Field<T>, absent: T): Field<T> => ({ ...field, required: false, absent });
