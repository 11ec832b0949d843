import type { KindContent, Section } from '../../content/content.ts';

const howTo: Section = {
  heading: { zh: '怎么对法规草案提意见', en: 'How to comment on a draft' },
  paragraphs: [
    {
      zh: '在征求意见的期限内, 可以对某一条说, 也可以对整部说。写明赞成、反对、修改还是增加, 并说说理由; 几条意见可以一起提交, 用同一张回执。',
      en: 'While the window is open you can speak to one article or to the whole, for, against, to change or to add, with your reasons. Several comments can go under one receipt.',
    },
    {
      zh: '意见整理后报给制定机关。是否采纳由制定机关决定, 结果会公布。法律没有规定逐条答复的期限。',
      en: 'Comments go to the body that makes the law. It decides, and publishes what was adopted. The law sets no date for single answers.',
    },
  ],
};

/** How one comments on a draft, and what a comment collects. */
export const commentContent: KindContent = {
  guide: () => [howTo],
  collected: {
    zh: '草案意见: 姓名, 手机或邮箱, 身份类别, 联络站(可不选), 您的意见、理由和修改建议。',
    en: 'Comment: name, phone or e-mail, in what capacity you speak, station (optional), your opinion, reasons and wording.',
  },
};
