import type { Site } from '../sites/site.ts';
import { forSite, type Content, type KindContent, type Section } from './content.ts';

const contact: Section = {
  heading: { zh: '在哪里办', en: 'Where to turn' },
  paragraphs: [
    { zh: '下面几种方式都可以, 效力一样。', en: 'All of these ways count the same.' },
    {
      zh: '紧急情况不要在这里等, 请拨打 110、119 或 120。',
      en: 'In an emergency do not wait here: call 110, 119 or 120.',
    },
  ],
  list: [
    { zh: '网上: 在本站填写, 不限时间。', en: 'Online: fill in a form on this site, at any hour.' },
    { zh: '电话: {phone}, 工作人员可以替您填。', en: 'By telephone: {phone}. The staff can fill in the form for you.' },
    { zh: '当面或写信: {office}, {address}。', en: 'In person or by letter: {office}, {address}.' },
    { zh: '接待时间: {hours}。', en: 'Hours: {hours}.' },
  ],
};

const howToQuery: Section = {
  heading: { zh: '怎么查办到哪一步', en: 'How to follow your matter' },
  paragraphs: [
    {
      zh: '提交后您会得到编号和查询码。在“查询办理情况”里填这两样, 就能看到办到哪一步、什么时候答复, 以及我们给您发过哪些短信和邮件。',
      en: 'After sending you get a number and a query code. With both you can see how far your matter is, when an answer is due, and which messages we sent you.',
    },
    {
      zh: '忘了查询码, 填编号就能要一个新的, 发到您留的手机或邮箱。没有手机, 请打 {phone}。',
      en: 'If you have lost the code, ask for a new one with the number; it goes to the phone or e-mail you gave. Without either, call {phone}.',
    },
  ],
};

/** What 信访工作条例 art. 18 wants published, and what each of the site's forms adds to it. */
export const guideOf = (site: Site, kinds: readonly Pick<KindContent, 'guide'>[]): Content => ({
  title: { zh: '办事指南', en: 'Guide' },
  version: '2026-11-25',
  sections: forSite(site, [contact, howToQuery, ...kinds.flatMap(({ guide }) => guide(site))]),
});
