import type { Fields, Node } from './group.ts';

/** The same questions, of which a browser offers no earlier answers: it is used for one person after another. */
export const withoutMemory = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([key, node]) => [key, forget(node)]));

const forget = (node: Node): Node =>
  node.is === 'field' ? { ...node, autocomplete: 'off' } : { ...node, fields: withoutMemory(node.fields) };
