import { integer, yesno } from '../../lib/fields/index.ts';
import { defineMeasure, defineVersion } from '../define.ts';
import { organisationPaper, pendingPapers, pendingTime, wenxi2023 } from './wenxi-2023.ts';

const title = { zh: '引才伯乐奖·企业', en: 'Talent scout award · enterprises' };
const cited = { clause: title, citation: wenxi2023.citation };

const doctors = {
  zh: '同一人只算最高学历一次。公开内容没有写博士的标准, 请打电话问县人才工作机构, 不要按硕士填。',
  en: 'Count each person once, by the highest degree. Nothing is published on doctors: ask the county talent office, and do not count them as masters.',
};

const from2023 = defineVersion({
  effectiveFrom: wenxi2023.effectiveFrom,
  facts: {
    enterpriseInCounty: yesno({
      label: { zh: '企业是否在闻喜县内登记?', en: 'Is the enterprise registered in Wenxi County?' },
    }),
    masters: integer({
      label: {
        zh: '这次申报的人里, 最高学历为全日制硕士的有几人?',
        en: 'Of those you apply for, how many have a full-time master’s as their highest degree?',
      },
      hint: doctors,
      min: 0,
      max: 9999,
    }),
    bachelors: integer({
      label: {
        zh: '这次申报的人里, 最高学历为全日制本科的有几人?',
        en: 'Of those you apply for, how many have a full-time bachelor’s as their highest degree?',
      },
      min: 0,
      max: 9999,
    }),
    fullTime: yesno({
      label: { zh: '以上人员的学历都是全日制学历吗?', en: 'Were all these degrees earned by full-time study?' },
      hint: { zh: '说的是学历, 不是工作方式', en: 'This is about study, not about working hours' },
    }),
  },
  rules: [
    {
      id: 'enterprise-in-county',
      fact: 'enterpriseInCounty',
      operator: 'is',
      operand: true,
      ...cited,
      hint: { zh: '这一项只给县内企业。', en: 'This is only for enterprises in the county.' },
    },
    {
      id: 'full-time-degrees',
      fact: 'fullTime',
      operator: 'is',
      operand: true,
      ...cited,
      hint: {
        zh: '只算全日制学历的人。请去掉非全日制的人数, 再测算。',
        en: 'Only full-time degrees count. Leave the others out and try again.',
      },
    },
    {
      id: 'at-least-one-hire',
      fact: 'masters',
      plus: ['bachelors'],
      operator: 'at-least',
      operand: 1,
      ...cited,
      hint: {
        zh: '硕士、本科合起来至少要有 1 人。引进的是博士的, 请打电话问县人才工作机构。',
        en: 'At least one master or bachelor is needed. For doctors, ask the county talent office.',
      },
    },
  ],
  amounts: [
    {
      is: 'sums',
      parts: [
        {
          label: { zh: '全日制硕士研究生 {count} 人 × {yuan} 元', en: 'Full-time masters: {count} × {yuan} yuan' },
          fen: 300_000,
          perHead: 'masters',
        },
        {
          label: { zh: '全日制本科生 {count} 人 × {yuan} 元', en: 'Full-time bachelors: {count} × {yuan} yuan' },
          fen: 200_000,
          perHead: 'bachelors',
        },
      ],
    },
  ],
  amountWords: {
    zh: '全日制硕士研究生每人 3000 元, 全日制本科生每人 2000 元, 给企业',
    en: '3,000 yuan for each full-time master, 2,000 yuan for each full-time bachelor, paid to the enterprise',
  },
  papers: [
    {
      id: 'degrees',
      label: { zh: '引进人员的毕业证书、学位证书', en: 'Diplomas and degree certificates of those hired' },
    },
    { id: 'contracts', label: { zh: '与引进人员签的劳动合同', en: 'Contracts of employment with those hired' } },
    organisationPaper,
  ],
  source: wenxi2023.source,
  pending: [
    { zh: '博士标准', en: 'the sum for doctors' },
    { zh: '“引进”的认定 (合同、社保)', en: 'what counts as bringing in (contract, social insurance)' },
    pendingPapers,
    pendingTime,
  ],
});

export const hireReward = defineMeasure({
  id: 'hire-reward',
  title,
  audience: { zh: '县内企业', en: 'Enterprises in the county' },
  payee: 'enterprise',
  versions: [from2023],
});
