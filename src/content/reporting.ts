import type { Site } from '../sites/site.ts';
import { forSite, type Content, type Section } from './content.ts';

const whereTo: Section = {
  heading: { zh: '向谁举报', en: 'Where to report' },
  paragraphs: [
    {
      zh: '检举控告由纪检监察机关或者有权处理的机关办理(《信访工作条例》第三十条)。',
      en: 'Reports on a person or an organ are handled by the supervisory bodies or the organ with authority (Regulations on Petitions, article 30).',
    },
  ],
  list: [
    { zh: '打电话: 12388。', en: 'By telephone: 12388.' },
    {
      zh: '当面递交或写信: {discipline}, {disciplineAddress}。',
      en: 'In person or by letter: {discipline}, {disciplineAddress}.',
    },
    { zh: '有人正受到伤害, 请马上拨打 110。', en: 'If someone is being harmed, call 110 at once.' },
  ],
};

const whatToSay: Section = {
  heading: { zh: '说些什么', en: 'What to say' },
  paragraphs: [
    {
      zh: '说清什么人、什么事、什么时间、什么地点, 有凭据的带上凭据。请如实反映。',
      en: 'Say who, what, when and where, and bring what proof you have. Please report what is true.',
    },
    {
      zh: '接收的机关不得把材料透露或者转给被举报的人和单位(第三十条、第四十六条)。',
      en: 'Whoever receives it may not disclose it or pass it on to those reported (articles 30 and 46).',
    },
  ],
};

const onThisSite = {
  signpost: {
    heading: { zh: '本站不办理举报', en: 'Reports are not handled here' },
    paragraphs: [
      {
        zh: '这里的表单不收举报, 什么也不发送、不保存。',
        en: 'If you choose to report, this site only shows you where to go; nothing is sent or kept.',
      },
    ],
  },
  take: {
    heading: { zh: '您若仍要在此留下', en: 'If you still leave it here' },
    paragraphs: [
      {
        zh: '内容只有专人可见, 不会转给被反映的人和单位, 也不发给联络站、代表。短信只说“您提交的事项已收到”, 不带编号。',
        en: 'Only cleared staff see it. It is not passed on to those it is about, nor to stations or deputies. The SMS says only that it was received, without a number.',
      },
    ],
  },
} satisfies Record<Site['report'], Section>;

/** The way to 12388 and to the place where a 检举控告 is handed in, and what this site does with one. */
export const reportingOf = (site: Site): Content => ({
  title: { zh: '要举报人或单位', en: 'To report a person or an organ' },
  version: '2026-11-22',
  sections: forSite(site, [whereTo, whatToSay, onThisSite[site.report]]),
});
