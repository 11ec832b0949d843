import type { Words } from '../../lib/words.ts';

/** What is asked when a deputy's suggestion is written. */
export const proposalWords = {
  label: { zh: '代表建议', en: 'Deputy’s suggestion' },
  proposer: { zh: '提出人', en: 'Proposer' },
  proposerHint: {
    zh: '本县联络站公布的代表。代表只能以自己的名义提出。',
    en: 'A deputy of the county’s list. Deputies propose in their own name only.',
  },
  cautionTitle: { zh: '先看两条', en: 'Before you write' },
  caution: {
    zh: '代表不干预具体司法案件和具体执法案件, 也不借建议办个人的事(代表法第五十九条)。来信人的姓名、电话、住址一律不写: 建议办完要全文公开。',
    en: 'Deputies do not interfere in concrete court or law-enforcement cases (Deputies Law 59). Nothing of the petitioner goes in: it is published in full in the end.',
  },
  notYours: { zh: '请选您本人。', en: 'Please choose yourself.' },
  cosigners: { zh: '附议代表', en: 'Co-signers' },
  cosignersHint: { zh: '没有就不选。', en: 'None is fine.' },
  proposerCosigns: { zh: '提出人不用再附议。', en: 'The proposer does not sign a second time.' },
  title: { zh: '标题', en: 'Title' },
  titleHint: {
    zh: '一件建议只写一件事。写成《关于……的建议》。标题、案由、问题和建议将来全文公开。',
    en: 'One matter to a suggestion. Title, ground, problem and asks will be published in full.',
  },
  reason: { zh: '案由', en: 'Ground' },
  reasonHint: { zh: '一两句话: 为什么提。', en: 'In a sentence or two: why.' },
  problem: { zh: '问题', en: 'Problem' },
  problemHint: {
    zh: '写调查核实的情况, 一段一个意思。不写来信人的姓名、电话、住址和能认出他的话。',
    en: 'What you found, one point a paragraph. Nothing by which the petitioner could be known.',
  },
  asks: { zh: '建议', en: 'Asks' },
  asksHint: { zh: '一行写一条, 页面会自动编号。要具体、能办。', en: 'One a line; they are numbered by themselves.' },
  remark: { zh: '内部意见(不公开)', en: 'Internal remark (not public)' },
  remarkHint: {
    zh: '人大办公室和承办单位看得到, 代表看不到, 不公开。',
    en: 'For the congress office and the department. Neither the deputy nor the public sees it.',
  },
  note: { zh: '公开的话', en: 'Public words' },
  noteHint: { zh: '代表看得到, 办结后随报告公开。', en: 'The deputy reads it; it is published with the report.' },
  replyText: { zh: '答复全文(公开)', en: 'Reply in full (public)' },
  replyHint: {
    zh: '逐条答复: 每一条怎么办、谁办、什么时候办好。公开后, 来信的居民也收到这段话。',
    en: 'Reply to each ask: what is done, by whom, by when. Once published, the petitioner gets these words too.',
  },
  why: { zh: '为什么不接收', en: 'Why it is not received' },
  unclear: { zh: '不明确、不具体', en: 'Not definite enough' },
  several: { zh: '写了不止一件事', en: 'More than one matter' },
  concrete: {
    zh: '涉及具体司法案件或者具体执法案件(代表法第五十九条)',
    en: 'About a concrete court or law-enforcement case (Deputies Law 59)',
  },
  elsewhere: { zh: '不属于本级办理的范围', en: 'Not for this level' },
  lead: { zh: '主办单位', en: 'Lead department' },
  leadHint: { zh: '写全称; 输入时可选。', en: 'Its full name; pick it as you type.' },
  with: { zh: '会办单位', en: 'Departments that help' },
  withHint: { zh: '几个单位用顿号分开。由主办单位统一答复。', en: 'Part several by 、. The lead replies for all.' },
  category: { zh: '办理结果', en: 'Result' },
  categoryHint: { zh: '分类由本县规定, 不是法律规定。', en: 'The classes are the county’s own, not the law’s.' },
  contact: { zh: '怎样与代表联系沟通的', en: 'How the deputy was contacted' },
  contactHint: {
    zh: '代表法第五十一条第二款: 办理过程中应当与代表联系沟通。',
    en: 'Deputies Law 51(2): whoever handles it is in contact with the deputy.',
  },
  visit: { zh: '登门走访', en: 'a visit' },
  onSite: { zh: '一起到现场', en: 'on the spot together' },
  meeting: { zh: '座谈', en: 'a meeting' },
  phone: { zh: '电话', en: 'by telephone' },
  rating: { zh: '对办理答复', en: 'With the reply' },
  satisfied: { zh: '满意', en: 'Satisfied' },
  mostly: { zh: '基本满意', en: 'Mostly satisfied' },
} satisfies Record<string, Words>;

/** Labels and public sentences of the states. `{category}` and the like are what was chosen on the way in. */
export const proposalStateWords = {
  received: {
    label: { zh: '已起草', en: 'Drafted' },
    public: { zh: '代表提出了建议。', en: 'The deputy made the suggestion.' },
  },
  examined: {
    label: { zh: '已审查', en: 'Examined' },
    public: { zh: '审查通过, 正在确定办理单位。', en: 'Examined. It is being decided who handles it.' },
  },
  'not-received': {
    label: { zh: '不予接收', en: 'Not received' },
    public: { zh: '没有接收: {why}。', en: 'Not received: {why}.' },
  },
  assigned: {
    label: { zh: '已交办', en: 'Handed over' },
    public: { zh: '已交承办单位办理, 三个月内答复。', en: 'Handed over, to be replied to within three months.' },
  },
  'assigned-wide': {
    label: { zh: '已交办(六个月)', en: 'Handed over (six months)' },
    public: {
      zh: '已交承办单位办理。涉及面广、处理难度较大, 六个月内答复。',
      en: 'Handed over. It is wide or hard, to be replied to within six months.',
    },
  },
  returned: {
    label: { zh: '已申请退回', en: 'Returned' },
    public: {
      zh: '承办单位对交办有异议, 正在重新确定办理单位。',
      en: 'The department objects. It is being decided anew who handles it.',
    },
  },
  reassigned: {
    label: { zh: '已重新交办', en: 'Handed over anew' },
    public: { zh: '已重新交办, 答复期限不变。', en: 'Handed over anew; the date stands.' },
  },
  extended: {
    label: { zh: '办理中(已延期)', en: 'Handled (extended)' },
    public: {
      zh: '涉及面广、处理难度较大, 答复期限延长到交办后六个月。',
      en: 'It is wide or hard: the date is put off to six months after handing over.',
    },
  },
  replied: {
    label: { zh: '已答复代表', en: 'Replied' },
    public: {
      zh: '已答复代表。办理结果: {category}。与代表联系: {contact}。',
      en: 'Replied to the deputy. Result: {category}. Contact: {contact}.',
    },
  },
  again: {
    label: { zh: '重新办理', en: 'Handled again' },
    public: { zh: '代表反馈: 不满意, 重新办理。', en: 'The deputy is not satisfied. It is handled again.' },
  },
  rated: {
    label: { zh: '代表已反馈', en: 'Deputy has responded' },
    public: { zh: '代表反馈: {rating}。', en: 'The deputy’s response: {rating}.' },
  },
  closed: { label: { zh: '已办结', en: 'Closed' }, public: { zh: '办理完毕。', en: 'Closed.' } },
  published: {
    label: { zh: '已公开', en: 'Published' },
    public: { zh: '办理情况报告已公开。', en: 'The report is published.' },
  },
} satisfies Record<string, { label: Words; public: Words }>;

/** The words on the buttons; those of the congress offices' own systems. */
export const proposalActionWords = {
  examine: { zh: '审查通过', en: 'Pass' },
  refuse: { zh: '不予接收', en: 'Do not receive' },
  assign: { zh: '交办', en: 'Hand over' },
  assignWide: { zh: '交办(六个月)', en: 'Hand over (six months)' },
  return: { zh: '申请退回', en: 'Return' },
  reassign: { zh: '重新交办', en: 'Hand over anew' },
  extend: { zh: '延长到六个月', en: 'Extend to six months' },
  urge: { zh: '催办', en: 'Urge' },
  key: { zh: '列为重点督办', en: 'Put under key supervision' },
  reply: { zh: '答复代表', en: 'Reply to the deputy' },
  feedback: { zh: '代表反馈', en: 'Deputy’s response' },
  dissatisfied: { zh: '代表反馈: 不满意', en: 'Deputy’s response: not satisfied' },
  close: { zh: '办结', en: 'Close' },
  publish: { zh: '公开', en: 'Publish' },
  progress: { zh: '公开后续进展', en: 'Publish progress' },
  remark: { zh: '内部意见', en: 'Remark' },
} satisfies Record<string, Words>;

/** Steps that leave the suggestion where it is, as the report says them. */
export const proposalStepWords = {
  urged: { zh: '催办。', en: 'The department was urged.' },
  key: {
    zh: '列为重点督办建议(代表法第五十二条)。',
    en: 'Put under key supervision (Deputies Law 52).',
  },
  progress: { zh: '后续进展。', en: 'Progress since.' },
} satisfies Record<string, Words>;
