import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { statusOf } from '../../../src/errors.ts';
import { apiDocument } from '../../../src/routes/openapi/document.ts';
import { schemasOf } from '../../harness/schemas.ts';

const document = apiDocument('2026-11-22');
const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));

test('the document is valid OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate({ ...structuredClone(document) });
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
});

test('it comes out the same each time', () => {
  expect(JSON.stringify(apiDocument('2026-11-22'))).toBe(JSON.stringify(document));
});

test('every example validates against the schema it stands beside', () => {
  const schemas = schemasOf(document);
  let examples = 0;
  for (const { requestBody, responses } of operations) {
    for (const { content } of [...(requestBody ? [requestBody] : []), ...Object.values(responses)]) {
      for (const { schema, examples: named = {} } of Object.values(content)) {
        for (const [name, example] of Object.entries(named)) {
          const value = 'value' in example ? example.value : document.components.examples[name]?.value;
          expect([name, schemas.problemsOf(String(schema['$ref']), value)]).toEqual([name, []]);
          examples += 1;
        }
      }
    }
  }
  expect(examples).toBeGreaterThan(50);
});

test('every operation is named once and told in both languages', () => {
  const ids = operations.map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { summary } of operations) expect(summary).toMatch(/^[\u3000-\u9fff].* \/ [A-Za-z]/);
});

test('every error code of the table is published with its status', () => {
  for (const [code, status] of Object.entries(statusOf)) {
    expect(document.components.examples[code]?.value).toMatchObject({ code, status });
  }
});

test('what differs from site to site is told, never listed', () => {
  const answers = document.components.schemas['PetitionBody']?.properties?.['answers'];
  expect(answers?.properties?.['topic']).toMatchObject({
    type: 'string',
    description: expect.stringContaining('forms/{kind}'),
  });
  expect(answers?.properties?.['category']).toMatchObject({ enum: ['suggestion', 'request', 'report'] });
});

test('an application is one of the measures, each with its own facts', () => {
  const { oneOf } = document.components.schemas['ApplicationBody'] as {
    oneOf: { properties: Record<string, never> }[];
  };
  expect(oneOf).toHaveLength(4);
  expect(JSON.stringify(oneOf)).toContain('"enterpriseInCounty"');
});
