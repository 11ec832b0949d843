import { openApiWords } from '../../i18n/openapi.ts';
import type { JsonSchema } from '../../lib/fields/json-schema.ts';
import { bilingual } from './bilingual.ts';

/**
 * What the schemas of one body at several sites have in common. The questions are the same everywhere; a list of ids to
 * choose from that differs, or that a site has nothing on, becomes any text.
 */
export function commonSchema(schemas: readonly JsonSchema[]): JsonSchema {
  const [first = {}, ...others] = schemas;
  const differs = others.some(({ enum: values }) => JSON.stringify(values) !== JSON.stringify(first.enum));
  if (differs || schemas.some((schema) => 'not' in schema)) {
    const { title } = first;
    return { title, type: 'string', minLength: 1, description: bilingual(openApiWords.differs) };
  }
  if (!first.properties) return first;
  const properties: JsonSchema['properties'] = {};
  for (const [key, property] of Object.entries(first.properties)) {
    properties[key] = commonSchema([property, ...others.map((other) => other.properties?.[key] ?? property)]);
  }
  return { ...first, properties };
}
