import type { Field, Fields, Node } from '../../src/lib/fields/index.ts';
import type { Json } from '../harness/client.ts';

/** A question with the place in a body where its answer stands. */
export interface Place {
  path: string;
  field: Field;
  value: unknown;
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every question of a body, in the groups and list items the body has. */
export function placesIn(fields: Fields, body: Json, at = ''): Place[] {
  return Object.entries(fields).flatMap(([key, node]) => below(node, body[key], at + key));
}

function below(node: Node, value: unknown, path: string): Place[] {
  if (node.is === 'field') return [{ path, field: node, value }];
  if (node.is === 'group') return isJson(value) ? placesIn(node.fields, value, `${path}.`) : [];
  const items = Array.isArray(value) ? value.filter(isJson) : [];
  return items.flatMap((item, index) => placesIn(node.fields, item, `${path}.${index}.`));
}

/** Paths of every object in a body, the root (`''`) first: where an unknown key could hide. */
export function levelsOf(body: unknown, at = ''): string[] {
  if (Array.isArray(body)) return body.flatMap((item, index) => levelsOf(item, `${at}${index}.`));
  if (!isJson(body)) return [];
  return [at, ...Object.entries(body).flatMap(([key, value]) => levelsOf(value, `${at}${key}.`))];
}

/** The body with another value at a dotted path; `undefined` takes it out. */
export function changed(body: Json, path: string, value: unknown): Json {
  const copy = structuredClone(body);
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let at = copy;
  for (const step of steps) at = at[step] as Json;
  // An own property also for names that every object inherits.
  Object.defineProperty(at, last, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

/** Every word a resident typed: what must never stand in a message. */
export const typedWords = (places: readonly Place[]): string[] =>
  places.flatMap(({ field, value }) =>
    typeof value === 'string' && !['choice', 'choices'].includes(field.control) ? [value] : [],
  );

/** A body as the entries of a form post: names are paths, a ticked box is `true`, fen are yuan. */
export function entriesOf(places: readonly Place[]): [name: string, value: string][] {
  return places.flatMap(({ path, field, value }): [string, string][] => {
    if (Array.isArray(value)) return value.map((one) => [path, String(one)]);
    if (typeof value === 'boolean') return value || field.control === 'yesno' ? [[path, String(value)]] : [];
    if (typeof value === 'number') return [[path, String(field.control === 'money' ? value / 100 : value)]];
    return typeof value === 'string' ? [[path, value]] : [];
  });
}
