import { say, type Lang, type Words } from '../lib/words.ts';
import type { CountyTerms } from './county-terms.ts';
import type { MeasureVersion } from './define.ts';
import type { Outcome, Trace } from './evaluate.ts';
import { stillPending } from './published.ts';
import { yuanWords } from './yuan.ts';

/** What stands above a result. */
export const outcomeTitles = {
  eligible: { zh: '初步符合公开条件', en: 'You appear to meet the published conditions' },
  discretionary: {
    zh: '初步符合公开条件, 由县里评定',
    en: 'You appear to meet the published conditions; the county decides',
  },
  incomplete: { zh: '还差几项, 暂时不能测算', en: 'Some answers are still missing' },
  ineligible: { zh: '按您填的情况, 不符合公开条件', en: 'By your answers, the published conditions are not met' },
} satisfies Record<Outcome, Words>;

/** A positive result says first, and in these words, what it is (api.md, eligibility). */
const opening = {
  zh: '初步符合公开条件。',
  en: 'You appear to meet the published conditions. ',
} satisfies Words;

const sentences = {
  sum: {
    zh: '按您填的情况, 可申请 {amount}: {lines}。这是测算, 不是批准, 以审核为准。',
    en: 'By your answers you may apply for {amount}: {lines}. This is an estimate, not an approval; the review decides.',
  },
  unpublished: {
    zh: '县里尚未公开: {pending}。公布后会通知已提交申请的人。这是测算, 不是批准, 以审核为准。',
    en: 'Not yet published by the county: {pending}. Those who have applied will be told. This is an estimate, not an approval; the review decides.',
  },
  discretionary: {
    zh: '金额由县里评定, 最高 {cap}{earlier}。这是测算, 不是批准, 以审核为准。',
    en: 'The county decides the amount, at most {cap}{earlier}. This is an estimate, not an approval; the review decides.',
  },
  incomplete: {
    zh: '还差 {count} 项没有填: {missing}。补上后就能测算。',
    en: 'Still missing, {count}: {missing}. Fill them in for an estimate.',
  },
  ineligible: {
    zh: '{hints}这是按公开条件的测算, 不是决定。您仍可提交, 由工作人员审核。',
    en: '{hints} This is an estimate by the published conditions, not a decision. You may still apply; an officer will review it.',
  },
} satisfies Record<string, Words>;

const earlier = {
  counted: { zh: ' (含此前已给的经费)', en: ' (including what was given before)' },
  apart: { zh: ' (不含此前已给的经费)', en: ' (not including what was given before)' },
} satisfies Record<string, Words>;

const between = {
  items: { zh: '、', en: ', ' },
  lines: { zh: '; ', en: '; ' },
  hints: { zh: '', en: ' ' },
} satisfies Record<string, Words>;

interface Judged {
  version: MeasureVersion;
  trace: Trace;
  lang: Lang;
  terms?: CountyTerms;
}

/**
 * The result in a sentence for the applicant, in the language the trace was made in.
 * @param judged.terms what the county has settled itself, where it has
 */
export function outcomeSentence(judged: Judged): string {
  const { outcome } = judged.trace;
  const positive = outcome === 'eligible' || outcome === 'discretionary';
  return (positive ? opening[judged.lang] : '') + outcomeDetail(judged);
}

/** The same below its title, which has said already whether the conditions are met. */
export const outcomeDetail = (judged: Judged): string => detailOf[judged.trace.outcome](judged);

const detailOf: Record<Outcome, (judged: Judged) => string> = {
  eligible: ({ version, trace, lang, terms }) =>
    trace.amountFen === null
      ? say(sentences.unpublished, lang, { pending: enumerate(stillPending(version, terms), lang) })
      : say(sentences.sum, lang, { amount: yuanWords(trace.amountFen, lang), lines: sums(trace, lang) }),
  discretionary: ({ version, trace, lang, terms }) =>
    say(sentences.discretionary, lang, {
      cap: yuanWords(trace.capFen ?? 0, lang),
      earlier: earlierMoney(version, lang, terms),
    }),
  incomplete: ({ version, trace, lang }) =>
    say(sentences.incomplete, lang, {
      count: trace.missing.length,
      missing: questions(version, trace.missing, lang),
    }),
  ineligible: ({ trace, lang }) =>
    say(sentences.ineligible, lang, {
      hints: trace.checks.flatMap(({ hint }) => hint ?? []).join(between.hints[lang]),
    }),
};

const enumerate = (items: readonly Words[], lang: Lang): string =>
  items.map((item) => say(item, lang)).join(between.items[lang]);

const questions = ({ facts }: MeasureVersion, names: readonly string[], lang: Lang): string =>
  names
    .flatMap((name) => facts[name]?.label ?? [])
    .map((label) => `“${say(label, lang)}”`)
    .join(between.items[lang]);

const sums = ({ lines }: Trace, lang: Lang): string =>
  lines.map(({ label, amountFen }) => `${label} = ${yuanWords(amountFen, lang)}`).join(between.lines[lang]);

function earlierMoney(version: MeasureVersion, lang: Lang, terms?: CountyTerms): string {
  const ceiling = version.amounts.find((amount) => amount.is === 'ceiling');
  if (ceiling?.countsEarlier === undefined) return '';
  return say((terms?.ceilingCountsEarlier ?? ceiling.countsEarlier) ? earlier.counted : earlier.apart, lang);
}
