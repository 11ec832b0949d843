import type { KindContent, Section } from '../../content/content.ts';
import type { Words } from '../../lib/words.ts';
import type { Site } from '../../sites/site.ts';

const whatToBring: Section = {
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

const procedure = (organ: Site['organ']): Section => ({
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

const manners: Section = {
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

/** What 信访工作条例 18 wants published of petitions, and what they collect. */
export const petitionContent: KindContent = {
  guide: ({ organ }) => [whatToBring, procedure(organ), manners],
  collected: {
    zh: '诉求建议: 姓名, 手机或邮箱, 住址(要解决困难的必填), 事情的内容和地点。',
    en: 'Petition: name, phone or e-mail, address (needed for a request), what it is about and where.',
  },
};
