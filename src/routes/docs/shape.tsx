import type { FC } from 'hono/jsx';
import { openApiWords as words } from '../../i18n/openapi.ts';
import type { JsonSchema } from '../../lib/fields/json-schema.ts';
import { say, type Lang } from '../../lib/words.ts';
import { inLanguage } from './in-language.ts';

/** A JSON Schema as nested lists: key, type and limits, what it means. */
export const Shape: FC<{ schema: JsonSchema; lang: Lang }> = ({ schema, lang }) => {
  const { oneOf, anyOf, items, properties, required } = schema;
  if (isSchemas(oneOf)) {
    return (
      <>
        <p>{say(words.anyOf, lang)}</p>
        <ul class="api-shape">
          {oneOf.map((one) => (
            <li>
              <Shape schema={one} lang={lang} />
            </li>
          ))}
        </ul>
      </>
    );
  }
  // An object, or null.
  if (isSchemas(anyOf)) return <Shape schema={anyOf.find((one) => one.properties) ?? {}} lang={lang} />;
  if (isSchema(items) && (items.properties || items['oneOf'])) return <Shape schema={items} lang={lang} />;
  if (!properties) return null;
  const needed = Array.isArray(required) ? required : [];
  return (
    <ul class="api-shape">
      {Object.entries(properties).map(([key, property]) => (
        <li>
          <code>{key}</code> <span class="hint">{typeOf(property, needed.includes(key), lang)}</span>
          <p>{meaning(property, lang)}</p>
          <Shape schema={property} lang={lang} />
        </li>
      ))}
    </ul>
  );
};

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;
const isSchemas = (value: unknown): value is JsonSchema[] => Array.isArray(value) && value.every(isSchema);

function meaning({ title, description }: JsonSchema, lang: Lang): string {
  return [title, description]
    .filter((said) => typeof said === 'string')
    .map((said) => inLanguage(said, lang))
    .join(': ');
}

/** `string · 4–50 · 必填` */
function typeOf(schema: JsonSchema, needed: boolean, lang: Lang): string {
  const { type, const: only, enum: values, $ref, anyOf } = schema;
  const kinds = isSchemas(anyOf) ? anyOf.map((one) => plain(one['type']) || refName(one['$ref'])).join(' | ') : '';
  return [
    typeof type === 'string' ? type : refName($ref) || kinds,
    only === undefined ? '' : JSON.stringify(only),
    Array.isArray(values) ? values.map((value) => JSON.stringify(value)).join(' ') : '',
    limits(schema),
    needed ? say(words.required, lang) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

const plain = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const refName = (ref: unknown): string => (typeof ref === 'string' ? (ref.split('/').at(-1) ?? '') : '');

function limits(schema: JsonSchema): string {
  const low = schema['minLength'] ?? schema['minimum'] ?? schema['minItems'];
  const high = schema['maxLength'] ?? schema['maximum'] ?? schema['maxItems'];
  if (high === undefined && (low === undefined || low === 1)) return '';
  return `${plain(low)}–${plain(high)}`;
}
