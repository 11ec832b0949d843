import type { Words } from '../lib/words.ts';

export const eligibilityWords = {
  measure: { zh: '补助项目', en: 'Measure' },
  facts: { zh: '基本情况', en: 'Your situation' },
} satisfies Record<string, Words>;
