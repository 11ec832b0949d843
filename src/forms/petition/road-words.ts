import type { Words } from '../../lib/words.ts';

/** What an officer is asked on the way. */
export const askWords = {
  note: { zh: '给来信人的话(公开)', en: 'To the sender (public)' },
  noteHint: {
    zh: '来信人凭查询码看到的就是这段话。要写明事实、理由和依据。',
    en: 'The sender reads exactly this with the code. Give facts, reasons and basis.',
  },
  remark: { zh: '内部意见(不公开)', en: 'Internal remark (not public)' },
  whyReturned: { zh: '为什么退回(不公开)', en: 'Why it is returned (not public)' },
  whyUrgent: { zh: '急在哪里(不公开)', en: 'What makes it urgent (not public)' },
  whyNoLonger: { zh: '为什么不再紧急(不公开)', en: 'Why it is no longer urgent (not public)' },
  remarkHint: { zh: '只有经办人员看得到。', en: 'Only those who work on the case see it.' },
  lead: { zh: '主办单位', en: 'Lead department' },
  leadHint: { zh: '写全称; 输入时可选。', en: 'Its full name; pick it as you type.' },
  with: { zh: '协办单位', en: 'Departments that help' },
  withHint: { zh: '几个单位用顿号分开。最后只有一份答复。', en: 'Part several by 、. There is one answer in the end.' },
  withinDays: { zh: '限几日内办理', en: 'Days to do it in' },
  moreDays: { zh: '延长几日', en: 'How many days more' },
  whyLater: { zh: '延期的理由(公开)', en: 'Why it takes longer (public)' },
  whyLaterHint: {
    zh: '来信人凭查询码看到的就是这段话(信访工作条例第三十四条)。',
    en: 'The sender reads exactly this with the code (article 34).',
  },
  approvedBy: { zh: '批准的负责人', en: 'Approved by' },
  approvedByHint: {
    zh: '延期要经单位负责人批准(信访工作条例第三十四条)。写姓名、职务。',
    en: 'A leader of the organ approves it (article 34). Name and post.',
  },
  claims: { zh: '来信人的诉求', en: 'What the sender asks for' },
  claimsHint: { zh: '用一两句话写明要求什么。', en: 'In one or two sentences.' },
  claimsNeeded: {
    zh: '请写明来信人的诉求: 处理意见书应当写明(信访工作条例第三十二条)。',
    en: 'Say what the sender asks for: an opinion states it (article 32).',
  },
  facts: { zh: '查明的事实和理由', en: 'Facts and reasons' },
  factsHint: { zh: '查到了什么, 为什么这样处理。', en: 'What was found, and why it is decided so.' },
  factsNeeded: {
    zh: '请写明事实和理由: 解释说明或不予支持的, 要让来信人知道查到了什么(信访工作条例第三十二条)。',
    en: 'Give the facts and reasons: who is not supported must know what was found (article 32).',
  },
  opinion: { zh: '处理意见全文', en: 'The opinion' },
  opinionHint: {
    zh: '怎么办、谁来办、哪天办好; 还不清楚的, 找谁。',
    en: 'What is done, by whom and when; whom to ask.',
  },
  basis: { zh: '依据', en: 'Basis' },
  basisHint: { zh: '法律、法规、政策的名称和条款。', en: 'Name and article of the law or policy.' },
  basisNeeded: {
    zh: '请写明依据: 解释说明或不予支持的, 要写明法律、法规或政策的条款(信访工作条例第三十二条)。',
    en: 'Give the basis: who is not supported must be told the article of the law or policy (article 32).',
  },
  outcome: { zh: '处理意见', en: 'Opinion' },
  supported: { zh: '支持', en: 'Supported' },
  explained: { zh: '解释说明', en: 'Explained' },
  notSupported: { zh: '不予支持', en: 'Not supported' },
  adopted: { zh: '采纳', en: 'Adopted' },
  partly: { zh: '部分采纳', en: 'Adopted in part' },
  noted: { zh: '留作参考', en: 'Kept in mind' },
  why: { zh: '为什么不受理', en: 'Why it is not accepted' },
  otherProcedure: {
    zh: '依法应通过诉讼、仲裁、复议等途径解决',
    en: 'The law gives it to courts, arbitration or review',
  },
  underWay: { zh: '同一事项正在办理', en: 'The same matter is under way' },
  concluded: { zh: '同一事项已经复核终结', en: 'The same matter has been concluded' },
  addition: { zh: '补充的内容', en: 'What is added' },
  additionHint: {
    zh: '要补的逐条写。材料不方便写的, 可以带到就近的联络站。',
    en: 'Answer point by point. What cannot be written down can be brought to a station nearby.',
  },
  comment: { zh: '想说的话', en: 'Anything you want to say' },
  commentHint: {
    zh: '哪里好, 哪里还不行。承办单位会看到。',
    en: 'What was good, what is not. The department sees it.',
  },
  rating: { zh: '满意度', en: 'Satisfaction' },
  satisfied: { zh: '满意', en: 'Satisfied' },
  mostly: { zh: '基本满意', en: 'Mostly satisfied' },
  unsatisfied: { zh: '不满意', en: 'Not satisfied' },
} satisfies Record<string, Words>;

/** Labels and sentences of the states; the sentence is what the sender reads in the timeline. */
export const stateWords = {
  registered: {
    label: { zh: '已登记', en: 'Registered' },
    public: { zh: '您的事项已登记, 正在研究由谁办理。', en: 'It is registered. We are working out who deals with it.' },
  },
  assigned: {
    label: { zh: '已交办', en: 'Assigned' },
    public: { zh: '已交给承办单位。', en: 'It has been given to the department that deals with it.' },
  },
  returned: {
    label: { zh: '已退回', en: 'Returned' },
    public: {
      zh: '承办单位认为不归它管, 由我们重新确定由谁办理。',
      en: 'The department finds it is not its own. We decide who deals with it.',
    },
  },
  accepted: {
    label: { zh: '已受理', en: 'Accepted' },
    public: { zh: '已受理, 正在办理。', en: 'It is accepted and being dealt with.' },
  },
  studied: {
    label: { zh: '研究中', en: 'Being studied' },
    public: {
      zh: '您的建议已收下, 正在认真研究, 研究结果会回复您。',
      en: 'We are studying your suggestion, and will reply.',
    },
  },
  extended: {
    label: { zh: '办理中(已延期)', en: 'Being dealt with (extended)' },
    public: { zh: '经负责人批准, 答复日期延长了, 理由如下。', en: 'With approval, the answer is put off. The reason:' },
  },
  'not-accepted': {
    label: { zh: '不予受理', en: 'Not accepted' },
    public: { zh: '这件事我们依法不能受理: {why}。', en: 'By law we cannot accept it: {why}.' },
  },
  directed: {
    label: { zh: '已告知去向', en: 'Told where to turn' },
    public: {
      zh: '这件事由别的单位负责, 去哪里、怎么办, 写在下面。',
      en: 'Another organ is in charge. Below is where to turn.',
    },
  },
  forwarded: {
    label: { zh: '已转办', en: 'Passed on' },
    public: { zh: '已转给有权处理的单位。', en: 'It has been passed to the organ in charge.' },
  },
  'handed-over': {
    label: { zh: '已移送', en: 'Handed over' },
    public: { zh: '已按规定移送有权处理的机关。', en: 'It has been handed over to the organ in charge.' },
  },
  answered: {
    label: { zh: '已答复', en: 'Answered' },
    public: {
      zh: '已答复您。处理意见: {outcome}。不同意的, 可以在 30 日内申请复查。',
      en: 'We have answered: {outcome}. If you disagree, you may ask for a review within 30 days.',
    },
  },
  replied: {
    label: { zh: '已回复', en: 'Replied' },
    public: { zh: '已回复您的建议: {outcome}。', en: 'We have replied to your suggestion: {outcome}.' },
  },
  closed: {
    label: { zh: '已办结', en: 'Closed' },
    public: { zh: '您的事项已办结。', en: 'Your matter is closed.' },
  },
  reopened: {
    label: { zh: '重新办理', en: 'Reopened' },
    public: { zh: '您的事项重新办理。', en: 'Your matter is being dealt with again.' },
  },
  reviewing: {
    label: { zh: '复查中', en: 'Under review' },
    public: { zh: '收到复查申请, 正在复查。', en: 'The request for a review is in. It is being reviewed.' },
  },
  reviewed: {
    label: { zh: '已复查', en: 'Reviewed' },
    public: {
      zh: '复查意见已出。不同意的, 可以在 30 日内申请复核。',
      en: 'The opinion of the review is here. If you disagree, you may ask for a second review within 30 days.',
    },
  },
  're-reviewing': {
    label: { zh: '复核中', en: 'Under second review' },
    public: { zh: '收到复核申请, 正在复核。', en: 'The request for a second review is in.' },
  },
  hearing: {
    label: { zh: '复核听证中(期限暂停)', en: 'Second review: hearing (limit stands still)' },
    public: {
      zh: '复核要举行听证, 时间、地点写在下面。听证期间, 期限暂停。',
      en: 'There is a hearing; below is when and where. Until it is over, the limit stands still.',
    },
  },
  heard: {
    label: { zh: '复核中(听证已结束)', en: 'Under second review (after the hearing)' },
    public: { zh: '听证已结束, 期限接着算。', en: 'The hearing is over, and the limit goes on.' },
  },
  concluded: {
    label: { zh: '已复核', en: 'Concluded' },
    public: {
      zh: '复核意见已出。同一事实和理由不再受理。',
      en: 'The opinion of the second review is here. The same facts and reasons are not accepted again.',
    },
  },
} satisfies Record<string, { label: Words; public: Words }>;

/** The words on the buttons. */
export const actionWords = {
  register: { zh: '登记', en: 'Register' },
  accept: { zh: '受理', en: 'Accept' },
  refuse: { zh: '不予受理', en: 'Refuse' },
  direct: { zh: '告知去向', en: 'Tell where to turn' },
  forward: { zh: '转办', en: 'Pass on' },
  assign: { zh: '交办', en: 'Assign' },
  return: { zh: '申请退回', en: 'Return' },
  extend: { zh: '申请延期', en: 'Extend' },
  supplement: { zh: '补充说明', en: 'Add what is missing' },
  askMore: { zh: '请补充', en: 'Ask for more' },
  urge: { zh: '催办', en: 'Urge' },
  markUrgent: { zh: '标记紧急', en: 'Mark as urgent' },
  unmarkUrgent: { zh: '取消紧急', en: 'No longer urgent' },
  supervise: { zh: '督办', en: 'Supervise' },
  answer: { zh: '答复', en: 'Answer' },
  followUp: { zh: '回访', en: 'Follow up' },
  rate: { zh: '评价这次办理', en: 'Rate how it was dealt with' },
  close: { zh: '办结', en: 'Close' },
  reopen: { zh: '重开', en: 'Reopen' },
  remark: { zh: '内部意见', en: 'Remark' },
  askReview: { zh: '申请复查', en: 'Ask for a review' },
  review: { zh: '复查答复', en: 'Give the opinion of the review' },
  askReReview: { zh: '申请复核', en: 'Ask for a second review' },
  hear: { zh: '举行听证', en: 'Hold a hearing' },
  endHearing: { zh: '听证结束', en: 'End the hearing' },
  reReview: { zh: '复核答复', en: 'Give the opinion of the second review' },
} satisfies Record<string, Words>;

/** Steps that leave the case where it is, as the sender reads them. */
export const stepWords = {
  assigned: { zh: '已交给承办单位。', en: 'It has been given to the department that deals with it.' },
  askedMore: {
    zh: '请在 {withinDays} 日内补充, 要补什么写在下面。',
    en: 'Please send what is missing within {withinDays} days:',
  },
  supplemented: { zh: '收到了补充的内容。', en: 'What was missing has been received.' },
  urged: { zh: '我们催促了承办单位。', en: 'We have urged the department.' },
  supervised: { zh: '上级正在督促办理。', en: 'A supervisor is following it.' },
  rated: { zh: '您的评价: {rating}。', en: 'Your rating: {rating}.' },
  followedUp: { zh: '我们回访了您, 您的评价: {rating}。', en: 'We asked whether you are satisfied: {rating}.' },
} satisfies Record<string, Words>;
