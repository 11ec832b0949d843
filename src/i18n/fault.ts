import type { Words } from '../lib/words.ts';

/** What stands on a page that could not be given, so that whoever calls can say which one. */
export const faultWords = {
  number: { zh: '打电话来问时, 请报这个编号:', en: 'If you call, please read out this number:' },
} as const satisfies Record<string, Words>;
