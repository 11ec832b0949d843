import { refuse, type Refusal } from '../../errors.ts';
import { readAloudVersion } from '../../content/read-aloud.ts';
import type { FormContext, FormKind, Json } from '../../forms/define.ts';
import { behalfWords } from '../../i18n/behalf.ts';
import { readGroup, type Problem } from '../../lib/fields/index.ts';
import { fail, type Result } from '../../lib/result.ts';
import { readBody } from '../read-body.ts';
import { submit, type Submitted } from '../submit.ts';
import type { Tools } from '../tools.ts';
import { behalfFields, type BehalfAnswers } from './fields.ts';

export interface Filing {
  form: FormKind;
  context: FormContext;
  /** The person's answers, as the kind's own form has them. */
  raw: Json;
  /** What the filer says of it (`behalfFields`). */
  behalf: Json;
  /** Account id. */
  filer: string;
  /** Idempotency key. */
  key?: string;
}

/**
 * Files for somebody else, down the road that the person's own submission takes. Refuses as `submit` does, and without
 * the person's recorded consent; a 检举控告 is never filed this way.
 */
export async function fileFor(
  tools: Tools,
  { form, context, raw, behalf, filer, key }: Filing,
): Promise<Result<Submitted, Refusal>> {
  if (form.byThemselves) return fail(refuse('form.closed'));
  const given = readGroup(behalfFields, { behalf });
  const asked = { ...context, behalf: true };
  const { body, problems } = readBody(form, asked, raw);
  if (given.problems.length > 0) {
    return fail(refuse('answers.invalid', { problems: [...given.problems.map(inOwnWords), ...problems] }));
  }
  if (problems.length === 0 && form.index(body, asked).restricted === true) return fail(refuse('form.closed'));
  const { manner } = given.value['behalf'] as BehalfAnswers;
  const sender = { is: 'clerk', account: filer, manner, read: readAloudVersion } as const;
  // In Chinese whatever the console speaks: it is read by the person, not by the filer.
  return submit(tools, { form, context: asked, raw, lang: 'zh', ...(key !== undefined && { key }), sender });
}

const inOwnWords = (problem: Problem): Problem =>
  problem.path === 'behalf.agreed' ? { ...problem, words: behalfWords.agreedWrong } : problem;
