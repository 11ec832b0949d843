import { expect, test } from 'vitest';
import { otherwise, readGroup, text, tick } from '../../src/lib/fields/index.ts';

const fields = {
  public: otherwise(tick({ label: { zh: '愿意公开', en: 'Public' } }), false),
  unit: otherwise(text({ label: { zh: '单位', en: 'Unit' }, max: 10 }), '不详'),
};

test('leaving out a question that says what this means is an answer', () => {
  expect(readGroup(fields, {})).toEqual({ value: { public: false, unit: '不详' }, problems: [] });
  expect(readGroup(fields, { public: null, unit: ' ' }).value).toEqual({ public: false, unit: '不详' });
});

test('what is said goes before it, and is judged as ever', () => {
  expect(readGroup(fields, { public: true, unit: '某村' }).value).toEqual({ public: true, unit: '某村' });
  expect(readGroup(fields, { public: 'yes' }).problems).toMatchObject([{ path: 'public', code: 'field.invalid' }]);
});
