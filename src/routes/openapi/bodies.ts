import { measureQuestions } from '../../eligibility/questions.ts';
import { offersOf } from '../../eligibility/offers.ts';
import { bodyExample, bodySchema, subjectsOf } from '../../forms/body-schema.ts';
import type { FormContext, FormKind } from '../../forms/define.ts';
import { forms, formsOf } from '../../forms/index.ts';
import { exampleOf } from '../../lib/fields/example.ts';
import { schemaOfFields, type JsonSchema } from '../../lib/fields/json-schema.ts';
import { sites } from '../../sites/index.ts';
import { identityFields, includeFields } from '../api/personal.ts';
import { actFields, correctFields, lookUpFields, newCodeFields } from '../api/status.ts';
import { bilingual } from './bilingual.ts';
import { commonSchema } from './common-schema.ts';

export type BodyName = string;

export interface PublishedBody {
  schema: JsonSchema;
  /** By the subject each is about, or by the body's own name. */
  examples: Record<string, unknown>;
}

const oneOrMore = (schemas: readonly JsonSchema[]): JsonSchema =>
  schemas.length === 1 ? (schemas[0] ?? {}) : { oneOf: schemas };

/** What one kind's body looks like at every site that has it open, subject by subject. */
function ofKind(form: FormKind, contexts: readonly FormContext[]): PublishedBody {
  const schemas = new Map<string, JsonSchema[]>();
  const examples: Record<string, unknown> = {};
  for (const context of contexts.filter(({ site }) => formsOf(site).includes(form))) {
    const subjects = subjectsOf(form, context);
    for (const subject of subjects.length > 0 ? subjects : [undefined]) {
      const name = subject ?? form.kind;
      schemas.set(name, [...(schemas.get(name) ?? []), bodySchema(form, context, bilingual, subject)]);
      examples[name] ??= bodyExample(form, context, subject);
    }
  }
  return { schema: oneOrMore([...schemas.values()].map(commonSchema)), examples };
}

/** Facts of each measure any site offers; any of them may be left out. */
function ofEligibility(contexts: readonly FormContext[]): PublishedBody {
  const asked = contexts.flatMap(({ site, today }) => {
    const offers = offersOf(site, today);
    return offers.map((offer) => ({ id: offer.measure.id, fields: measureQuestions(offers, offer, false) }));
  });
  const named = ({ id, fields }: (typeof asked)[number]): JsonSchema => {
    const schema = schemaOfFields(fields, bilingual);
    return { ...schema, properties: { ...schema.properties, measure: { const: id } } };
  };
  const facts = asked.map(({ id, fields }) => [id, { ...exampleOf(fields), measure: id }]);
  return { schema: oneOrMore(asked.map(named)), examples: Object.fromEntries(facts) };
}

/** Every body of the contract by name: the kinds', and those of looking up and working out. */
export function publishedBodies(today: string): Record<BodyName, PublishedBody> {
  const contexts = sites.map((site): FormContext => ({ site, today, drafts: [] }));
  const plain = {
    lookUp: lookUpFields,
    newCode: newCodeFields,
    act: actFields,
    correct: correctFields,
    identity: identityFields,
    include: includeFields,
  };
  return {
    ...Object.fromEntries(forms.map((form) => [form.kind, ofKind(form, contexts)])),
    eligibility: ofEligibility(contexts),
    ...Object.fromEntries(
      Object.entries(plain).map(([name, fields]) => [
        name,
        { schema: schemaOfFields(fields, bilingual), examples: { [name]: exampleOf(fields) } },
      ]),
    ),
  };
}
