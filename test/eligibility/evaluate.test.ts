import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { countyTermsAt, type CountyTerms } from '../../src/eligibility/county-terms.ts';
import type { MeasureVersion } from '../../src/eligibility/define.ts';
import { evaluate } from '../../src/eligibility/evaluate.ts';
import type { FactValue } from '../../src/eligibility/operators.ts';
import type { Facts } from '../../src/eligibility/rule.ts';
import type { Field } from '../../src/lib/fields/index.ts';
import { measureIds, passing, today } from './example-facts.ts';

/** Any answers a form could send, each also left out. */
const anyFacts = (version: MeasureVersion): fc.Arbitrary<Facts> =>
  fc.record(Object.fromEntries(Object.entries(version.facts).map(([name, field]) => [name, anyAnswer(field)])), {
    requiredKeys: [],
  });

function anyAnswer({ options, control, min = 0, max = 0 }: Field): fc.Arbitrary<FactValue> {
  if (options) return fc.constantFrom(...options.map(({ value }) => value));
  return control === 'yesno' ? fc.boolean() : fc.integer({ min, max });
}

const terms: CountyTerms = { measure: 'settling-in', effectiveFrom: '2027-01-01', amountFen: 3_000_000 };

test.each(measureIds)('%s: the lines add up to the amount, which stands only where eligible', (id) => {
  fc.assert(
    fc.property(anyFacts(today(id)), fc.constantFrom(undefined, terms), (facts, settled) => {
      const { outcome, amountFen, lines } = evaluate(today(id), facts, { terms: settled });
      expect(lines.reduce((sum, line) => sum + line.amountFen, 0)).toBe(amountFen ?? 0);
      if (outcome !== 'eligible') expect(amountFen).toBeNull();
    }),
  );
});

test.each(measureIds)('%s: a failed rule decides first, then what is missing', (id) => {
  fc.assert(
    fc.property(anyFacts(today(id)), (facts) => {
      const { outcome, checks, missing } = evaluate(today(id), facts);
      const refused = checks.some(({ passed }) => !passed);
      expect(outcome === 'ineligible').toBe(refused);
      expect(outcome === 'incomplete').toBe(!refused && missing.length > 0);
    }),
  );
});

test.each(measureIds)('%s: the same facts give the same trace, and stay as they were', (id) => {
  fc.assert(
    fc.property(anyFacts(today(id)), (facts) => {
      const before = structuredClone(facts);
      expect(evaluate(today(id), Object.freeze(facts))).toEqual(evaluate(today(id), before));
      expect(facts).toEqual(before);
    }),
  );
});

test.each(measureIds)('%s: whatever one still adds, a refusal stays a refusal', (id) => {
  fc.assert(
    fc.property(anyFacts(today(id)), fc.array(fc.constantFrom(...Object.keys(today(id).facts))), (facts, left) => {
      const fewer = Object.fromEntries(Object.entries(facts).filter(([name]) => !left.includes(name)));
      if (evaluate(today(id), fewer).outcome === 'ineligible') {
        expect(evaluate(today(id), facts).outcome).toBe('ineligible');
      }
    }),
  );
});

test.each(measureIds)('%s: with nothing said, every required fact is missing and no rule has failed', (id) => {
  const { outcome, checks, missing } = evaluate(today(id), {});
  expect({ outcome, checks }).toEqual({ outcome: 'incomplete', checks: [] });
  expect(missing).toEqual(Object.keys(passing[id]));
});

test('a fact left open is missing and is judged by no rule', () => {
  const { onShortageList: _, ...unsure } = passing['settling-in'];
  const trace = evaluate(today('settling-in'), unsure);
  expect(trace).toMatchObject({ outcome: 'incomplete', missing: ['onShortageList'], amountFen: null });
  expect(trace.checks.map(({ fact }) => fact)).not.toContain('onShortageList');
});

test('one failed rule refuses although other facts are still missing', () => {
  const trace = evaluate(today('settling-in'), { field: 'other' });
  expect(trace.outcome).toBe('ineligible');
  expect(trace.missing).toHaveLength(5);
});

test('a number of hires is unknown until masters and bachelors are both told', () => {
  const trace = evaluate(today('hire-reward'), { enterpriseInCounty: true, fullTime: true, masters: 0 });
  expect(trace).toMatchObject({ outcome: 'incomplete', missing: ['bachelors'] });
});

test('a failed rule tells what to do, in the language asked for', () => {
  const facts = { ...passing['talent-enclave'], requestedFen: 60_000_000 };
  const hint = (lang: 'zh' | 'en') =>
    evaluate(today('talent-enclave'), facts, { lang }).checks.find(({ passed }) => !passed);
  expect(hint('zh')).toMatchObject({ clause: '人才飞地', hint: '最高 50 万元, 请把申请金额改小。' });
  expect(hint('en')).toMatchObject({ clause: 'Talent enclave', hint: 'At most 500,000 yuan; please ask for less.' });
});

test('once the county has set the settling-in sum, it is the amount from that day on', () => {
  const measure = 'settling-in';
  const on = (date: string) =>
    evaluate(today(measure), passing[measure], { terms: countyTermsAt([terms], measure, date) });
  expect(on('2026-12-31')).toMatchObject({ outcome: 'eligible', amountFen: null, lines: [] });
  expect(on('2027-01-01')).toMatchObject({
    outcome: 'eligible',
    amountFen: 3_000_000,
    lines: [{ label: '一次性安家费', amountFen: 3_000_000 }],
  });
});

test('a sum the county set changes nothing where the text states its own', () => {
  const settled = { ...terms, measure: 'hire-reward' };
  expect(evaluate(today('hire-reward'), passing['hire-reward'], { terms: settled }).amountFen).toBe(800_000);
});
