import { Hono } from 'hono';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import { bodySchema, fieldsAbout, subjectsOf } from '../../forms/body-schema.ts';
import { formsOf } from '../../forms/index.ts';
import { questionsOf } from '../../lib/fields/questions.ts';
import { say, type Words } from '../../lib/words.ts';
import { languageOf } from '../language.ts';
import { answerRefusal } from '../refusal.tsx';
import { formContext } from './site.ts';

/**
 * `GET /forms/{kind}`: what a form asks, for callers that draw it themselves. Questions may follow from the subject, so
 * `?measure=`, `?draft=` or `?campaign=` names one. Without it `fields` are those of the site's first, which `subject`
 * names, and `schema` allows each.
 */
export const formDescriptions = new Hono<AppEnv>().get('/forms/:kind', async (c) => {
  const form = formsOf(c.get('site')).find(({ kind }) => kind === c.req.param('kind'));
  if (!form) return answerRefusal(c, refuse('form.closed'));
  const context = await formContext(c, form);
  const lang = languageOf(c);
  const { subject } = form.page;
  const named = subject && c.req.query(subject.path.split('.').at(-1) ?? '');
  if (subject && named !== undefined && !subject.known(context, named)) {
    return answerRefusal(c, refuse(subject.unknown));
  }
  const about = named ?? subjectsOf(form, context)[0];
  return c.json({
    kind: form.kind,
    title: say(form.page.title, lang),
    ...(subject && about !== undefined && { subject: { path: subject.path, value: about } }),
    fields: questionsOf(fieldsAbout(form, context, about), lang),
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      ...bodySchema(form, context, (words: Words) => say(words, lang), named),
    },
  });
});
