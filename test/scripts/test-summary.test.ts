import { expect, test } from 'vitest';
import { chromiumPath } from '../../scripts/chromium.ts';
import { countVitest, summaryLine } from '../../scripts/test-summary.ts';

test('the last line adds the static checks and vitest’s own counts', () => {
  const vitest = countVitest(JSON.stringify({ numPassedTests: 40, numFailedTests: 2, success: false }));
  expect(summaryLine([{ passed: 1, failed: 0 }, { passed: 0, failed: 1 }, vitest])).toBe('41 passed, 3 failed');
});

test('a test file that did not load, or a run that never reported, counts as a failure', () => {
  expect(countVitest(JSON.stringify({ numPassedTests: 40, numFailedTests: 0, success: false })).failed).toBe(1);
  expect(countVitest(null)).toEqual({ passed: 0, failed: 1 });
});

test('without Chromium one sentence says what to install', () => {
  expect(() => chromiumPath({}, () => false)).toThrow('apt-get install chromium fonts-noto-cjk');
  expect(chromiumPath({ CHROMIUM_PATH: '/opt/chromium' }, () => true)).toBe('/opt/chromium');
});
