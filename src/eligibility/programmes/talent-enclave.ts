import { money, optional, yesno } from '../../lib/fields/index.ts';
import { defineMeasure, defineVersion } from '../define.ts';
import { organisationPaper, pendingPapers, requestedFen, wenxi2023 } from './wenxi-2023.ts';

const title = { zh: '人才飞地', en: 'Talent enclave' };
const cited = { clause: title, citation: wenxi2023.citation };
const CEILING_FEN = 50_000_000;

const from2023 = defineVersion({
  effectiveFrom: wenxi2023.effectiveFrom,
  facts: {
    independentRnd: yesno({
      label: { zh: '企业设立的是独立的研发机构吗?', en: 'Is the research body an independent one?' },
    }),
    outsideCounty: yesno({ label: { zh: '研发机构设在闻喜县外吗?', en: 'Is it outside Wenxi County?' } }),
    convertedInCounty: yesno({
      label: { zh: '研发成果在闻喜县内转化吗?', en: 'Are its results put to use inside Wenxi County?' },
    }),
    requestedFen: optional(money(requestedFen)),
  },
  rules: [
    {
      id: 'independent-rnd',
      fact: 'independentRnd',
      operator: 'is',
      operand: true,
      ...cited,
      hint: { zh: '这一项只给独立的研发机构。', en: 'This is only for independent research bodies.' },
    },
    {
      id: 'outside-county',
      fact: 'outsideCounty',
      operator: 'is',
      operand: true,
      ...cited,
      hint: { zh: '这一项给设在县外的研发机构。', en: 'This is for research bodies outside the county.' },
    },
    {
      id: 'converted-in-county',
      fact: 'convertedInCounty',
      operator: 'is',
      operand: true,
      ...cited,
      hint: { zh: '研发成果要在县内转化。', en: 'The results must be put to use inside the county.' },
    },
    {
      id: 'requested-within-cap',
      fact: 'requestedFen',
      operator: 'at-most',
      operand: CEILING_FEN,
      ...cited,
      hint: { zh: '最高 50 万元, 请把申请金额改小。', en: 'At most 500,000 yuan; please ask for less.' },
    },
  ],
  amounts: [{ is: 'ceiling', fen: CEILING_FEN }],
  amountWords: { zh: '最高 50 万元, 由县里评定', en: 'Up to 500,000 yuan, as the county decides' },
  papers: [
    { id: 'research-body', label: { zh: '县外研发机构的登记材料', en: 'Registration of the research body' } },
    {
      id: 'conversion',
      label: { zh: '成果在县内转化的合同或证明', en: 'Contract or proof that results are used in the county' },
    },
    organisationPaper,
  ],
  source: wenxi2023.source,
  pending: [{ zh: '评定办法', en: 'how it is assessed' }, pendingPapers],
});

export const talentEnclave = defineMeasure({
  id: 'talent-enclave',
  title,
  audience: {
    zh: '在县外设立独立研发机构、成果在县内转化的企业',
    en: 'Enterprises with an independent research body outside the county and results put to use inside it',
  },
  payee: 'enterprise',
  versions: [from2023],
});
