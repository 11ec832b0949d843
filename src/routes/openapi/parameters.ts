import { openApiWords as words } from '../../i18n/openapi.ts';
import { proposalPages } from '../../i18n/proposals.ts';
import { forms } from '../../forms/index.ts';
import type { JsonSchema } from '../../lib/fields/json-schema.ts';
import type { Words } from '../../lib/words.ts';
import { sites } from '../../sites/index.ts';
import { IDEMPOTENCY_KEY } from '../api/sender.ts';

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  words: Words;
  schema: JsonSchema;
  example?: string;
}

const text: JsonSchema = { type: 'string', minLength: 1 };
const oneOf = (values: readonly string[]): JsonSchema => ({ type: 'string', enum: values });
const about = (name: string): Parameter => ({ name, in: 'query', words: words.subjectParameter, schema: text });

export const parameters = {
  site: {
    name: 'site',
    in: 'path',
    words: words.siteParameter,
    schema: oneOf(sites.map(({ id }) => id)),
    example: sites[0]?.id,
  },
  id: { name: 'id', in: 'path', words: words.idParameter, schema: text },
  kind: { name: 'kind', in: 'path', words: words.kindParameter, schema: oneOf(forms.map(({ kind }) => kind)) },
  action: { name: 'action', in: 'path', words: words.actionParameter, schema: text },
  measure: about('measure'),
  draft: about('draft'),
  campaign: about('campaign'),
  after: { name: 'after', in: 'query', words: proposalPages.afterParameter, schema: text },
  idempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    words: words.keyParameter,
    schema: { type: 'string', pattern: IDEMPOTENCY_KEY.source },
    example: '6f1a2c9e-3b57-4d0a-9a68-0c5e7d1b2f34',
  },
  language: { name: 'Accept-Language', in: 'header', words: words.languageParameter, schema: text, example: 'zh-CN' },
} satisfies Record<string, Parameter>;

export type ParameterName = keyof typeof parameters;

/** Headers of answers that mean something. */
export const headers = {
  location: { name: 'Location', words: words.locationHeader, schema: { type: 'string', format: 'uri' } },
  idempotentReplayed: { name: 'Idempotent-Replayed', words: words.replayedHeader, schema: oneOf(['true']) },
  retryAfter: { name: 'Retry-After', words: words.retryHeader, schema: { type: 'string', pattern: '^\\d+$' } },
} satisfies Record<string, { name: string; words: Words; schema: JsonSchema }>;

export type HeaderName = keyof typeof headers;
