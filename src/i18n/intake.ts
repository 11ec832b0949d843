import type { Words } from '../lib/words.ts';

/** Words for what was accepted while the database could not be reached. */
export const intakeWords = {
  waiting: { zh: '已收下, 正在入库', en: 'Accepted, being filed' },
  waitingHow: {
    zh: '数据库暂时连不上。您提交的内容已加密保存, 连上后自动入库, 不用再提交。编号和查询码现在就有效, 期限从提交时算起。',
    en: 'The database cannot be reached just now. What you sent is kept, encrypted, and will be filed by itself; please do not send it again. Number and code are valid now, and dates count from when you sent it.',
  },
} satisfies Record<string, Words>;
