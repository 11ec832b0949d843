import type { AnswerTemplate } from '../answer-template.ts';

const direct = { action: 'direct' } as const;
const refuse = { action: 'refuse' } as const;

/** Texts for what is said before there is an answer: where to turn, why not, what is missing, why it takes longer. */
export const openings: readonly AnswerTemplate[] = [
  {
    ...direct,
    id: 'direct',
    label: { zh: '告知去向: 由别的单位负责', en: 'Another organ is in charge' },
    fills: {
      note: '您好。您反映的事由{单位}负责。请带上{材料}, 到{地址}提出, 或先打{电话}问一问。我们已把您的来信登记, 编号 {编号}。(《信访工作条例》第二十三条)',
    },
  },
  {
    ...direct,
    id: 'direct-wages',
    label: { zh: '告知去向: 欠薪找劳动监察', en: 'Wages: labour inspection' },
    topics: ['jobs'],
    fills: {
      note: '您好。拖欠工资由{单位}劳动监察大队负责查处, 您的记工本、合同、转账记录请保存好。请带上这些到{地址}, 或打 12333。申请劳动仲裁不收费。我们已把您的来信登记, 编号 {编号}。(《信访工作条例》第二十三条)',
    },
  },
  {
    ...direct,
    id: 'direct-court',
    label: { zh: '告知去向: 判决了, 申请执行', en: 'A judgment: apply for its execution' },
    topics: ['housing', 'neighbour', 'jobs', 'finance'],
    fills: {
      note: '您好。您的事法院已经作出判决, 执行由法院负责, 联络站和代表不能代替或者干预。您可以带上判决书, 到作出一审判决的法院申请执行; 经济困难的, 可以拨打 12348 咨询法律援助。我们已把您的来信登记, 编号 {编号}。(《信访工作条例》第二十三条、第二十八条)',
    },
  },
  {
    ...refuse,
    id: 'refuse-court',
    label: { zh: '不予受理: 应走诉讼、仲裁、复议', en: 'Not accepted: for courts, arbitration or review' },
    fills: {
      why: 'other-procedure',
      note: '您好。您的事依法应当通过{途径}解决, 我们不能代替或者干预。请带上{材料}, 到{单位}提出; 经济困难的, 可以拨打 12348 咨询法律援助。我们已把您的来信登记, 编号 {编号}。(《信访工作条例》第二十三条、第三十一条)',
    },
  },
  {
    ...refuse,
    id: 'refuse-under-way',
    label: { zh: '不予受理: 同一件事正在办', en: 'Not accepted: under way already' },
    fills: {
      why: 'under-way',
      note: '您好。这件事正在办, 还没有到期, 不用再提交。{单位}定在{日期}前办好, 有变化会发短信告诉您。(《信访工作条例》第十九条)',
    },
  },
  {
    ...refuse,
    id: 'refuse-concluded',
    label: { zh: '不予受理: 已经复核', en: 'Not accepted: concluded' },
    fills: {
      why: 'concluded',
      note: '您好。这件事已在{日期}作出复核意见, 同一事实和理由按规定不再受理。如果有新的事实, 请写明, 我们再看。需要人讲一讲的, 请打{电话}。(《信访工作条例》第三十六条)',
    },
  },
  {
    action: 'extend',
    id: 'extend',
    label: { zh: '延期告知', en: 'It takes longer' },
    fills: {
      note: '您好。您反映的事要{还要做什么}, 原定日期办不完, 经单位负责人批准延长, 理由是: {理由}。给您添麻烦了, 进展会告诉您。(《信访工作条例》第三十四条)',
    },
  },
  {
    action: 'ask-more',
    id: 'ask-more',
    label: { zh: '请补充材料', en: 'Something is missing' },
    fills: {
      withinDays: '15',
      note: '您好。为了把您的事办好, 请补{材料}。可以回到查询页、到就近联络站, 或打{电话}告诉我们; 不会写的, 联络站可以代办。',
    },
  },
  {
    action: 'accept',
    id: 'accept-request',
    label: { zh: '受理告知', en: 'It is accepted' },
    only: ['request'],
    fills: {
      note: '您好。您反映的事我们受理了, 由{单位}办理, 经办电话{电话}。办理中要到现场的, 会先和您联系。',
    },
  },
  {
    action: 'reopen',
    id: 'reopen',
    label: { zh: '重新办理', en: 'Dealt with again' },
    fills: { note: '您好。您反映的事我们接着办: {原因}。由{单位}办理, {日期}前告诉您结果。' },
  },
];
