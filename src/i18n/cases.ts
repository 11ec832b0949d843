import type { Words } from '../lib/words.ts';

/** Words of the inbox and of one case, as staff see them. */
export const caseWords = {
  inbox: { zh: '事项', en: 'Cases' },
  inboxText: { zh: '今日到期、逾期、新件', en: 'Due today, overdue, new' },
  inboxTitle: { zh: '事项', en: 'Cases' },
  views: { zh: '分类', en: 'Views' },
  open: { zh: '有期限', en: 'With a date' },
  today: { zh: '今日到期', en: 'Due today' },
  overdue: { zh: '逾期', en: 'Overdue' },
  new: { zh: '新件', en: 'New' },
  all: { zh: '全部', en: 'All' },
  filters: { zh: '筛选', en: 'Narrow down' },
  kind: { zh: '种类', en: 'Kind' },
  station: { zh: '联络站', en: 'Station' },
  topic: { zh: '主题', en: 'Topic' },
  state: { zh: '状态', en: 'State' },
  any: { zh: '不限', en: 'any' },
  apply: { zh: '筛选', en: 'Show' },
  nothing: { zh: '这里没有事项。', en: 'No case here.' },
  next: { zh: '下一页', en: 'Next page' },
  firstPage: { zh: '回到第一页', en: 'Back to the first page' },
  clock: { zh: '期限', en: 'The date' },
  clockHow: { zh: '期限怎么算', en: 'How the date was reckoned' },
  noClock: { zh: '现在没有要到期的事。', en: 'Nothing is due now.' },
  dueOn: { zh: '到期日 {date}', en: 'Due {date}' },
  actions: { zh: '可以做的', en: 'What you can do' },
  noActions: { zh: '现在没有您可以做的。', en: 'Nothing for you to do now.' },
  answers: { zh: '提交的内容', en: 'What was sent' },
  sender: { zh: '提交人', en: 'Who sent it' },
  maskedHint: { zh: '个人信息已打码。', en: 'Personal data is masked.' },
  show: { zh: '显示', en: 'Show' },
  revealHint: {
    zh: '选一个理由。谁看的、为什么看, 记入本件的事件链, 改不了。',
    en: 'Choose a reason. Who looked and why is written into the chain of this case for good.',
  },
  why: { zh: '为什么要看', en: 'Why you need to see it' },
  reveal: { zh: '显示个人信息', en: 'Show personal data' },
  revealed: {
    zh: '个人信息已显示, 并已留痕。离开本页后重新打码。',
    en: 'Shown and recorded. It is masked again once you leave.',
  },
  noReason: { zh: '请选一个理由', en: 'Please choose a reason' },
  erased: {
    zh: '本人已撤回: 密钥和内容都已销毁, 只剩事件链。',
    en: 'Withdrawn: key and content are destroyed, only the chain is left.',
  },
  locked: { zh: '密钥环里没有它的密钥, 打不开。', en: 'Its key is not in the ring: it cannot be opened.' },
  timeline: { zh: '经过', en: 'What has happened' },
  byCitizen: { zh: '来信人', en: 'the sender' },
  bySystem: { zh: '系统', en: 'the program' },
  byFormer: { zh: '已停用的账号', en: 'an account that has ended' },
  submitted: { zh: '提交', en: 'Sent' },
  'code-renewed': { zh: '换了新的查询码', en: 'A new code was sent' },
  looked: { zh: '查看了个人信息: {why}', en: 'Saw personal data: {why}' },
  public: { zh: '居民可见', en: 'The resident sees this' },
  internal: { zh: '仅内部', en: 'Internal only' },
  messages: { zh: '发出的通知', en: 'Messages sent' },
  noMessages: { zh: '没有发出通知。', en: 'No message was sent.' },
  back: { zh: '回到本件', en: 'Back to the case' },
  changed: { zh: '您打开以后, 这件有了变化', en: 'The case has changed since you opened it' },
  changedHow: {
    zh: '没有提交。先看看变化; 还需要的话, 再按一次。您写的都还在。',
    en: 'Nothing was done. Look at what is new; if it is still needed, press again. What you wrote is still here.',
  },
  gone: {
    zh: '这件现在不能做「{action}」了。您写的还在下面。',
    en: '“{action}” is not possible any more. What you wrote is below.',
  },
  held: { zh: '承办: {holder}', en: 'with {holder}' },
} satisfies Record<string, Words>;

/** How a due date stands; the word says what the colour shows. */
export const urgencyWords = {
  overdue: { zh: '逾期 {days} 天', en: '{days} days overdue' },
  today: { zh: '今日到期', en: 'due today' },
  soon: { zh: '还有 {days} 天', en: '{days} days left' },
  calm: { zh: '还有 {days} 天', en: '{days} days left' },
  none: { zh: '无期限', en: 'no date' },
} satisfies Record<string, Words>;

/** Why somebody looks at personal data; the code is kept in the chain. */
export const revealReasons = {
  'call-back': { zh: '打电话联系来信人', en: 'to call the sender' },
  visit: { zh: '上门或到现场', en: 'to visit the place' },
  identity: { zh: '核对身份', en: 'to check the identity' },
  'written-answer': { zh: '寄送书面答复', en: 'to send a written answer' },
  'sender-asked': { zh: '来信人要求核对或更正', en: 'the sender asked to check or correct it' },
} satisfies Record<string, Words>;
export type RevealReason = keyof typeof revealReasons;
export const isRevealReason = (text: string): text is RevealReason => Object.hasOwn(revealReasons, text);
