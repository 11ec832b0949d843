import type { Json } from '../forms/define.ts';
import type { Fields } from '../lib/fields/index.ts';

const CODES: readonly string[] = ['choice', 'integer'];
const isCode = (fields: Fields, name: string): boolean => {
  const node = fields[name];
  return node?.is === 'field' && CODES.includes(node.control);
};

/** What an event may hold of the answers to what an action asks: the value chosen or the number given, never words. */
export const codesOf = (fields: Fields, value: Json): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) =>
      isCode(fields, name) && (typeof one === 'string' || typeof one === 'number') ? [[name, one] as const] : [],
    ),
  );
