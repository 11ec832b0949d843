import { expect, test } from 'vitest';
import * as fields from '../../src/lib/fields/index.ts';
import { FieldView } from '../../src/ui/field.tsx';
import type { Question } from '../../src/ui/question.ts';
import { drawn } from './drawn.ts';

const same = (text: string) => ({ zh: text, en: text });
const hint = same('提示');
const planted = '"><script>alert(1)</script>';

const draw = (question: Omit<Question, 'path' | 'lang'>): string =>
  drawn(FieldView({ path: 'answers.it', lang: 'zh', ...question }));

const parse = (raw: string) => (raw === '' ? null : raw);
const one = (n: number) => Array.from({ length: n }, (_, i) => ({ value: `v${i}`, label: same(`选项${i}`) }));
const lines = {
  text: fields.text({ label: same('标题'), hint, max: 50 }),
  longtext: fields.longtext({ label: same('内容'), hint, max: 2000 }),
  integer: fields.integer({ label: same('户数'), hint, min: 0, max: 99 }),
  money: fields.money({ label: same('金额'), hint, min: 0, max: 5000 }),
  phone: fields.identified('phone', { label: same('手机'), hint, max: 20, parse }),
  email: fields.identified('email', { label: same('邮箱'), hint, max: 254, parse }),
  identifier: fields.identified('identifier', { label: same('证号'), hint, max: 18, parse, inputmode: 'text' }),
  select: fields.choice({ label: same('主题'), hint, options: one(9) }),
};

test.each(Object.entries(lines))('%s has its label above it, tied by the path', (_, field) => {
  const html = draw({ field });
  expect(html).toContain('<label class="label" for="answers-it">');
  expect(html).toContain('id="answers-it"');
  expect(html).toContain('name="answers.it"');
  expect(html.indexOf('</label>')).toBeLessThan(html.indexOf('name="answers.it"'));
});

test.each(Object.entries(lines))(
  '%s says what is wrong above the input, and the reader hears it with the hint',
  (_, field) => {
    const html = draw({ field, problem: { path: 'answers.it', code: 'field.required' } });
    expect(html).toContain('aria-describedby="answers-it-hint answers-it-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('class="field wrong"');
    expect(html.indexOf('id="answers-it-error"')).toBeLessThan(html.indexOf('name="answers.it"'));
  },
);

test.each(Object.entries(lines).filter(([control]) => control !== 'select'))(
  '%s gives back what was typed, and a planted tag stays text',
  (_, field) => {
    const html = draw({ field, value: planted });
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  },
);

test('a line break at the start of a long text survives', () => {
  expect(draw({ field: lines.longtext, value: '\n村口' })).toMatch(/<textarea[^>]*>\n\n村口<\/textarea>/);
});

test('money is asked in yuan and kept in fen', () => {
  expect(draw({ field: lines.money, value: 1250 })).toContain('value="12.5"');
  expect(draw({ field: lines.money, value: '12.50' })).toContain('value="12.50"');
});

test('the phone shows the keyboard that fits', () => {
  expect(draw({ field: lines.phone })).toMatch(/type="tel" inputmode="tel"/);
  expect(draw({ field: lines.phone })).toContain('autocomplete="tel"');
  expect(draw({ field: lines.integer })).toContain('inputmode="numeric"');
});

test('up to eight options are buttons in a named group, more are a drop-down', () => {
  const few = draw({ field: fields.choice({ label: same('类别'), options: one(8) }), value: 'v1' });
  expect(few).toContain('<fieldset');
  expect(few).toMatch(/<legend class="label">类别/);
  expect(few).toContain('id="answers-it"');
  expect(few).toMatch(/value="v1" checked=""/);
  expect(draw({ field: lines.select, value: 'v8' })).toMatch(/<option value="v8" selected="">/);
  const long = draw({ field: fields.choice({ label: same('类别'), options: one(2), long: true }) });
  expect(long).toContain('<select');
});

test('each option has a label of its own, and a hint one can press as well', () => {
  const options = [{ value: 'a', label: same('甲'), hint: same('说明甲') }];
  const html = draw({ field: fields.choice({ label: same('类别'), options }) });
  expect(html).toMatch(/<label for="answers-it">.*说明甲.*<\/label>/s);
  expect(html).toContain('aria-labelledby="answers-it-name"');
  expect(html).toContain('aria-describedby="answers-it-about"');
});

test('several choices come back ticked', () => {
  const html = draw({ field: fields.choices({ label: same('承诺'), options: one(3) }), value: ['v0', 'v2'] });
  expect(html.match(/checked=""/g)).toHaveLength(2);
});

test('yes and no are told apart from not answered', () => {
  const field = fields.yesno({ label: same('全日制吗?') });
  expect(draw({ field })).not.toContain('checked');
  expect(draw({ field, value: false })).toMatch(/value="false" checked=""/);
  expect(draw({ field, value: 'true' })).toMatch(/value="true" checked=""/);
});

test('a box to tick is its own label', () => {
  const html = draw({ field: fields.accept({ label: same('我已阅读') }), value: 'true' });
  expect(html).toMatch(/<label for="answers-it"><span[^>]*>我已阅读/);
  expect(html).toContain('checked=""');
  expect(html).not.toContain('<legend');
});

test('only what is optional is marked, in words', () => {
  expect(draw({ field: fields.optional(lines.text) })).toContain('选填');
  expect(draw({ field: lines.text })).not.toContain('选填');
});
