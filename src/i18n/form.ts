import type { Words } from '../lib/words.ts';

/** Words around the questions of any form; the questions themselves live with their kind. */
export const form = {
  optional: { zh: '选填', en: 'optional' },
  error: { zh: '错误', en: 'Error' },
  summary: { zh: '还有 {count} 处要改', en: '{count} things to put right' },
  summaryOne: { zh: '还有 1 处要改', en: 'One thing to put right' },
  summaryHow: {
    zh: '点一下, 就到要改的地方。您填的内容都还在。',
    en: 'Choose one to go to it. What you wrote is still here.',
  },
  choose: { zh: '请选择', en: 'Please choose' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  yuan: { zh: '元', en: 'yuan' },
  item: { zh: '{label} 第 {n} 条', en: '{label}, number {n}' },
  addAnother: { zh: '再加一条: {label}', en: 'Add another: {label}' },
  decoy: { zh: '这一栏请留空', en: 'Leave this one empty' },
  check: { zh: '核对后提交', en: 'Check, then send' },
  underFourteen: { zh: '不满14周岁请由父母或其他监护人填写', en: 'Under 14: a parent or guardian must fill this in' },
} satisfies Record<string, Words>;
