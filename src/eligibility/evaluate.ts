import { say, type Lang } from '../lib/words.ts';
import { amountCase, amountLines, type Line } from './amount.ts';
import type { CountyTerms } from './county-terms.ts';
import type { MeasureVersion } from './define.ts';
import type { FactValue, Operand } from './operators.ts';
import { allHold, factOf, holds, type Facts, type Rule } from './rule.ts';

/** From the one that decides first to the one that is left: api.md, eligibility. */
export const outcomes = ['ineligible', 'incomplete', 'discretionary', 'eligible'] as const;
export type Outcome = (typeof outcomes)[number];

export interface Check {
  rule: string;
  clause: string;
  passed: boolean;
  fact: string;
  need: Operand;
  have: FactValue;
  /** Only where it did not pass. */
  hint: string | null;
}

/** How a result came about; shown to the applicant and frozen with an application. */
export interface Trace {
  measure: string;
  version: string;
  outcome: Outcome;
  /** Only where `eligible` and the sum is known. */
  amountFen: number | null;
  /** The published ceiling, whatever the outcome. */
  capFen: number | null;
  /** Add up to `amountFen`; none without it. */
  lines: Line[];
  /** The rules that could be decided; the others wait for what is `missing`. */
  checks: Check[];
  missing: string[];
}

/**
 * Judges facts by one version of a measure. Pure: the same facts and terms give the same trace.
 * @param options.lang of labels, clauses and hints
 * @param options.terms what the county has settled itself on the day (`countyTermsAt`)
 */
export function evaluate(
  version: MeasureVersion,
  facts: Facts,
  { lang = 'zh', terms }: { lang?: Lang; terms?: CountyTerms } = {},
): Trace {
  const checks = version.rules.flatMap((rule) => check(rule, facts, lang));
  const missing = Object.entries(version.facts)
    .filter(([name, field]) => field.required && facts[name] === undefined)
    .map(([name]) => name);
  const amount = amountCase(version.amounts, facts);
  const outcome = decide(checks, missing, amount?.is === 'ceiling');
  const lines = amount && outcome === 'eligible' ? amountLines(amount, facts, lang, terms?.amountFen) : [];
  return {
    measure: version.measure,
    version: version.effectiveFrom,
    outcome,
    amountFen: lines.length > 0 ? lines.reduce((sum, line) => sum + line.amountFen, 0) : null,
    capFen: amount?.is === 'ceiling' ? amount.fen : null,
    lines,
    checks,
    missing,
  };
}

function check(rule: Rule, facts: Facts, lang: Lang): Check[] {
  const have = factOf(rule, facts);
  const passed = holds(rule, facts);
  if (have === undefined || passed === undefined || !allHold(rule.when ?? [], facts)) return [];
  const { id, fact, operand: need } = rule;
  const clause = say(rule.clause, lang);
  return [{ rule: id, clause, passed, fact, need, have, hint: passed ? null : say(rule.hint, lang) }];
}

function decide(checks: readonly Check[], missing: readonly string[], countyDecides: boolean): Outcome {
  if (checks.some(({ passed }) => !passed)) return 'ineligible';
  if (missing.length > 0) return 'incomplete';
  return countyDecides ? 'discretionary' : 'eligible';
}
