import type { Words } from '../lib/words.ts';

/** What stands before a number in the list of a reminder. */
export const noticeLines = {
  urgent: { zh: '急件', en: 'Urgent' },
  overdue: { zh: '已逾期', en: 'Overdue' },
  due: { zh: '将到期', en: 'Due soon' },
  new: { zh: '新到', en: 'New' },
} as const satisfies Record<string, Words>;
export type NoticeLine = keyof typeof noticeLines;

/** Words of reminders to staff, and of the addresses they go to. */
export const staffMessageWords = {
  moreLines: { zh: '还有 {n} 件', en: 'and {n} more' },
  title: { zh: '工作提醒发到哪里', en: 'Where reminders go' },
  about: {
    zh: '只提醒有事要办: 编号、期限、到哪里看, 从不写事由。号码和邮箱加密保存, 停用账号时一并删除。',
    en: 'Reminders say that there is work: numbers, dates and where to look, never what it is about. Addresses are sealed, and erased with the account.',
  },
  sms: { zh: '工作手机', en: 'Work phone' },
  email: { zh: '工作邮箱', en: 'Work e-mail' },
  smsHint: { zh: '大陆手机号。', en: 'A mainland mobile number.' },
  emailHint: { zh: '例如 name@example.cn', en: 'For example name@example.cn' },
  inviteHint: {
    zh: '可以不填。本人登录后用确认码确认, 才会往那里发提醒。',
    en: 'May be left empty. Nothing is sent there before its holder has confirmed it with a code.',
  },
  optional: { zh: '(可不填)', en: '(optional)' },
  askCode: { zh: '发确认码', en: 'Send a code' },
  again: { zh: '再发一个确认码', en: 'Send another code' },
  code: { zh: '收到的 6 位确认码', en: 'The 6 digits you received' },
  codeHint: { zh: '已发到 {to}, 15 分钟内有效。', en: 'Sent to {to}; it works for 15 minutes.' },
  confirm: { zh: '确认', en: 'Confirm' },
  confirmed: { zh: '{to}, 已确认', en: '{to}, confirmed' },
  unconfirmed: { zh: '{to}, 还没有确认, 不会往那里发', en: '{to}, not confirmed; nothing is sent there' },
  remove: { zh: '删除', en: 'Remove' },
  ofChannel: { zh: '{what}: {channel}', en: '{what}: {channel}' },
  whatTitle: { zh: '提醒什么', en: 'What to be told of' },
  whatHint: {
    zh: '{from} 到 {until} 不打扰, 到时间再发; 紧急的(信访工作条例 第二十五条)和系统告警除外。',
    en: 'Between {from} and {until} messages wait, except what is urgent (Regulations on Petition Work, Article 25) and alarms.',
  },
  noneYet: { zh: '确认手机或邮箱以后, 在这里选提醒什么。', en: 'Choose here once a phone or e-mail is confirmed.' },
  bySms: { zh: '短信', en: 'Text message' },
  byEmail: { zh: '邮件', en: 'E-mail' },
  latest: { zh: '最近发给您的', en: 'Lately sent to you' },
  save: { zh: '保存提醒设置', en: 'Save what to be told of' },
  'sms-shape': {
    zh: '请填写 11 位大陆手机号; 座机收不到短信。',
    en: 'Please give a mainland mobile number; landlines take no text message.',
  },
  'email-shape': { zh: '请核对邮箱地址, 例如 name@example.cn。', en: 'Please check the address: name@example.cn.' },
  'code-wrong': { zh: '确认码不对, 请核对。', en: 'That is not the code. Please check it.' },
  'code-over': {
    zh: '确认码已经失效(过了 15 分钟, 或者错了 5 次), 请再发一个。',
    en: 'The code is void: 15 minutes are over, or it was wrong 5 times. Please ask for another.',
  },
  'too-many': { zh: '今天发的确认码太多, 请明天再试。', en: 'Too many codes today. Please try again tomorrow.' },
  nobodyTold: { zh: '告警没有人收', en: 'Nobody is told of alarms' },
  nobodyToldHow: {
    zh: '能看本页的人都没有确认过手机或邮箱, 或者没有选“系统告警”。请在“我的账号”里填写并确认。',
    en: 'Nobody who sees this page has confirmed a phone or e-mail and asked for alarms. Please do so under “My account”.',
  },
} satisfies Record<string, Words>;

/** What members of staff are told of, as the account page asks it. */
export const occasionWords = {
  new: { zh: '新到的、紧急的事项', en: 'What is new, and what is urgent' },
  due: { zh: '快到期的事项', en: 'What is due soon' },
  overdue: { zh: '逾期的事项', en: 'What is overdue' },
  digest: { zh: '每个工作日早上的汇总', en: 'A summary on the morning of each workday' },
  alarm: { zh: '系统告警和解除', en: 'Alarms of the system, and when they are over' },
} as const satisfies Record<string, Words>;
export type Occasion = keyof typeof occasionWords;
