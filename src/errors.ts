import { errorWords } from './i18n/errors.ts';
import type { Problem } from './lib/fields/index.ts';
import { say, type Lang, type Words } from './lib/words.ts';

export type ErrorCode = keyof typeof errorWords;

/** Status of every code of the contract (api.md, Errors). */
export const statusOf = {
  'body.malformed': 400,
  'body.too-large': 413,
  'body.type': 415,
  'idempotency.key-invalid': 400,
  'idempotency.in-progress': 409,
  'idempotency.mismatch': 422,
  'key.invalid': 401,
  'origin.refused': 403,
  'site.unknown': 404,
  'form.closed': 404,
  'draft.unknown': 404,
  'measure.unknown': 404,
  'campaign.unknown': 404,
  'station.unknown': 404,
  'proposal.unknown': 404,
  'receipt.not-found': 404,
  'route.unknown': 404,
  'method.refused': 405,
  'case.changed': 409,
  'answers.invalid': 422,
  'facts.invalid': 422,
  'window.closed': 422,
  'challenge.required': 422,
  'challenge.failed': 422,
  'rate.limited': 429,
  'codes.paused': 409,
  'form.too-quick': 422,
  unavailable: 503,
  'server.fault': 500,
} as const satisfies Record<ErrorCode, number>;

/** An expected refusal: a code of the table, with what its sentence and headers need. */
export interface Refusal {
  code: ErrorCode;
  problems?: readonly Problem[];
  /** Seconds, for `Retry-After`. */
  retryAfter?: number;
  /** Methods, for `Allow`. */
  allow?: string;
  /** What its sentence is filled with; words where the language matters (a date). */
  values?: Record<string, string | Words>;
}

export const refuse = (code: ErrorCode, more: Omit<Refusal, 'code'> = {}): Refusal => ({ code, ...more });

/** Title and sentence of a refusal, for pages and problem documents alike. */
export function refusalWords(refusal: Refusal, lang: Lang): { title: string; detail: string } {
  const words = errorWords[refusal.code];
  const values = Object.entries(refusal.values ?? {}).map(
    ([name, value]) => [name, typeof value === 'string' ? value : say(value, lang)] as const,
  );
  return { title: say(words.title, lang), detail: say(words.detail, lang, Object.fromEntries(values)) };
}
