import type { Words } from '../lib/words.ts';

/** Words of the road of a case that both its sender and those who work on it read. */
export const road = {
  pausedHow: {
    zh: '从{since}起。现在没有到期日, 结束后会告诉您新的日期({basis})。',
    en: 'Since {since}. No date holds now; you get a new one once it is over ({basis}).',
  },
} satisfies Record<string, Words>;
