import type { Field } from './field.ts';
import type { Fields, List, Node } from './group.ts';

type Json = Record<string, unknown>;

/** What a posted form holds, by input name. Files are no answers here. */
export type Entries = Pick<FormData, 'get' | 'getAll' | 'keys'>;

/**
 * A posted form as the JSON body it stands for: input names are the error paths. Ticks and yes/no become booleans, counts
 * numbers, yuan fen; what cannot be converted stays as typed, so that it can be shown again beside its error.
 */
export function readForm(fields: Fields, form: Entries, at = ''): Json {
  const body: Json = {};
  for (const [key, node] of Object.entries(fields)) {
    const value = readNode(node, form, at + key);
    if (value !== undefined) body[key] = value;
  }
  return body;
}

function readNode(node: Node, form: Entries, path: string): unknown {
  if (node.is === 'field') return readField(node, form, path);
  if (node.is === 'list') return readList(node, form, path);
  const inner = readForm(node.fields, form, `${path}.`);
  return node.required || Object.keys(inner).length > 0 ? inner : undefined;
}

function readList(node: List, form: Entries, path: string): unknown[] | undefined {
  const found = new Set<number>();
  for (const name of form.keys()) {
    const index = name.startsWith(`${path}.`) ? Number(name.slice(path.length + 1).split('.')[0]) : Number.NaN;
    if (Number.isInteger(index) && index >= 0 && index < 1000) found.add(index);
  }
  const items = [...found]
    .toSorted((a, b) => a - b)
    .map((index) => readForm(node.fields, form, `${path}.${index}.`))
    .filter((item) => Object.keys(item).length > 0);
  return items.length > 0 ? items : undefined;
}

const typed = (form: Entries, path: string): string | undefined => {
  const value = form.get(path);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
};

function readField({ control }: Field, form: Entries, path: string): unknown {
  if (control === 'choices') {
    const picked = form.getAll(path).filter((value): value is string => typeof value === 'string' && value !== '');
    return picked.length > 0 ? picked : undefined;
  }
  const value = typed(form, path);
  if (value === undefined) return undefined;
  if (control === 'tick' || control === 'yesno') return asBoolean(value);
  if (control === 'integer') return asNumber(value, 1);
  return control === 'money' ? asNumber(value, 100) : value;
}

function asBoolean(value: string): boolean | string {
  if (value === 'true' || value === 'on') return true;
  return value === 'false' ? false : value;
}

/** Digits in any width, with a grouping comma and up to two decimals where the unit is split. */
function asNumber(value: string, unit: 1 | 100): number | string {
  const plain = value.normalize('NFKC').replace(/[\s,]/g, '');
  const shape = unit === 100 ? /^\d{1,13}(?:\.\d{1,2})?$/ : /^\d{1,15}$/;
  return shape.test(plain) ? Math.round(Number(plain) * unit) : value;
}
