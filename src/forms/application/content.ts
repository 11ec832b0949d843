import type { KindContent, Section } from '../../content/content.ts';

const howTo: Section = {
  heading: { zh: '怎么申请补助', en: 'How to apply for a subsidy' },
  paragraphs: [
    {
      zh: '申请前先答几个问题, 马上看到初步结果: 符合不符合、大约多少、还缺什么。这是测算, 不是批准, 以审核为准。',
      en: 'Answer a few questions first and see at once whether you seem to qualify, for how much, and what is missing. This is an estimate; an officer decides.',
    },
    {
      zh: '公开的办法没有写明的金额、材料和期限, 一律写“待定”, 以县里正式公布为准。',
      en: 'Amounts, papers and dates that the published measure does not state are shown as not yet set.',
    },
  ],
};

/** How one applies for a subsidy, and what an application collects. */
export const applicationContent: KindContent = {
  guide: () => [howTo],
  collected: {
    zh: '补助申请: 姓名, 手机或邮箱, 与条件有关的情况; 发给本人的要身份证件号码, 发给单位的要单位名称和统一社会信用代码; 收款账户可以以后再填。',
    en: 'Application: name, phone or e-mail, the facts the conditions ask; an identity number where the payee is a person, name and credit code where it is an organisation; the account for payment may follow later.',
  },
  sensitive: true,
};
