import type { Phase } from '../../drafts/collected.ts';
import type { Words } from '../../lib/words.ts';

export const commentWords = {
  label: { zh: '草案意见', en: 'Comment on a draft' },
  pageTitle: { zh: '给法规草案提意见', en: 'Comment on draft regulations' },
  lead: {
    zh: '看一看草案, 哪一条不合适、少了什么, 直接说。您的意见会整理后报给制定机关。',
    en: 'Read a draft and say what does not fit or is missing. Comments are passed on to the body that makes the law.',
  },
  draftLead: {
    zh: '可以对某一条说, 也可以对整部说。',
    en: 'You can speak to one article or to the whole draft.',
  },
  next: {
    zh: '您的意见会整理后报给制定机关, 是否采纳由制定机关决定。',
    en: 'Your comment is passed on to the body that makes the law, which decides on it.',
  },
  send: { zh: '提交意见', en: 'Send comment' },
  invented: {
    zh: '这是演示用的虚构草案,不是任何地方的真实立法项目。',
    en: 'This is an invented draft for demonstration, not a real legislative project of any place.',
  },
  none: { zh: '现在没有征求意见的草案。', en: 'No draft is laid open at the moment.' },
  openList: { zh: '正在征求意见', en: 'Open for comments' },
  toComeList: { zh: '即将征求意见', en: 'Opening soon' },
  closedList: { zh: '已经结束', en: 'Closed' },
  owner: { zh: '制定机关', en: 'Made by' },
  window: { zh: '征求意见时间', en: 'Comment period' },
  from: { zh: '{opens} 至', en: '{opens} to' },
  daysLeft: { zh: '还有 {days} 天', en: '{days} days left' },
  lastDay: { zh: '今天是最后一天', en: 'Today is the last day' },
  shortReason: { zh: '期限不足 30 日的理由', en: 'Why the period is shorter than 30 days' },
  collected: {
    zh: '{site}协助征集, 是否采纳由{owner}决定。',
    en: '{site} gathers comments; {owner} decides on them.',
  },
  notes: { zh: '起草说明', en: 'What the draft is for' },
  text: { zh: '草案全文', en: 'Text of the draft' },
  toForm: { zh: '直接写意见', en: 'Go to the form' },
  onArticle: { zh: '对这一条提意见', en: 'Comment on this article' },
  pointStep: { zh: '您的意见', en: 'Your comment' },
  alsoStep: { zh: '对别的条文还有意见吗', en: 'Anything on other articles' },
  alsoIntro: {
    zh: '没有就不用填。有的话可以一起提交, 用同一张回执。',
    en: 'Skip this if not. If there is more, it goes under the same receipt.',
  },
  whoStep: { zh: '您是谁', en: 'Who is speaking' },
  draft: { zh: '草案', en: 'Draft' },
  draftWrong: { zh: '没有这个草案, 请从草案列表中选择。', en: 'No such draft. Please choose from the list of drafts.' },
  article: { zh: '对哪一条提意见', en: 'Which article' },
  articleWrong: {
    zh: '这个草案里没有这一条, 请重新选择条文。',
    en: 'This draft has no such article. Please choose again.',
  },
  whole: { zh: '整部草案', en: 'The whole draft' },
  stance: { zh: '您的态度', en: 'Your view' },
  support: { zh: '赞成', en: 'Support' },
  oppose: { zh: '反对', en: 'Oppose' },
  amend: { zh: '修改', en: 'Change' },
  amendHint: { zh: '意思可以, 写法要改', en: 'The idea is right, the wording should change' },
  add: { zh: '增加', en: 'Add' },
  addHint: { zh: '少了内容, 要补上', en: 'Something is missing' },
  reason: { zh: '说说理由', en: 'Your reasons' },
  reasonHint: { zh: '为什么这样看, 您那里是什么情况。', en: 'Why, and how things are where you live.' },
  suggestedText: { zh: '建议改成怎样写', en: 'Your wording' },
  suggestedTextHint: {
    zh: '如: 将“四十八小时”改为“二十四小时”。',
    en: 'Such as: replace “forty-eight hours” by “twenty-four hours”.',
  },
  also: { zh: '对别的条文的意见', en: 'Comment on another article' },
  role: { zh: '您以什么身份提意见', en: 'In what capacity do you speak' },
  resident: { zh: '居民', en: 'Resident' },
  deputy: { zh: '人大代表', en: "Deputy of a people's congress" },
  enterprise: { zh: '企业', en: 'Enterprise' },
  organisation: { zh: '机关、社会组织或其他单位', en: 'Organ, association or other organisation' },
  station: { zh: '经哪个联络站', en: 'Through which station' },
  stationHint: { zh: '不选也可以。', en: 'You may leave this open.' },
} satisfies Record<string, Words>;

/** The heading of each part of the list, in the order it is shown. */
export const phaseWords: Record<Phase, Words> = {
  open: commentWords.openList,
  'to-come': commentWords.toComeList,
  closed: commentWords.closedList,
};
