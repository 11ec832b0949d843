import type { Field } from './field.ts';
import type { Fields, Node } from './group.ts';

/**
 * A body that is in order, for documentation and tests: what each field names as its example, and for required ones
 * without an example the plainest value that passes. Parts that may be left out are left out.
 */
export function exampleOf(fields: Fields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, node]) => {
      const value = exampleOfNode(node);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

function exampleOfNode(node: Node): unknown {
  if (node.is === 'field') return node.example ?? (node.required ? plainest(node) : undefined);
  return node.is === 'group' && node.required ? exampleOf(node.fields) : undefined;
}

function plainest({ control, options = [], min = 1, label }: Field): unknown {
  const values = options.map(({ value }) => value);
  if (control === 'choice') return values[0] ?? 'id';
  if (control === 'choices') return values.slice(0, min);
  if (control === 'tick' || control === 'yesno') return true;
  if (control === 'integer' || control === 'money') return Math.max(min, 1);
  return label.zh.padEnd(min, label.zh);
}
