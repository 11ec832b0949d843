import Ajv2020 from 'ajv/dist/2020.js';
import { assert, pre, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { exampleOf } from '../../../src/lib/fields/example.ts';
import {
  accept,
  choice,
  choices,
  group,
  identified,
  integer,
  list,
  longtext,
  money,
  optional,
  optionalGroup,
  otherwise,
  readGroup,
  text,
  tick,
  yesno,
} from '../../../src/lib/fields/index.ts';
import { schemaOfFields } from '../../../src/lib/fields/json-schema.ts';
import { questionsOf } from '../../../src/lib/fields/questions.ts';

const label = { zh: '问题', en: 'Question' };
const options = ['a', 'b', 'c'].map((value) => ({ value, label: { zh: `${value}项`, en: `${value} item` } }));
const fields = {
  title: text({ label, hint: { zh: '一句话', en: 'One sentence' }, min: 2, max: 4 }),
  more: optional(longtext({ label, max: 10 })),
  kind: choice({ label, options }),
  all: choices({ label, options, all: true }),
  some: optional(choices({ label, options })),
  yes: yesno({ label }),
  box: otherwise(tick({ label }), false),
  consent: accept({ label }),
  heads: integer({ label, min: 0, max: 9 }),
  sum: optional(money({ label, min: 0, max: 900 })),
  who: group({ phone: identified('phone', { label, max: 5, parse: (raw) => (raw.length > 1 ? raw : null) }) }),
  account: optionalGroup({ bank: text({ label, max: 3 }) }, label),
  also: list({ reason: text({ label, max: 3 }) }, 2, label),
};
const schema = schemaOfFields(fields, ({ zh }) => zh);
const valid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
const good = exampleOf(fields);

test('an example passes the schema and the reader alike', () => {
  expect(readGroup(fields, good).problems).toEqual([]);
  expect(valid(good)).toBe(true);
});

test('each wrong answer is refused by the schema and by the reader', () => {
  const wrong: [string, unknown][] = [
    ['title', '短'],
    ['title', '一二三四五'],
    ['title', 7],
    ['kind', 'd'],
    ['all', ['a', 'b']],
    ['some', ['a', 'a']],
    ['yes', 'true'],
    ['consent', false],
    ['heads', -1],
    ['heads', 1.5],
    ['sum', 901],
    ['who', { phone: '123456' }],
    ['who', { phone: '12', name: 'x' }],
    ['account', {}],
    ['also', [{ reason: 'x' }, { reason: 'x' }, { reason: 'x' }]],
    ['unheard', 1],
  ];
  for (const [key, value] of wrong) {
    const body = { ...good, [key]: value };
    expect([key, value, valid(body), readGroup(fields, body).problems.length > 0]).toEqual([key, value, false, true]);
  }
});

test('lengths count code points, as the contract does', () => {
  expect(valid({ ...good, title: '𠮷𠮷𠮷𠮷' })).toBe(true);
  expect(valid({ ...good, title: '𠮷' })).toBe(false);
});

test('whatever tidy text the schema lets through, the reader takes', () => {
  assert(
    property(string({ unit: 'grapheme-ascii', maxLength: 6 }), (typed) => {
      const title = typed.trim();
      pre(title === typed);
      const body = { ...good, title };
      expect(readGroup(fields, body).problems.length === 0).toBe(valid(body));
    }),
  );
});

test('questions stand in their order, groups laid flat, in the language asked for', () => {
  const questions = questionsOf(fields, 'en');
  expect(questions.map(({ path }) => path).join(' ')).toBe(
    'title more kind all some yes box consent heads sum who.phone account.bank also',
  );
  expect(questions[0]).toEqual({
    path: 'title',
    label: 'Question',
    hint: 'One sentence',
    type: 'text',
    required: true,
    min: 2,
    max: 4,
  });
  expect(questions.at(-1)).toMatchObject({ type: 'list', max: 2, items: [{ path: 'reason', required: true }] });
});

test('nothing inside a part that may be left out is required by itself', () => {
  expect(questionsOf(fields, 'zh').find(({ path }) => path === 'account.bank')?.required).toBe(false);
});
