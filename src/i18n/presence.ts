import type { Words } from '../lib/words.ts';

/** Who else has a case open. */
export const presenceWords = {
  reading: { zh: '{name} 正在看这件 ({ago})', en: '{name} is reading this case ({ago})' },
  writing: { zh: '{name} 正在写这件 ({ago})', en: '{name} is writing in this case ({ago})' },
  now: { zh: '刚刚', en: 'just now' },
  minute: { zh: '1 分钟前', en: '1 minute ago' },
} satisfies Record<string, Words>;
