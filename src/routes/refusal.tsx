import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AppEnv } from '../context.ts';
import { refusalWords, statusOf, type Refusal } from '../errors.ts';
import { problemSentence } from '../i18n/problems.ts';
import type { Problem } from '../lib/fields/index.ts';
import type { Lang, Words } from '../lib/words.ts';
import { languageOf } from './language.ts';
import { RefusalPage } from './public/refusal-page.tsx';
import { viewOf } from './public/view.ts';

type Labels = (path: string) => Words | undefined;

/** A refusal as RFC 9457: machine-readable codes, and sentences a resident understands. */
export function problemDocument(c: Context<AppEnv>, refusal: Refusal, lang: Lang, labels: Labels = () => undefined) {
  const { code, problems } = refusal;
  return {
    type: `${c.get('deps').tools.publicUrl}/docs#${code}`,
    ...refusalWords(refusal, lang),
    status: statusOf[code],
    code,
    requestId: c.get('requestId'),
    ...(problems && { errors: problems.map((problem) => inWords(problem, lang, labels)) }),
  };
}

const inWords = (problem: Problem, lang: Lang, labels: Labels) => ({
  path: problem.path,
  code: problem.code,
  message: problemSentence(problem, labels(problem.path), lang),
});

function headersOf({ retryAfter, allow }: Refusal): Record<string, string> {
  return {
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    ...(allow !== undefined && { allow }),
  };
}

/** Answers a refusal in the caller's form: a problem document below `/api`, a page elsewhere. */
export function answerRefusal(c: Context<AppEnv>, refusal: Refusal, labels?: Labels): Response | Promise<Response> {
  const status = statusOf[refusal.code] as ContentfulStatusCode;
  if (c.req.path.startsWith('/api/')) {
    const lang = languageOf(c);
    const document = JSON.stringify(problemDocument(c, refusal, lang, labels));
    return c.body(document, status, {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': lang === 'zh' ? 'zh-CN' : 'en',
      ...headersOf(refusal),
    });
  }
  const view = viewOf(c);
  return c.html(<RefusalPage view={view} refusal={refusal} />, status, headersOf(refusal));
}
