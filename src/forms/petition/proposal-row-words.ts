import type { Words } from '../../lib/words.ts';

/** What a petition says of the deputy's suggestion made of it; `{born}` is its number. */
export const proposalRowWords = {
  propose: { zh: '转为代表建议', en: 'Make it a deputy’s suggestion' },
  proposed: {
    zh: '已由代表提出建议, 编号 {born}。您的事项照原来的期限继续办理; 建议答复公开后, 会告诉您。',
    en: 'A deputy has made a suggestion of it, number {born}. Your matter goes on with its own dates; you hear once the reply is published.',
  },
  refusedLabel: { zh: '代表建议未接收', en: 'Suggestion not received' },
  refused: {
    zh: '编号 {born} 的代表建议没有被接收, 您的事项照原来的程序继续办理。',
    en: 'The suggestion {born} was not received. Your own matter goes on as before.',
  },
  publishedLabel: { zh: '代表建议已公开', en: 'Suggestion published' },
  published: {
    zh: '编号 {born} 的代表建议办完了, 办理情况在本站“代表建议”里公开。承办单位的答复:',
    en: 'The suggestion {born} is done with and published on this site. The reply of the department:',
  },
} satisfies Record<string, Words>;
