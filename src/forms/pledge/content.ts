import type { KindContent, Section } from '../../content/content.ts';

const howTo: Section = {
  heading: { zh: '怎么参加承诺', en: 'How to join the pledge' },
  paragraphs: [
    {
      zh: '自愿填写。凭编号和查询码可以随时撤回, 撤回就删除。默认不公开, 您勾选了才公开姓氏和单位。',
      en: 'It is voluntary. Withdraw at any time with number and code, and it is deleted. Nothing is public unless you tick so, and then only surname and unit.',
    },
  ],
};

/** How one joins a pledge, and what it collects. */
export const pledgeContent: KindContent = {
  guide: () => [howTo],
  collected: {
    zh: '承诺: 姓名, 手机或邮箱, 单位(可不填), 是否愿意公开。不问是否党员, 不问家庭情况。',
    en: 'Pledge: name, phone or e-mail, unit (optional), whether it may be public. We ask about neither party membership nor family.',
  },
};
