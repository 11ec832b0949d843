import type { Words } from '../lib/words.ts';

/** Words of looking for cases: by number, by phone, by what was written. */
export const searchWords = {
  search: { zh: '查找', en: 'Search' },
  title: { zh: '查找事项', en: 'Search cases' },
  label: { zh: '编号、来信人电话, 或者内容里的词', en: "Number, the sender's phone, or words of the text" },
  labelOpen: { zh: '编号, 或者内容里的词', en: 'Number, or words of the text' },
  hint: {
    zh: '编号可以只输最后 4 位; 电话要输全; 词至少两个字, 几个词用空格隔开。新件一分钟内就能查到。',
    en: 'The last 4 of a number are enough; a phone must be whole; words have two characters at least, parted by blanks. New cases are found within a minute.',
  },
  hintOpen: {
    zh: '编号可以只输最后 4 位; 词至少两个字, 几个词用空格隔开。新件一分钟内就能查到。',
    en: 'The last 4 of a number are enough; words have two characters at least, parted by blanks. New cases are found within a minute.',
  },
  tooShort: {
    zh: '请输入至少两个字的词、完整的电话, 或者编号的最后 4 位以上。',
    en: 'Please type a word of two characters or more, a whole phone number, or at least the last 4 of a number.',
  },
  tooLong: { zh: '请不要超过 {most} 个字。', en: 'Please type at most {most} characters.' },
  expired: {
    zh: '这次查找已经过期, 请再输入一次。',
    en: 'This search has expired; please type it again.',
  },
  none: {
    zh: '您这里没有找到「{query}」。换一个词, 或者少几个词再试。',
    en: 'Nothing of yours has “{query}”. Try another word, or fewer.',
  },
  found: { zh: '「{query}」的查找结果, 新的在前', en: 'Found for “{query}”, the newest first' },
  noneHere: {
    zh: '这一段里没有, 可以接着往前找。',
    en: 'None in this stretch; you can go on to older ones.',
  },
  older: { zh: '接着往前找', en: 'Go on to older ones' },
  newest: { zh: '回到最新的', en: 'Back to the newest' },
  toList: { zh: '回到列表', en: 'Back to the list' },
} satisfies Record<string, Words>;

/** Words of the lists, their views and what narrows them. */
export const inboxWords = {
  mine: { zh: '我经办的', en: 'Mine' },
  waiting: { zh: '等别人的', en: 'Waiting for others' },
  narrow: { zh: '筛选', en: 'Narrow down' },
  department: { zh: '承办或协办单位', en: 'Department, leading or helping' },
  sent: { zh: '提交日期', en: 'Sent' },
  due: { zh: '到期日', en: 'Due' },
  sentFrom: { zh: '提交日期 从', en: 'Sent from' },
  sentTo: { zh: '提交日期 到', en: 'Sent until' },
  dueFrom: { zh: '到期日 从', en: 'Due from' },
  dueTo: { zh: '到期日 到', en: 'Due until' },
  notADate: {
    zh: '「{typed}」不是日期, 没有按它筛选。请写成 2026-11-24 这样。',
    en: '“{typed}” is not a date and was not used. Please write it like 2026-11-24.',
  },
  before: {
    zh: '「到」早于「从」, 没有按它筛选。请改一个日期。',
    en: 'The end is before the beginning and was not used. Please change one of them.',
  },
  chosen: { zh: '正在筛选', en: 'Narrowed by' },
  chip: { zh: '{name}: {value}', en: '{name}: {value}' },
  remove: { zh: '去掉筛选「{name}: {value}」', en: 'Remove “{name}: {value}”' },
  neighbours: { zh: '列表里的前后件', en: 'Neighbours on the list' },
  clear: { zh: '全部去掉', en: 'Remove all' },
} satisfies Record<string, Words>;

/** Words of the list of keys; each key only does what a link or a field on the page does as well. */
export const keyWords = {
  title: { zh: '键盘', en: 'Keys' },
  show: { zh: '键盘 (按 ?)', en: 'Keys (press ?)' },
  close: { zh: '关闭', en: 'Close' },
  next: { zh: '下一条, 打开的件里是下一件', en: 'next line; in a case, the next case' },
  previous: { zh: '上一条, 打开的件里是上一件', en: 'previous line; in a case, the case before' },
  open: { zh: '打开 (回车也可以)', en: 'open (Enter does, too)' },
  assign: { zh: '交办', en: 'assign' },
  answer: { zh: '答复', en: 'answer' },
  back: { zh: '回到列表', en: 'back to the list' },
  search: { zh: '查找', en: 'search' },
  help: { zh: '这张表', en: 'this list' },
  nextCase: { zh: '下一件', en: 'Next case' },
  previousCase: { zh: '上一件', en: 'Previous case' },
} satisfies Record<string, Words>;
