import { expect, test } from 'vitest';
import { readFacts } from '../../src/eligibility/read-facts.ts';
import { measureIds, passing, today } from './example-facts.ts';

const look = (id: string, raw: Record<string, unknown>) => readFacts(today(id), raw, { complete: false });
const submit = (id: string, raw: Record<string, unknown>) => readFacts(today(id), raw, { complete: true });

test.each(measureIds)('%s: a full set of answers is read as it is, for a look and for an application', (id) => {
  expect(look(id, passing[id])).toEqual({ value: passing[id], problems: [] });
  expect(submit(id, passing[id])).toEqual({ value: passing[id], problems: [] });
});

test.each(measureIds)('%s: a first look may leave everything out; an application may not', (id) => {
  expect(look(id, {})).toEqual({ value: {}, problems: [] });
  expect(submit(id, {}).problems.map(({ path, code }) => [path, code])).toEqual(
    Object.keys(passing[id]).map((name) => [`facts.${name}`, 'field.required']),
  );
});

test.each([
  ['settling-in', 'field', 'law'],
  ['settling-in', 'graduate', 'true'],
  ['settling-in', 'graduate', 1],
  ['hire-reward', 'masters', '2'],
  ['hire-reward', 'masters', -1],
  ['hire-reward', 'masters', 10_000],
  ['hire-reward', 'masters', 1.5],
  ['talent-enclave', 'requestedFen', 0.5],
  ['talent-enclave', 'requestedFen', -1],
  ['talent-enclave', 'independentRnd', ['yes']],
])('%s: %s cannot be %o', (id, name, value) => {
  const { problems } = look(id, { [name]: value });
  expect(problems).toMatchObject([{ path: `facts.${name}`, code: 'field.invalid' }]);
});

test('a fact the measure does not ask for is refused by name', () => {
  expect(look('hire-reward', { doctors: 1 }).problems).toEqual([{ path: 'facts.doctors', code: 'key.unknown' }]);
  const hostile = JSON.parse('{"__proto__": true}') as Record<string, unknown>;
  expect(look('hire-reward', hostile).problems).toEqual([{ path: 'facts.__proto__', code: 'key.unknown' }]);
});

test('a figure above the ceiling is an answer, left to the rules', () => {
  expect(look('talent-enclave', { requestedFen: 5_000_000_000 }).problems).toEqual([]);
});

test('an application reads them where they stand in its body', () => {
  const { problems } = readFacts(today('hire-reward'), { masters: 'two' }, { complete: false, at: 'answers.facts.' });
  expect(problems).toMatchObject([{ path: 'answers.facts.masters' }]);
});
