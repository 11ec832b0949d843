import type { Words } from '../lib/words.ts';

/** Words on the paper a resident keeps. */
export const receipt = {
  title: { zh: '回执', en: 'Receipt' },
  number: { zh: '编号', en: 'Number' },
  code: { zh: '查询码', en: 'Query code' },
  codeHint: { zh: '查询时要用, 请不要告诉别人', en: 'You need it to look up. Do not share it' },
  submittedAt: { zh: '提交时间', en: 'Sent' },
  next: { zh: '接下来', en: 'What happens next' },
  by: { zh: '最迟 {date}', en: 'by {date}' },
  basis: { zh: '依据《{law}》{article}', en: 'Under 《{law}》 {article}' },
  promise: { zh: '本站承诺, 非法定期限', en: 'A promise of this site, not a legal deadline' },
  provisional: {
    zh: '新一年的放假安排公布后, 这个日期可能顺延',
    en: "This date may move once the new year's holidays are published",
  },
  noDate: { zh: '法律和本站都没有规定办理日期', en: 'Neither law nor this site sets a date' },
  keepBoth: {
    zh: '请保存编号和查询码, 凭这两样随时可以查看。',
    en: 'Please keep number and code: with both you can look it up at any time.',
  },
  received: { zh: '已收到', en: 'Received' },
  notDecision: { zh: '本回执证明已收到, 不是办理决定', en: 'This receipt proves arrival. It is not a decision' },
  fingerprint: { zh: '指纹 (核对内容有没有被改动)', en: 'Fingerprint (shows whether the text was changed)' },
  copy: { zh: '复制编号和查询码', en: 'Copy number and code' },
  copyText: { zh: '编号 {number} 查询码 {code}', en: 'Number {number}, query code {code}' },
  print: { zh: '打印回执', en: 'Print the receipt' },
  status: { zh: '查询办理情况', en: 'Look up progress' },
  picture: {
    zh: '回执图片: 编号 {number}, 查询码 {code}',
    en: 'Picture of the receipt: number {number}, query code {code}',
  },
  pressAndKeep: { zh: '长按图片, 可存到手机里', en: 'Press and hold the picture to keep it' },
} satisfies Record<string, Words>;
