import { toJsonSchemaDefs } from '@valibot/to-json-schema';
import { refusalWords, statusOf, type ErrorCode } from '../../errors.ts';
import { conventions, openApiWords as words } from '../../i18n/openapi.ts';
import type { JsonSchema } from '../../lib/fields/json-schema.ts';
import { say, type Words } from '../../lib/words.ts';
import { replies } from '../api/replies.ts';
import { bilingual } from './bilingual.ts';
import { publishedBodies, type PublishedBody } from './bodies.ts';
import { replyExamples, SAMPLE, sampleRefusal } from './examples.ts';
import { operations, type Operation, type Tag } from './operations.ts';
import { headers, parameters, type HeaderName } from './parameters.ts';

interface Media {
  schema: JsonSchema;
  examples?: Record<string, { value: unknown } | { $ref: string }>;
}

export interface PublishedReply {
  description: string;
  headers?: Record<string, unknown>;
  content: Record<string, Media>;
}

export interface PublishedOperation {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  parameters: { $ref: string }[];
  requestBody?: { required: true; content: Record<string, Media> };
  responses: Record<string, PublishedReply>;
  security?: Record<string, string[]>[];
}

/** The OpenAPI 3.1 document, as far as the page of it reads it. */
export interface ApiDocument {
  openapi: string;
  info: Record<string, string>;
  servers: { url: string }[];
  tags: { name: Tag; description: string }[];
  paths: Record<string, Record<string, PublishedOperation>>;
  components: {
    schemas: Record<string, JsonSchema>;
    parameters: Record<string, JsonSchema>;
    headers: Record<string, JsonSchema>;
    examples: Record<string, { value: unknown }>;
    securitySchemes: Record<string, unknown>;
  };
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const component = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
const bodyComponent = (name: string): string => `${capital(name)}Body`;

const errorCodes = Object.keys(statusOf) as ErrorCode[];

const examplesOf = (values: Record<string, unknown>): Record<string, { value: unknown }> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));

const TAGS = ['submitting', 'lookingUp', 'reading', 'running'] as const satisfies Tag[];

/**
 * The public contract as OpenAPI 3.1, made from the forms, the shapes of answers, the error table and the list of
 * operations. `today` decides which text of a measure is shown.
 */
export function apiDocument(today: string): ApiDocument {
  const bodies = publishedBodies(today);
  const paths: ApiDocument['paths'] = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: published(operation, bodies) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: bilingual(words.title),
      version: '1',
      summary: bilingual(words.lead),
      description: (['zh', 'en'] as const)
        .map((lang) => conventions.map((one) => `- ${one[lang]}`).join('\n'))
        .join('\n\n'),
    },
    servers: [{ url: '/' }],
    tags: TAGS.map((name) => ({ name, description: bilingual(words[name]) })),
    paths,
    components: {
      schemas: {
        ...replySchemas(),
        ...Object.fromEntries(Object.entries(bodies).map(([name, { schema }]) => [bodyComponent(name), schema])),
      },
      parameters: Object.fromEntries(Object.entries(parameters).map(([name, one]) => [name, parameter(one)])),
      headers: Object.fromEntries(Object.entries(headers).map(([name, one]) => [name, header(one)])),
      examples: Object.fromEntries(errorCodes.map((code) => [code, { value: problemExample(code) }])),
      securitySchemes: { partnerKey: { type: 'http', scheme: 'bearer', description: bilingual(words.partnerKey) } },
    },
  };
}

function replySchemas(): Record<string, JsonSchema> {
  const schemas = toJsonSchemaDefs(replies, {
    overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
  });
  return { ...schemas } as Record<string, object> as Record<string, JsonSchema>;
}

type Described = { words: Words; schema: JsonSchema };

const header = ({ words: said, schema }: Described): JsonSchema => ({ description: bilingual(said), schema });

const parameter = ({ name, in: where, ...rest }: (typeof parameters)[keyof typeof parameters]): JsonSchema => ({
  name,
  in: where,
  required: where === 'path',
  ...header(rest),
  ...('example' in rest && { example: rest.example }),
});

function published(operation: Operation, bodies: Record<string, PublishedBody>): PublishedOperation {
  const { id, tag, summary, details, body, method } = operation;
  const sent = body === undefined ? undefined : bodies[body];
  return {
    operationId: id,
    tags: [tag],
    summary: bilingual(summary),
    description: details ? `${details.zh}\n\n${details.en}` : '',
    parameters: (operation.parameters ?? []).map((name) => ({ $ref: `#/components/parameters/${name}` })),
    ...(body !== undefined &&
      sent && {
        requestBody: {
          required: true,
          content: {
            'application/json': { schema: component(bodyComponent(body)), examples: examplesOf(sent.examples) },
          },
        },
      }),
    responses: { ...successes(operation), ...refusals(operation.refusals) },
    ...(method === 'post' && tag === 'submitting' && { security: [{}, { partnerKey: [] }] }),
  };
}

const headersOf = (names: readonly HeaderName[]): Pick<PublishedReply, 'headers'> =>
  names.length === 0
    ? {}
    : { headers: Object.fromEntries(names.map((n) => [headers[n].name, { $ref: `#/components/headers/${n}` }])) };

const successes = ({ replies: own }: Operation): Record<string, PublishedReply> =>
  Object.fromEntries(
    Object.entries(own).map(([status, { is, words: said, headers: names = [] }]) => {
      const value: unknown = replyExamples[is];
      const examples = value === undefined ? {} : { examples: examplesOf({ [is]: value }) };
      const content = { 'application/json': { schema: component(is), ...examples } };
      return [status, { description: bilingual(said), ...headersOf(names), content }];
    }),
  );

/** One answer a status, naming each code that has it; the sentence of each is its example. */
function refusals(codes: readonly ErrorCode[]): Record<string, PublishedReply> {
  const statuses = [...new Set(codes.map((code) => statusOf[code]))].toSorted((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => {
      const own = codes.filter((code) => statusOf[code] === status);
      const titles = (lang: 'zh' | 'en') => own.map((code) => refusalWords(sampleRefusal(code), lang).title).join('; ');
      const description = bilingual({
        zh: say(words.refused, 'zh', { titles: titles('zh') }),
        en: say(words.refused, 'en', { titles: titles('en') }),
      });
      const content = {
        'application/problem+json': {
          schema: component('Problem'),
          examples: Object.fromEntries(own.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
        },
      };
      return [
        String(status),
        { description, ...headersOf(status === 429 || status === 503 ? ['retryAfter'] : []), content },
      ];
    }),
  );
}

const problemExample = (code: ErrorCode) => ({
  type: `/docs#${code}`,
  ...refusalWords(sampleRefusal(code), 'zh'),
  status: statusOf[code],
  code,
  requestId: SAMPLE.requestId,
});
