import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AppEnv } from '../context.ts';
import { refusalWords, statusOf, type Refusal } from '../errors.ts';
import { describeProblems } from '../i18n/problems.ts';
import type { Fields } from '../lib/fields/index.ts';
import type { Lang } from '../lib/words.ts';
import { languageOf } from './language.ts';
import { RefusalPage } from './public/refusal-page.tsx';
import { viewOf } from './public/view.ts';

/** Nobody puts right more at a time; thousands of unknown keys would make an answer longer than the body. */
const MOST_PROBLEMS = 100;

/** A refusal as RFC 9457: machine-readable codes, and sentences a resident understands. */
export function problemDocument(c: Context<AppEnv>, refusal: Refusal, lang: Lang, fields: Fields = {}) {
  const { code, problems } = refusal;
  return {
    type: `${c.get('deps').tools.publicUrl}/docs#${code}`,
    ...refusalWords(refusal, lang),
    status: statusOf[code],
    code,
    requestId: c.get('requestId'),
    ...(problems && { errors: describeProblems(problems.slice(0, MOST_PROBLEMS), fields, lang) }),
  };
}

function headersOf({ retryAfter, allow }: Refusal): Record<string, string> {
  return {
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    ...(allow !== undefined && { allow }),
  };
}

/**
 * Answers a refusal in the caller's form: a problem document below `/api`, a page elsewhere. `fields` lend their labels
 * to the sentences.
 */
export function answerRefusal(c: Context<AppEnv>, refusal: Refusal, fields?: Fields): Response | Promise<Response> {
  const status = statusOf[refusal.code] as ContentfulStatusCode;
  if (c.req.path.startsWith('/api/')) {
    const lang = languageOf(c);
    const document = JSON.stringify(problemDocument(c, refusal, lang, fields));
    return c.body(document, status, {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': lang === 'zh' ? 'zh-CN' : 'en',
      ...headersOf(refusal),
    });
  }
  const view = viewOf(c);
  return c.html(<RefusalPage view={view} refusal={refusal} />, status, headersOf(refusal));
}
