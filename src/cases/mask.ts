import type { Json } from '../forms/define.ts';
import type { Fields, Node } from '../lib/fields/index.ts';
import { maskPhone } from '../lib/identifiers/phone.ts';

const HIDDEN = '****';
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A body with every personal answer (`sealed`) masked: `138****8000`, the first character of a name, `****`. Pure. */
export function masked(fields: Fields, body: Json): Json {
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => {
      const node = fields[key];
      return [key, node ? maskNode(node, key, value) : value];
    }),
  );
}

/** A name by its first character. Pure. */
export const maskName = (name: string): string => `${Array.from(name)[0] ?? ''}**`;

function maskNode(node: Node, key: string, value: unknown): unknown {
  if (node.is === 'group') return isJson(value) ? masked(node.fields, value) : value;
  if (node.is === 'list') {
    return Array.isArray(value)
      ? value.map((item: unknown) => (isJson(item) ? masked(node.fields, item) : item))
      : value;
  }
  if (!node.sealed) return value;
  const text = String(value);
  if (node.control === 'phone') return maskPhone(text);
  return /^(?:name|accountName)$/.test(key) ? maskName(text) : HIDDEN;
}
