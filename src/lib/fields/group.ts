import { safeParse } from 'valibot';
import { tidyText } from '../text.ts';
import type { Words } from '../words.ts';
import type { Field, Problem, Reason } from './field.ts';

/** Several questions under one key. A `list` group is an array of such objects, `max` at most. */
export interface Group<F extends Fields = Fields> {
  is: 'group';
  required: boolean;
  fields: F;
  label?: Words;
}
export interface List<F extends Fields = Fields> {
  is: 'list';
  required: false;
  fields: F;
  max: number;
  label: Words;
}
export type Node = Field | Group | List;
export type Fields = { readonly [key: string]: Node };

/** What a node gives when read; optional ones may be absent. */
export type Value<N extends Node> =
  N extends Field<infer T> ? T : N extends Group<infer F> ? Values<F> : N extends List<infer F> ? Values<F>[] : never;
type Optional<F extends Fields> = { [K in keyof F]: F[K] extends { required: false } ? K : never }[keyof F];
export type Values<F extends Fields> = { [K in Exclude<keyof F, Optional<F>>]: Value<F[K]> } & {
  [K in Optional<F>]?: Value<F[K]>;
};

export const group = <F extends Fields>(fields: F, label?: Words): Group<F> => ({
  is: 'group',
  required: true,
  fields,
  label,
});
export const optionalGroup = <F extends Fields>(fields: F, label?: Words): Group<F> & { required: false } => ({
  is: 'group',
  required: false,
  fields,
  label,
});
export const list = <F extends Fields>(fields: F, max: number, label: Words): List<F> => ({
  is: 'list',
  required: false,
  fields,
  max,
  label,
});

type Json = Record<string, unknown>;
const isObject = (raw: unknown): raw is Json => typeof raw === 'object' && raw !== null && !Array.isArray(raw);
const blank = (raw: unknown): boolean =>
  raw === undefined || raw === null || (typeof raw === 'string' && tidyText(raw) === '');

const reasons: readonly string[] = ['required', 'too-short', 'too-long', 'invalid'] satisfies Reason[];
const isReason = (message: string): message is Reason => reasons.includes(message);

function problem(path: string, reason: Reason, node?: Field): Problem {
  const wrong = reason === 'invalid' ? node?.wrong : undefined;
  return { path, code: `field.${reason}`, min: node?.min, max: node?.max, ...(wrong && { words: wrong }) };
}

/**
 * Reads a parsed JSON object by its fields. Comes out: what could be read (so that rules across fields can still look at
 * it) and every problem, each path once. Unknown keys are refused, whatever they hold.
 */
export function readGroup(fields: Fields, raw: Json, at = ''): { value: Json; problems: Problem[] } {
  const value: Json = {};
  const problems: Problem[] = [];
  for (const key of Object.keys(raw)) {
    if (!Object.hasOwn(fields, key)) problems.push({ path: at + key, code: 'key.unknown' });
  }
  for (const [key, node] of Object.entries(fields)) {
    const outcome = readNode(node, Object.hasOwn(raw, key) ? raw[key] : undefined, at + key);
    problems.push(...outcome.problems);
    if (outcome.value !== undefined) value[key] = outcome.value;
  }
  return { value, problems };
}

function readNode(node: Node, raw: unknown, path: string): { value?: unknown; problems: Problem[] } {
  if (node.is === 'list') return readList(node, raw, path);
  if (node.is === 'group') {
    if (raw === undefined) return node.required ? readGroup(node.fields, {}, `${path}.`) : { problems: [] };
    if (!isObject(raw)) return { problems: [problem(path, 'invalid')] };
    return readGroup(node.fields, raw, `${path}.`);
  }
  if (blank(raw)) return { value: node.absent, problems: node.required ? [problem(path, 'required', node)] : [] };
  const read = safeParse(node.schema, raw, { abortEarly: true, abortPipeEarly: true });
  if (read.success && node.control === 'tick' && read.output === false) return { value: node.absent, problems: [] };
  if (read.success) return { value: read.output, problems: [] };
  const [issue] = read.issues;
  const inside = (issue.path ?? []).map((step) => `.${String(step.key)}`).join('');
  return { problems: [problem(path + inside, isReason(issue.message) ? issue.message : 'invalid', node)] };
}

function readList(node: List, raw: unknown, path: string): { value?: unknown; problems: Problem[] } {
  if (raw === undefined) return { problems: [] };
  if (!Array.isArray(raw)) return { problems: [problem(path, 'invalid')] };
  if (raw.length > node.max) return { problems: [{ path, code: 'field.too-long', max: node.max }] };
  const items = raw.map((item: unknown, index) => {
    const itemPath = `${path}.${index}`;
    return isObject(item)
      ? readGroup(node.fields, item, `${itemPath}.`)
      : { value: undefined, problems: [problem(itemPath, 'invalid')] };
  });
  return { value: items.map((item) => item.value), problems: items.flatMap((item) => item.problems) };
}
