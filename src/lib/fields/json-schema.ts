import { toJsonSchema } from '@valibot/to-json-schema';
import type { Words } from '../words.ts';
import type { Control, Field } from './field.ts';
import type { Fields, Node } from './group.ts';

/** A JSON Schema (2020-12) as plain data. */
export interface JsonSchema {
  [keyword: string]: unknown;
  properties?: Record<string, JsonSchema>;
}

/** In which words titles and descriptions are put: one language, or both. */
export type Phrase = (words: Words) => string;

/**
 * What a body made of these fields must look like before it is tidied: types and lists from the valibot schemas, limits
 * in code points. Stricter than the reader in that blanks around a text count; rules between fields are not in it.
 */
export function schemaOfFields(fields: Fields, phrase: Phrase): JsonSchema {
  const nodes = Object.entries(fields);
  return {
    type: 'object',
    properties: Object.fromEntries(nodes.map(([key, node]) => [key, schemaOfNode(node, phrase)])),
    required: nodes.filter(([, node]) => node.required).map(([key]) => key),
    additionalProperties: false,
  };
}

function schemaOfNode(node: Node, phrase: Phrase): JsonSchema {
  const title = node.label && { title: phrase(node.label) };
  if (node.is === 'group') return { ...title, ...schemaOfFields(node.fields, phrase) };
  if (node.is === 'list') {
    return { ...title, type: 'array', maxItems: node.max, items: schemaOfFields(node.fields, phrase) };
  }
  // A choice of nothing: a site without stations takes none.
  if (node.options?.length === 0) return { ...title, not: {} };
  const { $schema: _, ...shape } = toJsonSchema(node.schema, { typeMode: 'input', errorMode: 'ignore' });
  return {
    ...title,
    ...(node.hint && { description: phrase(node.hint) }),
    ...(shape as JsonSchema),
    ...limitsOf(node),
    ...(node.absent !== undefined && { default: node.absent }),
    ...(node.example !== undefined && { examples: [node.example] }),
  };
}

const TYPED: readonly Control[] = ['text', 'longtext', 'phone', 'email', 'identifier'];

/** What is checked by code in the valibot schema, where a JSON Schema cannot look. */
function limitsOf({ control, required, min = 1, max }: Field): JsonSchema {
  if (TYPED.includes(control)) return { minLength: min, ...(max !== undefined && { maxLength: max }) };
  if (control === 'choices') return { minItems: min, maxItems: max, uniqueItems: true };
  // A box one must tick knows only one answer.
  return control === 'tick' && required ? { const: true } : {};
}
