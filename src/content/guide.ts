import type { Words } from '../lib/words.ts';
import type { Site } from '../sites/site.ts';
import { forSite, type Content, type Section } from './content.ts';

const contact: Section = {
  heading: { zh: '在哪里办', en: 'Where to turn' },
  paragraphs: [{ zh: '下面几种方式都可以, 效力一样。', en: 'All of these ways count the same.' }],
  list: [
    { zh: '网上: 在本站填写, 不限时间。', en: 'Online: fill in a form on this site, at any hour.' },
    { zh: '电话: {phone}, 工作人员可以替您填。', en: 'By telephone: {phone}. The staff can fill in the form for you.' },
    { zh: '当面或写信: {office}, {address}。', en: 'In person or by letter: {office}, {address}.' },
    { zh: '接待时间: {hours}。', en: 'Hours: {hours}.' },
    { zh: '紧急情况请拨打 110、119 或 120。', en: 'In an emergency call 110, 119 or 120.' },
  ],
};

const howToQuery: Section = {
  heading: { zh: '怎么查进展和结果', en: 'How to follow your matter' },
  paragraphs: [
    {
      zh: '提交后您会得到编号和查询码。在「查进展」里填这两样, 就能看到办到哪一步、什么时候答复, 以及我们给您发过哪些短信和邮件。',
      en: 'After sending you get a number and a query code. With both you can see how far your matter is, when an answer is due, and which messages we sent you.',
    },
    {
      zh: '忘了查询码, 填编号就能要一个新的, 发到您留的手机或邮箱。没有手机, 请打 {phone}。',
      en: 'If you have lost the code, ask for a new one with the number; it goes to the phone or e-mail you gave. Without either, call {phone}.',
    },
  ],
};

const petitionKinds: Section = {
  heading: { zh: '哪些事可以反映', en: 'What you can bring' },
  paragraphs: [
    {
      zh: '公民、法人和其他组织都可以反映, 外国人也一样(《信访工作条例》第十七条、第四十八条)。',
      en: 'Any person or organisation may, foreigners included (Regulations on Petitions, articles 17 and 48).',
    },
  ],
  list: [
    {
      zh: '意见建议: 有关部门研究, 采纳的会告诉您(第二十九条)。',
      en: 'Suggestions: they are studied, and you hear what was adopted (article 29).',
    },
    {
      zh: '困难和诉求: 要写清姓名、住址、要求和事实、理由(第十九条)。',
      en: 'Requests: give your name, address, what you ask, the facts and the reasons (article 19).',
    },
    {
      zh: '举报人或单位: 由纪检监察等有权机关办理, 不得透露或转给被举报的人和单位(第三十条)。请拨打 12388。',
      en: 'Reports on a person or an organ: handled by the supervisory bodies and never shown to those reported (article 30). Please call 12388.',
    },
    {
      zh: '已经或应当打官司、仲裁、行政复议的事: 请走那条路, 我们会告诉您去哪里(第三十一条)。',
      en: 'Matters for a court, arbitration or administrative review: please go there; we tell you where (article 31).',
    },
  ],
};

const firstStep = {
  'petition-office': {
    zh: '登记: 收到后 15 日内转送或交给有权处理的单位(第二十二条)。',
    en: 'Registered, and passed within 15 days to the organ that may decide (article 22).',
  },
  'other-organ': {
    zh: '登记: 收到后 15 日内书面告诉您是否受理; 不归我们管的, 告诉您去哪里(第二十三条)。',
    en: 'Registered, and within 15 days you are told in writing whether it is accepted, or where to go instead (article 23).',
  },
} satisfies Record<Site['organ'], Words>;

const petitionProcedure = (organ: Site['organ']): Section => ({
  heading: { zh: '怎么办、多长时间', en: 'What happens, and by when' },
  paragraphs: [
    {
      zh: '期限按日历天数算, 从收到的第二天起算。最后一天是休息日的, 顺延到下一个工作日; 顺延是参照《民法典》第二百零三条。',
      en: 'Days are calendar days, counted from the day after receipt. A last day that is a day off moves to the next workday; this follows article 203 of the Civil Code by analogy.',
    },
  ],
  list: [
    firstStep[organ],
    {
      zh: '办理: 诉求类自受理之日起 60 日内办结。情况复杂的, 经负责人批准可延长一次, 不超过 30 日, 并告诉您理由(第三十四条)。',
      en: 'Handled: a request is settled within 60 days of acceptance; a complex one may take up to 30 more, with approval, and you are told why (article 34).',
    },
    {
      zh: '答复: 写明您的要求、查到的事实和理由、处理意见和依据(第三十二条)。您可以评价。',
      en: 'Answered: with your claim, the facts and reasons found, the decision and its basis (article 32). You can rate it.',
    },
    {
      zh: '复查: 不满意的, 收到书面答复之日起 30 日内向上一级提出, 30 日内给意见(第三十五条)。',
      en: 'Review: if you disagree, ask the next higher level within 30 days of the written answer; it decides within 30 days (article 35).',
    },
    {
      zh: '复核: 还不满意的, 收到复查意见之日起 30 日内再提一次, 30 日内给意见, 听证时间不算(第三十六条)。之后同样的事实和理由不再受理。',
      en: 'Second review: ask once more within 30 days; it is decided within 30 days, hearings not counted (article 36). After that the same facts and reasons are not taken again.',
    },
  ],
});

const petitionManners: Section = {
  heading: { zh: '您要知道的', en: 'Good to know' },
  paragraphs: [],
  list: [
    {
      zh: '办理不收费。谁也不能打击报复(第十八条、第四十六条)。',
      en: 'It is free, and nobody may retaliate (articles 18 and 46).',
    },
    {
      zh: '请如实写, 对内容的真实性负责(第十九条)。',
      en: 'Please write what is true; you answer for it (article 19).',
    },
    {
      zh: '同一件事正在办理、还没到期, 又向上级提出的, 上级不再受理(第十九条)。',
      en: 'A matter under way and in time is not taken a second time by a higher level (article 19).',
    },
    {
      zh: '多人走访反映同一件事, 请推选代表, 不超过 5 人(第二十条)。',
      en: 'For a shared matter in person, choose at most 5 representatives (article 20).',
    },
  ],
};

const comments: Section = {
  heading: { zh: '怎么对法规草案提意见', en: 'How to comment on a draft' },
  paragraphs: [
    {
      zh: '在征求意见的期限内, 可以对某一条说, 也可以对整部说。写明赞成、反对、修改还是新增, 并说说理由。',
      en: 'While the window is open you can speak to one article or to the whole, for, against, to change or to add, with your reasons.',
    },
    {
      zh: '意见整理后报给制定机关。是否采纳由制定机关决定, 结果会公布。法律没有规定逐条答复的期限。',
      en: 'Comments go to the body that makes the law. It decides, and publishes what was adopted. The law sets no date for single answers.',
    },
  ],
};

const applications: Section = {
  heading: { zh: '怎么申请补助', en: 'How to apply for a subsidy' },
  paragraphs: [
    {
      zh: '申请前先答几个问题, 马上看到初步结果: 符合不符合、大约多少、还缺什么。这是测算, 不是批准, 以审核为准。',
      en: 'Answer a few questions first and see at once whether you seem to qualify, for how much, and what is missing. This is an estimate; an officer decides.',
    },
    {
      zh: '公开的办法没有写明的金额、材料和期限, 一律写「待定」, 以县里正式公布为准。',
      en: 'Amounts, papers and dates that the published measure does not state are shown as not yet set.',
    },
  ],
};

const pledges: Section = {
  heading: { zh: '怎么参加承诺', en: 'How to join the pledge' },
  paragraphs: [
    {
      zh: '自愿填写。凭编号和查询码可以随时撤回, 撤回就删除。默认不公开, 您勾选了才公开姓氏和单位。',
      en: 'It is voluntary. Withdraw at any time with number and code, and it is deleted. Nothing is public unless you tick so, and then only surname and unit.',
    },
  ],
};

const byForm: Record<string, (site: Site) => readonly Section[]> = {
  petition: (site) => [petitionKinds, petitionProcedure(site.organ), petitionManners],
  comment: () => [comments],
  application: () => [applications],
  pledge: () => [pledges],
};

/** What 信访工作条例 art. 18 wants published, and the same for the other forms a site opens. */
export const guideOf = (site: Site): Content => ({
  title: { zh: '办事指南', en: 'Guide' },
  version: '2026-11-22',
  sections: forSite(site, [contact, howToQuery, ...site.forms.flatMap((kind) => byForm[kind]?.(site) ?? [])]),
});
