import type { Words } from '../lib/words.ts';

/** Words around the texts to begin with. */
export const templateWords = {
  pick: { zh: '用范文开头', en: 'Begin with a text' },
  none: { zh: '不用范文', en: 'None' },
  fill: { zh: '填入', en: 'Fill in' },
  how: {
    zh: '花括号里的, 如 {日期}, 要您填好; 没填好的发不出去。',
    en: 'What stands in braces, such as {日期}, is for you to fill in; it cannot be sent before.',
  },
} satisfies Record<string, Words>;
