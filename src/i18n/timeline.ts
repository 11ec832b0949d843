import type { Words } from '../lib/words.ts';

/** How far a step of a case is; said as well as shown by shape. */
export const timeline = {
  title: { zh: '办理进度', en: 'Progress' },
  done: { zh: '已完成', en: 'Done' },
  now: { zh: '现在', en: 'Now' },
  'to-come': { zh: '还没到', en: 'To come' },
} satisfies Record<string, Words>;
