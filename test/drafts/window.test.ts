import { expect, test } from 'vitest';
import { isOpen } from '../../src/drafts/window.ts';

const draft = { opens: '2026-11-10', closes: '2026-12-10' };

test.each([
  ['the day before', '2026-11-09', false],
  ['the first day', '2026-11-10', true],
  ['the last day', '2026-12-10', true],
  ['the day after', '2026-12-11', false],
])('on %s (%s) comments count: %s', (_, date, open) => {
  expect(isOpen(draft, date)).toBe(open);
});
