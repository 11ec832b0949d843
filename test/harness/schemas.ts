import Ajv2020 from 'ajv/dist/2020.js';
import type { JsonSchema } from '../../src/lib/fields/json-schema.ts';
import type { ApiDocument } from '../../src/routes/openapi/document.ts';

/** No key that is not published: additions to an answer are documented with the same commit. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'properties' in inner && !('additionalProperties' in inner)
    ? { ...inner, additionalProperties: false }
    : inner;
}

/** Holds values against the schemas of an OpenAPI document. */
export function schemasOf(document: Pick<ApiDocument, 'components'>) {
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { uri: true } });
  const schemas = closed(document.components.schemas) as Record<string, JsonSchema>;
  ajv.addSchema({ $id: 'api', components: { schemas } });
  return {
    /** What does not hold, by place; `ref` is a component's (`#/components/schemas/Status`). */
    problemsOf(ref: string, value: unknown): string[] {
      const validate = ajv.compile({ $ref: `api${ref}` });
      return validate(value)
        ? []
        : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`);
    },
  };
}
