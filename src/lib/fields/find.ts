import type { Fields, Node } from './group.ts';

/** The node at a dotted path (`contact.phone`, `answers.also.0.reason`); undefined where there is none. */
export function nodeAt(fields: Fields, path: string): Node | undefined {
  const [key = '', ...rest] = path.split('.');
  const node = Object.hasOwn(fields, key) ? fields[key] : undefined;
  if (!node || rest.length === 0) return node;
  if (node.is === 'group') return nodeAt(node.fields, rest.join('.'));
  if (node.is === 'list') return rest.length === 1 ? node : nodeAt(node.fields, rest.slice(1).join('.'));
  // An item of several choices: the question is the whole.
  return node;
}
