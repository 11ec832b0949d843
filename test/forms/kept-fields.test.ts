import { expect, test } from 'vitest';
import { forms } from '../../src/forms/index.ts';
import { keepFields } from '../../src/forms/kept-fields.ts';
import type { FormContext, Json } from '../../src/forms/define.ts';
import { jishan } from '../../src/sites/jishan.ts';
import { wanrong } from '../../src/sites/wanrong.ts';

const drafts: FormContext['drafts'] = [];
const context: FormContext = { site: wanrong, today: '2026-11-20', drafts };

/** Makes something new each time it is asked, and says of what. */
const making = (kind: { subject?: string; readsDrafts?: boolean }) =>
  keepFields((asked: FormContext, raw: Json) => ({ asked, raw }), kind);

const about = (measure: unknown) => ({ answers: { measure, other: Math.random() } });

test('the questions of a form are made once for a site, a day, a surface and a subject', () => {
  const fields = making({ subject: 'answers.measure' });
  const first = fields(context, about('a'));
  expect(fields({ ...context, drafts: [] }, about('a'))).toBe(first);
  const others = [
    fields({ ...context, site: jishan }, about('a')),
    fields({ ...context, today: '2026-11-21' }, about('a')),
    fields({ ...context, onPage: true }, about('a')),
    fields({ ...context, behalf: true }, about('a')),
    fields(context, about('b')),
    fields(context, about(7)),
    fields(context, { answers: 'a' }),
  ];
  expect(others).not.toContain(first);
  expect(fields(context, about('a'))).toBe(first);
});

test('a kind that reads drafts asks anew once they were read anew', () => {
  const fields = making({ readsDrafts: true });
  const first = fields(context, {});
  expect(fields(context, {})).toBe(first);
  expect(fields({ ...context, drafts: [] }, {})).not.toBe(first);
});

test('what is made up as a subject is not kept without end', () => {
  const fields = making({ subject: 'answers.measure' });
  const first = fields(context, { answers: { measure: 'a' } });
  for (let n = 0; n < 1000; n += 1) fields(context, { answers: { measure: `made up ${n}` } });
  expect(fields(context, { answers: { measure: 'a' } })).not.toBe(first);
});

test('every kind gives what it would give if it were asked anew', () => {
  for (const form of forms) {
    const bare = { answers: {} };
    expect(form.fields(context, bare)).toBe(form.fields(context, bare));
    expect(Object.keys(form.fields(context, bare))).toEqual(
      Object.keys(form.fields({ ...context, site: { ...wanrong } }, bare)),
    );
  }
});
