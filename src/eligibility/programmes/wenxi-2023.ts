import type { Paper } from '../define.ts';

/**
 * What the four Wenxi measures share. The newspaper page bears no date; it speaks of 7–11 May and of "since 2023", so
 * the first of May 2023 is an inference and `source` says so.
 */
export const wenxi2023 = {
  effectiveFrom: '2023-05-01',
  citation: {
    zh: '《闻喜县人才引进实施办法 (试行)》, 据公开报道; 条款号未公开',
    en: 'Wenxi County Measures for Bringing in Talent (trial), as reported; article numbers are not published',
  },
  source: {
    zh: '依据《闻喜县人才引进实施办法 (试行)》的公开报道整理。报道没有写日期, 约为 2023 年 5 月, 施行日期按 2023 年 5 月 1 日推定。以县里正式文件和审核结果为准; 未公开的内容一律写“待定”。',
    en: 'Drawn from a newspaper report on the Wenxi County Measures for Bringing in Talent (trial). The page is undated, about May 2023; 1 May 2023 as the date of effect is inferred. The county’s own document and review decide; what is not published is shown as pending.',
  },
} as const;

/** Asked in two measures: what the applicant would like to have, in fen. */
export const requestedFen = {
  label: { zh: '您想申请多少钱?', en: 'How much would you like to apply for?' },
  hint: { zh: '可以不填, 由县里评定', en: 'You may leave this empty; the county decides' },
  min: 0,
  // A figure above any ceiling is a failed check, not a wrong answer: up to 100 billion yuan can be asked for.
  max: 10_000_000_000_000,
} as const;

export const pendingPapers = { zh: '材料', en: 'papers to hand in' } as const;
export const pendingTime = { zh: '办理时限', en: 'time taken' } as const;

export const organisationPaper: Paper = {
  id: 'organisation-registration',
  label: {
    zh: '单位登记证照 (写有统一社会信用代码)',
    en: 'Registration certificate with the unified social credit code',
  },
};
