import { expect, test } from 'vitest';
import { evaluate } from '../../src/eligibility/evaluate.ts';
import type { Facts } from '../../src/eligibility/rule.ts';
import { passing, today, type MeasureId } from './example-facts.ts';

const judge = (id: MeasureId, changed: Facts = {}) => evaluate(today(id), { ...passing[id], ...changed });
const failed = (id: MeasureId, changed: Facts) =>
  judge(id, changed).checks.flatMap(({ rule, passed }) => (passed ? [] : rule));

test('an enterprise that hired two masters and one bachelor gets the trace of the public contract', () => {
  expect(judge('hire-reward')).toEqual({
    measure: 'hire-reward',
    version: '2023-05-01',
    outcome: 'eligible',
    amountFen: 800_000,
    capFen: null,
    lines: [
      { label: '全日制硕士研究生 2 人 × 3000 元', amountFen: 600_000 },
      { label: '全日制本科生 1 人 × 2000 元', amountFen: 200_000 },
    ],
    checks: [
      {
        rule: 'enterprise-in-county',
        clause: '引才伯乐奖·企业',
        passed: true,
        fact: 'enterpriseInCounty',
        need: true,
        have: true,
        hint: null,
      },
      {
        rule: 'full-time-degrees',
        clause: '引才伯乐奖·企业',
        passed: true,
        fact: 'fullTime',
        need: true,
        have: true,
        hint: null,
      },
      {
        rule: 'at-least-one-hire',
        clause: '引才伯乐奖·企业',
        passed: true,
        fact: 'masters',
        need: 1,
        have: 3,
        hint: null,
      },
    ],
    missing: [],
  });
});

test.each([
  [0, 6, 1_200_000],
  [1, 3, 900_000],
  [1, 0, 300_000],
  [0, 1, 200_000],
  [9999, 9999, 4_999_500_000],
])('%i masters and %i bachelors make %i fen', (masters, bachelors, amountFen) => {
  expect(judge('hire-reward', { masters, bachelors })).toMatchObject({ outcome: 'eligible', amountFen });
});

test('degrees nobody was hired with leave no line', () => {
  expect(judge('hire-reward', { masters: 0, bachelors: 6 }).lines).toEqual([
    { label: '全日制本科生 6 人 × 2000 元', amountFen: 1_200_000 },
  ]);
});

test.each<[MeasureId, Facts, string]>([
  ['hire-reward', { enterpriseInCounty: false }, 'enterprise-in-county'],
  ['hire-reward', { fullTime: false }, 'full-time-degrees'],
  ['hire-reward', { masters: 0, bachelors: 0 }, 'at-least-one-hire'],
  ['settling-in', { field: 'other' }, 'field-of-study'],
  ['settling-in', { graduate: false }, 'graduate'],
  ['settling-in', { onShortageList: false }, 'on-shortage-list'],
  ['settling-in', { worksInCounty: false }, 'works-in-county'],
  ['settling-in', { receivedBefore: true }, 'not-received-before'],
  ['station-funding', { withIntroducedTalent: false }, 'with-introduced-talent'],
  ['station-funding', { stage: 'results', withIntroducedTalent: false }, 'with-introduced-talent'],
  ['station-funding', { newlyBuilt: false }, 'newly-built'],
  ['station-funding', { stage: 'results', requestedFen: 100_000_001 }, 'requested-within-cap'],
  ['talent-enclave', { independentRnd: false }, 'independent-rnd'],
  ['talent-enclave', { outsideCounty: false }, 'outside-county'],
  ['talent-enclave', { convertedInCounty: false }, 'converted-in-county'],
  ['talent-enclave', { requestedFen: 50_000_001 }, 'requested-within-cap'],
])('%s with %o is refused by one rule only: %s', (id, changed, rule) => {
  expect(judge(id, changed)).toMatchObject({ outcome: 'ineligible', amountFen: null, lines: [] });
  expect(failed(id, changed)).toEqual([rule]);
});

test.each(['preschool-education', 'medical'])('a graduate in %s passes with any degree, sum unknown', (field) => {
  for (const degree of ['junior-college', 'bachelor', 'master', 'doctor']) {
    const trace = judge('settling-in', { field, degree });
    expect(trace).toMatchObject({ outcome: 'eligible', amountFen: null, capFen: null, lines: [], missing: [] });
  }
});

test.each(['academician', 'national-key-talent', 'tcm-heritage'])(
  'founding a station of kind %s is 500,000',
  (kind) => {
    expect(judge('station-funding', { stationKind: kind })).toMatchObject({
      outcome: 'eligible',
      amountFen: 50_000_000,
      capFen: null,
      lines: [{ label: '建站经费', amountFen: 50_000_000 }],
    });
  },
);

test('a station the text only means by “and the like” is for the county to decide', () => {
  for (const stage of ['founding', 'results']) {
    expect(judge('station-funding', { stationKind: 'other', stage })).toMatchObject({
      outcome: 'discretionary',
      amountFen: null,
      capFen: 100_000_000,
    });
  }
});

test('funding by results is for the county to decide, and asks no longer whether the station is new', () => {
  const trace = judge('station-funding', { stage: 'results', newlyBuilt: false });
  expect(trace).toMatchObject({ outcome: 'discretionary', amountFen: null, capFen: 100_000_000, lines: [] });
  expect(trace.checks.map(({ rule }) => rule)).toEqual(['with-introduced-talent']);
});

test.each<[MeasureId, Facts]>([
  ['station-funding', { stage: 'results', requestedFen: 100_000_000 }],
  ['talent-enclave', { requestedFen: 50_000_000 }],
  ['talent-enclave', { requestedFen: 0 }],
])('%s: asking for no more than the ceiling passes: %o', (id, changed) => {
  expect(judge(id, changed).outcome).toBe('discretionary');
});

test('nobody must say how much they ask for', () => {
  expect(judge('talent-enclave')).toMatchObject({ outcome: 'discretionary', capFen: 50_000_000, missing: [] });
});
