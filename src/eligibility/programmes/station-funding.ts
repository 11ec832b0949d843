import { choice, money, optional, yesno } from '../../lib/fields/index.ts';
import { defineMeasure, defineVersion } from '../define.ts';
import { organisationPaper, pendingPapers, requestedFen, wenxi2023 } from './wenxi-2023.ts';

const title = { zh: '引才伯乐奖·站点', en: 'Talent scout award · stations' };
const cited = { clause: title, citation: wenxi2023.citation };
const FOUNDING_FEN = 50_000_000;
const CEILING_FEN = 100_000_000;

const from2023 = defineVersion({
  effectiveFrom: wenxi2023.effectiveFrom,
  facts: {
    stationKind: choice({
      label: { zh: '建的是哪一种站点?', en: 'What kind of station is it?' },
      options: [
        { value: 'academician', label: { zh: '院士工作站', en: 'Academician workstation' } },
        {
          value: 'national-key-talent',
          label: { zh: '国家重点人才工程专家工作站', en: 'Expert workstation of a national key talent programme' },
        },
        {
          value: 'tcm-heritage',
          label: { zh: '全国名老中医药专家传承工作室', en: 'National heritage studio of a noted TCM expert' },
        },
        {
          value: 'other',
          label: { zh: '其他站点', en: 'Another kind' },
          hint: {
            zh: '公开报道写的是“等站点”, 其他站点由县里认定',
            en: 'The report says “and the like”; the county decides on other kinds',
          },
        },
      ],
    }),
    newlyBuilt: yesno({ label: { zh: '是新建的站点吗?', en: 'Is it newly built?' } }),
    withIntroducedTalent: yesno({
      label: { zh: '是联合引进的人才一起建的吗?', en: 'Was it built together with talent you brought in?' },
    }),
    stage: choice({
      label: { zh: '这次申请哪一笔?', en: 'What do you apply for now?' },
      options: [
        { value: 'founding', label: { zh: '建站经费', en: 'Funding for founding it' } },
        { value: 'results', label: { zh: '按运行情况和成果转化成效', en: 'Funding by operation and results' } },
      ],
    }),
    requestedFen: optional(money(requestedFen)),
  },
  rules: [
    {
      id: 'with-introduced-talent',
      fact: 'withIntroducedTalent',
      operator: 'is',
      operand: true,
      ...cited,
      hint: {
        zh: '这一项给联合引进人才建站的用人单位。',
        en: 'This is for employers that build a station together with talent they bring in.',
      },
    },
    {
      id: 'newly-built',
      when: [{ fact: 'stage', operator: 'is', operand: 'founding' }],
      fact: 'newlyBuilt',
      operator: 'is',
      operand: true,
      ...cited,
      hint: { zh: '建站经费只给新建的站点。', en: 'Funding for founding is for new stations only.' },
    },
    {
      id: 'requested-within-cap',
      fact: 'requestedFen',
      operator: 'at-most',
      operand: CEILING_FEN,
      ...cited,
      hint: { zh: '最高 100 万元, 请把申请金额改小。', en: 'At most 1,000,000 yuan; please ask for less.' },
    },
  ],
  amounts: [
    {
      is: 'sums',
      when: [
        { fact: 'stage', operator: 'is', operand: 'founding' },
        { fact: 'stationKind', operator: 'one-of', operand: ['academician', 'national-key-talent', 'tcm-heritage'] },
      ],
      parts: [{ label: { zh: '建站经费', en: 'Funding for founding' }, fen: FOUNDING_FEN }],
    },
    { is: 'ceiling', fen: CEILING_FEN, countsEarlier: true },
  ],
  amountWords: {
    zh: '建站 50 万元; 按运行情况和成果转化成效, 可申请最高 100 万元',
    en: '500,000 yuan for founding; by operation and results, up to 1,000,000 yuan',
  },
  papers: [
    { id: 'station-approval', label: { zh: '建站批准或授牌文件', en: 'Approval of the station' } },
    { id: 'talent-agreement', label: { zh: '与引进人才签的合作协议', en: 'Agreement with the talent brought in' } },
    organisationPaper,
  ],
  source: wenxi2023.source,
  pending: [
    {
      zh: '“最高 100 万元”是否含已给的 50 万元 (暂按含计算)',
      en: 'whether the 1,000,000 includes the 500,000 already given (counted as included for now)',
      settledBy: 'ceilingCountsEarlier',
    },
    { zh: '评审办法', en: 'how it is reviewed' },
    pendingPapers,
  ],
});

export const stationFunding = defineMeasure({
  id: 'station-funding',
  title,
  audience: {
    zh: '联合引进人才, 新建院士工作站、国家重点人才工程专家工作站、全国名老中医药专家传承工作室等的用人单位',
    en: 'Employers that bring in talent and build an academician, national expert or TCM heritage station or the like',
  },
  payee: 'employer',
  versions: [from2023],
});
