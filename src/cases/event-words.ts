import type { Words } from '../lib/words.ts';

/** Events that are no change of state, in a resident's words. A change of state speaks by the state's own sentence. */
export const eventWords: Record<string, Words> = {
  'code-renewed': { zh: '已发送新的查询码。', en: 'A new code was sent.' },
};
