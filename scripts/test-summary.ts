import * as v from 'valibot';

/** The part of vitest's JSON report that is read. */
const report = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  success: v.boolean(),
});

export interface Count {
  passed: number;
  failed: number;
}

/** Counts of a vitest run; a run that wrote no report, or failed with no failed test (a file that did not load), is one failure. */
export function countVitest(json: string | null): Count {
  if (json === null) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, success } = v.parse(report, JSON.parse(json));
  return { passed: numPassedTests, failed: success ? numFailedTests : Math.max(1, numFailedTests) };
}

/** The last line of `npm test`. */
export function summaryLine(counts: readonly Count[]): string {
  const sum = (pick: (count: Count) => number) => counts.reduce((total, count) => total + pick(count), 0);
  return `${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`;
}
