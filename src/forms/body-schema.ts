import { exampleOf } from '../lib/fields/example.ts';
import { nodeAt, type Fields } from '../lib/fields/index.ts';
import { schemaOfFields, type JsonSchema, type Phrase } from '../lib/fields/json-schema.ts';
import type { FormContext, FormKind, Json } from './define.ts';

/** The drafts, measures or campaigns a body of this kind may be about at this site; none for a kind without subject. */
export function subjectsOf(form: FormKind, context: FormContext): string[] {
  const { subject } = form.page;
  const asked = subject && nodeAt(form.fields(context, {}), subject.path);
  return asked?.is === 'field' ? (asked.options ?? []).map(({ value }) => value) : [];
}

/** The questions of a body about one subject, or of a body whose subject is not known yet. */
export function fieldsAbout(form: FormKind, context: FormContext, subject?: string): Fields {
  const path = form.page.subject?.path;
  return form.fields(context, path === undefined || subject === undefined ? {} : nested(path, subject));
}

/**
 * The JSON Schema of a kind's body. Where the questions follow from the subject: of the one named, or of each the site
 * offers as `oneOf`.
 */
export function bodySchema(form: FormKind, context: FormContext, phrase: Phrase, subject?: string): JsonSchema {
  const about = (id?: string): JsonSchema => {
    const schema = schemaOfFields(fieldsAbout(form, context, id), phrase);
    return id === undefined || !form.page.subject ? schema : fixed(schema, form.page.subject.path.split('.'), id);
  };
  if (subject !== undefined) return about(subject);
  const [first, ...more] = subjectsOf(form, context).map(about);
  if (!first) return about();
  return more.length === 0 ? first : { oneOf: [first, ...more] };
}

/** A body in order, for documentation and tests. */
export function bodyExample(form: FormKind, context: FormContext, subject?: string): Json {
  const { contact, answers, consent, ...body } = exampleOf(fieldsAbout(form, context, subject)) as Record<string, Json>;
  const path = form.page.subject?.path;
  const about = path === undefined || subject === undefined ? {} : nested(path, subject);
  return {
    contact,
    answers: { ...answers, ...(about['answers'] as Json | undefined) },
    consent: { ...consent, ...(contact?.['idNumber'] !== undefined && { sensitive: true }) },
    ...body,
  };
}

const nested = (path: string, value: unknown): Json =>
  path.split('.').reduceRight<Json>((inner, key) => ({ [key]: inner }), value as Json);

/** The same schema, the property at the path narrowed to one value. */
function fixed(schema: JsonSchema, [key = '', ...rest]: readonly string[], value: string): JsonSchema {
  const property = schema.properties?.[key];
  if (!property) return schema;
  const { enum: _, ...open } = property;
  const narrowed = rest.length > 0 ? fixed(property, rest, value) : { ...open, const: value };
  return { ...schema, properties: { ...schema.properties, [key]: narrowed } };
}
