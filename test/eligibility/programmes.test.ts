import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { operators } from '../../src/eligibility/operators.ts';
import { allMeasures, measureAt } from '../../src/eligibility/programmes/index.ts';
import type { Condition } from '../../src/eligibility/rule.ts';
import { defineMeasure } from '../../src/eligibility/define.ts';
import { inForce } from '../../src/eligibility/in-force.ts';
import { today } from './example-facts.ts';

const versions = allMeasures.flatMap((measure) => measure.versions);
const conditions = versions.flatMap((version) => [
  ...version.rules.flatMap((rule) => [{ version, condition: rule }, ...whenOf(version, rule.when)]),
  ...version.amounts.flatMap((amount) => whenOf(version, amount.when)),
]);

function whenOf(version: (typeof versions)[number], when: readonly Condition[] = []) {
  return when.map((condition) => ({ version, condition }));
}

test('every programme file is in the list', () => {
  const files = readdirSync('src/eligibility/programmes');
  const shared = ['index.ts', 'wenxi-2023.ts'];
  expect(files.filter((file) => !shared.includes(file)).toSorted()).toEqual(
    allMeasures.map(({ id }) => `${id}.ts`).toSorted(),
  );
});

test('every operator a rule uses has a predicate, and every predicate is used', () => {
  const used = new Set(conditions.map(({ condition }) => condition.operator));
  expect([...used].toSorted()).toEqual(Object.keys(operators).toSorted());
});

test('every fact a rule or amount looks at is asked for', () => {
  for (const { version, condition } of conditions) {
    for (const fact of [condition.fact, ...(condition.plus ?? [])]) expect(version.facts).toHaveProperty(fact);
  }
  for (const version of versions) {
    const counted = version.amounts.flatMap((amount) => (amount.is === 'sums' ? amount.parts : []));
    for (const { perHead } of counted) if (perHead) expect(version.facts).toHaveProperty(perHead);
  }
});

test('every choice a rule names is one that can be chosen', () => {
  for (const { version, condition } of conditions) {
    const options = version.facts[condition.fact]?.options?.map(({ value }) => value);
    if (options) expect(options).toEqual(expect.arrayContaining([condition.operand].flat()));
  }
});

test('the last amount of every version applies to everybody', () => {
  for (const version of versions) expect(version.amounts.at(-1)).not.toHaveProperty('when');
});

test('rules are named once, cite the instrument and tell what to do, in both languages', () => {
  for (const version of versions) {
    const ids = version.rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const words of version.rules.flatMap(({ clause, citation, hint }) => [clause, citation, hint])) {
      expect(words.zh).toMatch(/\p{Script=Han}/u);
      expect(words.en).toMatch(/[a-z]/);
    }
  }
});

test('each measure says that its source is undated and what is still pending', () => {
  for (const version of versions) {
    expect(version.source.zh).toContain('报道没有写日期, 约为 2023 年 5 月');
    expect(version.pending.length).toBeGreaterThan(0);
  }
});

test('who is paid is as the public contract says', () => {
  expect(Object.fromEntries(allMeasures.map(({ id, payee }) => [id, payee]))).toEqual({
    'settling-in': 'person',
    'station-funding': 'employer',
    'hire-reward': 'enterprise',
    'talent-enclave': 'enterprise',
  });
});

test('before its first text, and under an unknown name, there is no measure', () => {
  expect(measureAt('hire-reward', '2023-04-30')).toBeUndefined();
  expect(measureAt('hire-reward', '2023-05-01')?.effectiveFrom).toBe('2023-05-01');
  expect(measureAt('no-such-measure', '2026-11-22')).toBeUndefined();
});

test('an amended measure is judged by the text in force on the day', () => {
  const first = today('hire-reward');
  const { versions } = defineMeasure({
    id: 'hire-reward',
    title: first.source,
    audience: first.source,
    payee: 'enterprise',
    versions: [{ ...first, effectiveFrom: '2027-01-01' }, first],
  });
  const on = (date: string) => inForce(versions, date)?.effectiveFrom;
  expect(['2026-12-31', '2027-01-01', '2030-06-01'].map(on)).toEqual(['2023-05-01', '2027-01-01', '2027-01-01']);
});
