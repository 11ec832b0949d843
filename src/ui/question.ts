import type { Field, Problem } from '../lib/fields/index.ts';
import { problemSentence } from '../i18n/problems.ts';
import type { Lang } from '../lib/words.ts';

/** What every way of drawing a field is given. */
export interface Question {
  field: Field;
  /** The name of the input and the path of its errors: `answers.title`. */
  path: string;
  /** As typed (strings), or as kept (numbers, booleans, lists). */
  value?: unknown;
  problem?: Problem;
  lang: Lang;
}

/** The id an error summary links to: the first input of the question. */
export const idOf = (path: string): string => path.replaceAll('.', '-');

/** The problem of a question, or of something inside it (`answers.undertakings.0`). */
export function problemOf(problems: readonly Problem[], path: string): Problem | undefined {
  return problems.find((one) => one.path === path || one.path.startsWith(`${path}.`));
}

/** ids of the hint and the error, where there are such, for `aria-describedby`. */
export function describedBy({ field, path, problem }: Question): string | undefined {
  const id = idOf(path);
  const ids = [field.hint && `${id}-hint`, problem && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

export const sentenceOf = ({ field, problem, lang }: Question): string | undefined =>
  problem && problemSentence(problem, field.label, lang, field.control);

/** The sentences the script needs to check a step before the server does. */
export function checks({ field, path, lang }: Question): Record<string, string | number | undefined> {
  const sentence = (code: Problem['code']) =>
    problemSentence({ path, code, min: field.min, max: field.max }, field.label, lang, field.control);
  const measured = (field.control === 'text' || field.control === 'longtext') && field.min !== undefined;
  return {
    ...(field.required && { 'data-required': sentence('field.required') }),
    ...(measured && { 'data-min': field.min, 'data-short': sentence('field.too-short') }),
  };
}
