import { expect, test } from 'vitest';
import { chromiumPath } from '../../scripts/chromium.ts';
import { countVitest, summaryLine } from '../../scripts/test-summary.ts';

const report = (counts: object) =>
  JSON.stringify({ numPassedTests: 40, numFailedTests: 0, success: true, testResults: [], ...counts });

test('the last line adds the static checks and vitest’s own counts', () => {
  const vitest = countVitest(report({ numFailedTests: 2, success: false }));
  expect(summaryLine([{ passed: 1, failed: 0 }, { passed: 0, failed: 1 }, vitest])).toBe('41 passed, 3 failed');
});

test('each test file that did not load counts as a failure', () => {
  const unloaded = { status: 'failed', assertionResults: [] };
  const loaded = { status: 'failed', assertionResults: [{}] };
  const counts = { numFailedTests: 1, success: false, testResults: [unloaded, unloaded, loaded] };
  expect(countVitest(report(counts))).toEqual({ passed: 40, failed: 3 });
});

test('a run that failed for another reason, or never reported, counts as a failure', () => {
  expect(countVitest(report({ success: false })).failed).toBe(1);
  expect(countVitest(null)).toEqual({ passed: 0, failed: 1 });
});

test('without Chromium one sentence says what to install', () => {
  expect(() => chromiumPath({}, () => false)).toThrow('apt-get install chromium fonts-noto-cjk');
  expect(chromiumPath({ CHROMIUM_PATH: '/opt/chromium' }, () => true)).toBe('/opt/chromium');
});
