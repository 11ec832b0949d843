import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { putTogether, takeApart } from '../../src/cases/body-parts.ts';
import { group, list, longtext, optional, optionalGroup, text, type Fields } from '../../src/lib/fields/index.ts';

const label = { zh: '题', en: 'question' };
const open = (max = 50) => text({ label, max });
const sealed = (max = 50) => text({ label, max, sealed: true });

const fields: Fields = {
  contact: group({ name: sealed(), phone: optional(sealed()), organisation: optionalGroup({ uscc: sealed() }) }),
  answers: group({
    title: open(),
    body: longtext({ label, max: 2000 }),
    place: optional(sealed()),
    also: list({ reason: open() }, 3, label),
    people: list({ role: open(), name: sealed() }, 3, label),
  }),
  challenge: optional(open()),
};

const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
const maybe = { requiredKeys: [] };
const body = fc.record({
  contact: fc.record(
    { name: words, phone: words, organisation: fc.record({ uscc: words }) },
    { requiredKeys: ['name'] },
  ),
  answers: fc.record(
    {
      title: words,
      body: words,
      place: words,
      also: fc.array(fc.record({ reason: words }), { maxLength: 3 }),
      people: fc.array(fc.record({ role: words, name: words }), { maxLength: 3 }),
    },
    { requiredKeys: ['title', 'body'] },
  ),
});

test('taken apart and put together again, a body is what it was', () => {
  fc.assert(
    fc.property(body, fc.boolean(), (whole, all) => {
      expect(putTogether(takeApart(fields, whole, all))).toEqual(whole);
    }),
  );
});

test('what is marked sealed is never among the open parts, in a list neither', () => {
  const whole = {
    contact: { name: '李某芳', organisation: { uscc: 'X' } },
    answers: { title: '路灯', body: '说清楚', place: '村东头', people: [{ role: '家长', name: '王某兰' }] },
  };
  const parts = takeApart(fields, whole);
  expect(parts.open).toEqual({ answers: { title: '路灯', body: '说清楚' } });
  expect(Object.keys(parts.sealed)).toEqual([
    'contact.name',
    'contact.organisation.uscc',
    'answers.place',
    'answers.people',
  ]);
});

test('of a report nothing stays open', () => {
  fc.assert(
    fc.property(body, (whole) => {
      expect(takeApart(fields, whole, true).open).toEqual({});
    }),
  );
});

test('what is not a question of the form is dropped, and no name of an object’s own slips in', () => {
  fc.assert(
    fc.property(fc.record({ answers: fc.record({ title: words }, maybe) }), (some) => {
      const parts = takeApart(fields, { ...some, toString: 'x', extra: 1 });
      expect(Object.keys({ ...parts.open, ...parts.sealed })).not.toContain('extra');
      expect(Object.hasOwn(parts.open, 'toString')).toBe(false);
    }),
  );
});
