import type { Words } from '../lib/words.ts';

/** Words of the road of a case that both its sender and those who work on it read. */
export const road = {
  unhappy: { zh: '来信人的评价: 不满意', en: 'The sender is not satisfied' },
  unhappyHow: { zh: '没有写理由。请打个电话问一问。', en: 'No reason given. Please call and ask.' },
  send: { zh: '提交: {action}', en: 'Send: {action}' },
  pausedHow: {
    zh: '从{since}起。现在没有到期日, 结束后会告诉您新的日期({basis})。',
    en: 'Since {since}. No date holds now; you get a new one once it is over ({basis}).',
  },
} satisfies Record<string, Words>;
