import type { Words } from '../lib/words.ts';

/** Words of the tasks: what a person must do beside the steps of a case. */
export const taskWords = {
  dueBy: { zh: '到期日 {date} ({basis})', en: 'Due {date} ({basis})' },
  fault: {
    zh: '逾期不登记、不告知, 由受理的机关负责({law})。',
    en: 'Not registering or telling in time is the fault of the organ that received it ({law}).',
  },
  urgentWhy: {
    zh: '紧急的要马上看, 该报告的马上报告(信访工作条例 第二十五条)。',
    en: 'Look at what is urgent at once, and report it where it must be (Regulations on Petition Work, Article 25).',
  },
  failedWhy: {
    zh: '短信或邮件没有送到来信人。留了别的联系方式的, 系统已改用那种发; 请打电话告知, 或请本人在查询页更正。',
    en: 'A text message or e-mail did not reach the sender. Where there is another way it is being tried; please call, or ask them to correct it on the status page.',
  },
  nav: { zh: '待办', en: 'To do' },
  cardText: { zh: '要打的电话、要看的急件、快到期的事', en: 'Calls to make, urgent cases, dates to mind' },
  title: { zh: '待办', en: 'To do' },
  lead: {
    zh: '除了办理, 还要您做的事。急的在前。',
    en: 'What is yours to do beside the steps of a case, the most pressing first.',
  },
  nothing: { zh: '现在没有要您做的。', en: 'Nothing for you to do now.' },
  ofCase: { zh: '这件要您做的', en: 'Yours to do here' },
  since: { zh: '{at} 起', en: 'since {at}' },
  sayThis: { zh: '电话里这样说', en: 'Say this' },
  sayHow: {
    zh: '号码在本件里: 点“显示”, 理由选“打电话联系来信人”。只说这几句, 不说所反映的内容; 接电话的可能不是本人。',
    en: 'The number is on the case: press “Show” and choose “to call the sender”. Say no more than this; somebody else may pick up.',
  },
  openCase: { zh: '打开本件', en: 'Open the case' },
  finish: { zh: '办好了', en: 'Done' },
  record: { zh: '记下结果', en: 'Note the outcome' },
  finishOf: { zh: '{kind}: 记下结果, {receipt}', en: '{kind}: note the outcome, {receipt}' },
  changed: { zh: '没有记下', en: 'Not noted' },
  changedHow: {
    zh: '这件刚有变化。您写的还在, 请再按一次。',
    en: 'The case has just changed. What you wrote is still here: please press again.',
  },
  next: { zh: '下一页', en: 'Next page' },
  back: { zh: '回到待办', en: 'Back to the list' },
} satisfies Record<string, Words>;

/** What each kind of task is called. */
export const taskNames = {
  urgent: { zh: '紧急', en: 'Urgent' },
  overdue: { zh: '已逾期', en: 'Overdue' },
  'due-soon': { zh: '快到期', en: 'Due soon' },
  'due-moved': { zh: '到期日变了', en: 'The date has changed' },
  'call-back': { zh: '打电话告知', en: 'Call the sender' },
  unconfirmed: { zh: '代填未确认, 请见证', en: 'Filed for somebody, to be confirmed' },
  'message-failed': { zh: '通知没有送到', en: 'A message did not arrive' },
} satisfies Record<string, Words>;

/** What whoever ends a task is asked. */
export const taskAsks = {
  outcome: { zh: '电话打得怎么样', en: 'How the call went' },
  told: { zh: '已告诉本人', en: 'The sender was told' },
  noAnswer: { zh: '没人接, 再打', en: 'No answer, to be tried again' },
  wrongNumber: { zh: '号码不对, 打不通', en: 'Wrong number' },
  remark: { zh: '内部意见(不公开)', en: 'Internal remark (not public)' },
  remarkHint: { zh: '只有经办人员看得到。', en: 'Only those who work on the case see it.' },
} satisfies Record<string, Words>;

/** Events that tasks leave in the chain of a case, as staff read them; the second word is what was chosen. */
export const taskEventWords = {
  'called-back': { zh: '打电话告知', en: 'Called the sender' },
  'task-seen': { zh: '处理了待办', en: 'Dealt with a task' },
} satisfies Record<string, Words>;

/** The same events as the sender reads them, by what was chosen; what is not here is not shown. */
export const taskSentences: Readonly<Record<string, Words>> = {
  'called-back told': { zh: '我们已经打电话告诉您。', en: 'We have told you by telephone.' },
  'called-back no-answer': { zh: '我们给您打过电话, 没有人接。', en: 'We called you; nobody answered.' },
  'called-back wrong-number': {
    zh: '您留的电话打不通, 请和我们联系。',
    en: 'The number you left does not work. Please get in touch with us.',
  },
};

/** What a year's notice did to a date. */
export const settledWords = {
  moves: {
    zh: '放假安排公布了, 到期日由{from}改为{due}。',
    en: 'The holidays are published: the date moves from {from} to {due}.',
  },
  stays: { zh: '放假安排公布了, 到期日仍是{due}。', en: 'The holidays are published: the date stays {due}.' },
  still: { zh: '还是暂定。', en: ' It is still provisional.' },
} satisfies Record<string, Words>;
