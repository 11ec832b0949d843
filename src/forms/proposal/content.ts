import type { Section } from '../../content/content.ts';

/** What the guide says of suggestions, where a county lists its deputies. */
export const proposalGuide: readonly Section[] = [
  {
    heading: { zh: '您反映的事怎样变成代表建议', en: 'How your matter can become a deputy’s suggestion' },
    paragraphs: [
      {
        zh: '一件事关系到许多人、要部门一起解决的, 代表可以把它写成建议, 由县人大常委会办公室交办(代表法第三十六条、第五十一条)。您自己的事项照原来的期限继续办理。',
        en: 'Where a matter touches many and takes departments to solve, a deputy may make a suggestion of it; the congress office hands it over (Deputies Law 36, 51). Your own matter goes on with its dates.',
      },
    ],
    list: [
      {
        zh: '答复: 自交办之日起三个月内; 涉及面广、处理难度较大的, 六个月内(第五十一条第二款)。',
        en: 'The reply comes within three months of handing over, within six where it is wide or hard (51(2)).',
      },
      {
        zh: '公开: 办理情况报告在“代表建议”里公开(第五十一条第三款)。您的姓名和电话不写进建议, 也不公开。',
        en: 'The report is published on this site (51(3)). Your name and phone are never part of it.',
      },
      {
        zh: '代表不直接处理问题, 不干预具体司法案件和具体执法案件(第三十一条第二款、第五十九条)。',
        en: 'Deputies settle nothing themselves and do not interfere in concrete court or law-enforcement cases (31(2), 59).',
      },
    ],
  },
];
