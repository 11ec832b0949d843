import * as v from 'valibot';

/** The part of vitest's JSON report that is read. */
const report = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  success: v.boolean(),
  testResults: v.array(v.object({ status: v.string(), assertionResults: v.array(v.unknown()) })),
});

export interface Count {
  passed: number;
  failed: number;
}

/** Counts of a vitest run. A file that did not load is one failure, and so is a run that wrote no report. */
export function countVitest(json: string | null): Count {
  if (json === null) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, success, testResults } = v.parse(report, JSON.parse(json));
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const failed = numFailedTests + unloaded.length;
  return { passed: numPassedTests, failed: success ? failed : Math.max(1, failed) };
}

/** The last line of `npm test`. */
export function summaryLine(counts: readonly Count[]): string {
  const sum = (pick: (count: Count) => number) => counts.reduce((total, count) => total + pick(count), 0);
  return `${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`;
}
