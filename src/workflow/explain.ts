import { dateInWords } from '../i18n/dates.ts';
import { receipt } from '../i18n/receipt.ts';
import type { Lang, Words } from '../lib/words.ts';
import { say } from '../lib/words.ts';
import { addDays } from './calendar/dates.ts';
import { holidays } from './calendar/year.ts';
import { citeInFull } from './citation.ts';
import { countingRules } from './deadline.ts';
import type { Deadline, Period, Skipped } from './deadline.ts';
import type { Due, Explanation } from './due.ts';
import { duties } from './limits.ts';
import { daysOf, lasting, pauseReasons, type Pause } from './pause.ts';

const units = {
  day: { zh: '{count} 日', en: '{count} calendar days' },
  workday: { zh: '{count} 个工作日', en: '{count} working days' },
  month: { zh: '{count} 个月', en: '{count} months' },
} satisfies Record<Period['unit'], Words>;

const rules = {
  'start-day-not-counted': { zh: '开始的当天不算', en: 'the first day is not counted' },
  'corresponding-day': { zh: '满月的同一天到期', en: 'it ends on the same day of the month' },
  'month-end': { zh: '到期月没有同一天, 以月末为准', en: 'that month has no such day, so its last day counts' },
  'last-day-off-rolls': {
    zh: '最后一天放假, 顺延到上班的第一天',
    en: 'the last day is off, so the next workday counts',
  },
} satisfies Record<keyof typeof countingRules, Words>;

const lines = {
  basis: { zh: '依据: {law}', en: 'Under: {law}' },
  begun: { zh: '从{start}起 {period}', en: '{period} from {start}' },
  period: { zh: '从{start}起 {period}, 到{unrolled}', en: '{period} from {start}: {unrolled}' },
  rule: { zh: '{rule} (参照{law})', en: '{rule} (by analogy with {law})' },
  borrowed: {
    zh: '以上算法借用民法典, 是我们的推断, 期限所依据的规定没有写明怎样计算',
    en: 'These ways of counting are borrowed from the Civil Code. This is our inference: the rule that sets the limit does not say how to count',
  },
  skippedDay: { zh: '不算{day}: {why}', en: 'Not counted: {day}, {why}' },
  skippedRun: { zh: '不算{from}至{to}: {why}', en: 'Not counted: {from} to {to}, {why}' },
  pausedDay: { zh: '{day}{why}, 1 天不算 ({law})', en: 'Not counted: {day}, a {why} of 1 day ({law})' },
  pausedRun: {
    zh: '{from}至{to}{why}, {days} 天不算 ({law})',
    en: 'Not counted: {from} to {to}, a {why} of {days} days ({law})',
  },
  pausedEnds: {
    zh: '开始和结束的那天都不算; 规定没有写明怎样数, 这是我们的推断',
    en: 'Its first and its last day are left out. The rule does not say how to count: this is our inference',
  },
  still: { zh: '{why}期间, 期限暂停', en: 'The limit stands still during the {why}' },
  lasts: {
    zh: '{from}起{why}, 期限暂停; {why}结束后重新算出到期日 ({law})',
    en: 'Standing still from {from} for a {why}; the date is reckoned anew once it is over ({law})',
  },
  weekend: { zh: '周末', en: 'weekend' },
  madeUp: { zh: '{day}算工作日: {holiday}调休上班', en: '{day} is a workday, in exchange for {holiday}' },
  result: { zh: '到期日: {date}', en: 'Due: {date}' },
  provisional: { zh: '暂定到期日: {date}', en: 'Due, provisionally: {date}' },
  'no-notice': {
    zh: '{year} 年的放假安排还没有公布, 公布后这个日期可能改变',
    en: 'The holidays of {year} are not published yet. This date may change once they are',
  },
  'late-december': {
    zh: '下一年的放假安排可能改动 12 月 25 日至 31 日, 公布后这个日期可能改变',
    en: 'The notice of the next year may still change 25 to 31 December, and this date with it',
  },
  presumed: {
    zh: '没有公布的日子暂按周一至周五上班推算, 法律写明日期的节日除外',
    en: 'Days without a notice are taken as worked Monday to Friday, save holidays that the law fixes by date',
  },
  doBy: {
    zh: '请在{date}或之前办好',
    en: 'Do it by {date}',
  },
} satisfies Record<string, Words>;

type Reader = 'resident' | 'staff';

/** The whole reckoning of a due date, a sentence a line; staff are told by when to do it as well. */
export function explain(reckoned: Deadline | Explanation, lang: Lang, reader: Reader = 'resident'): readonly string[] {
  const { start, count, unit, unrolled, date, provisional, doBy } = reckoned;
  const on = (day: string) => dateInWords(day, lang);
  // A date with no article is a promise, and says so; a bare reckoning is neither.
  const basis = 'basis' in reckoned ? reckoned.basis : undefined;
  const pauses = sayPauses(reckoned.pauses ?? [], lang);
  const promised = basis === null ? [receipt.promise[lang]] : [];
  const under = basis ? [say(lines.basis, lang, { law: citeInFull(basis, lang) })] : promised;
  if (lasting(reckoned.pauses)) {
    return [
      ...under,
      say(lines.begun, lang, { start: on(start), period: say(units[unit], lang, { count }) }),
      ...pauses,
    ];
  }
  return [
    ...under,
    say(lines.period, lang, { start: on(start), period: say(units[unit], lang, { count }), unrolled: on(unrolled) }),
    ...reckoned.borrowed.map((rule) =>
      say(lines.rule, lang, { rule: rules[rule][lang], law: citeInFull(countingRules[rule], lang) }),
    ),
    ...pauses,
    ...runsOf(reckoned.skipped).map((run) => sayRun(run, lang)),
    ...reckoned.madeUp.map((day) =>
      say(lines.madeUp, lang, { day: on(day.date), holiday: holidays[day.holiday][lang] }),
    ),
    say(provisional ? lines.provisional : lines.result, lang, { date: on(date) }),
    ...sayOpen(reckoned, lang, reader),
    lines.borrowed[lang],
    ...(reader === 'staff' ? [say(lines.doBy, lang, { date: on(doBy) })] : []),
  ];
}

/** That a limit stands still, and why: `听证期间, 期限暂停`. */
export const standsStill = ({ why }: Pause, lang: Lang): string =>
  say(lines.still, lang, { why: pauseReasons[why][lang] });

/** What a resident is told happens next, by when; without a due date, how to follow it. */
export const happensNext = (due: Pick<Due, 'what' | 'date'> | null, lang: Lang): string =>
  due ? say(duties[due.what], lang, { date: dateInWords(due.date, lang) }) : receipt.keepBoth[lang];

function sayOpen({ open, unit }: Deadline, lang: Lang, reader: Reader): string[] {
  if (!open) return [];
  const why = say(lines[open.why], lang, { year: open.date.slice(0, 4) });
  return unit === 'workday' || reader === 'staff' ? [why, lines.presumed[lang]] : [why];
}

function sayPauses(pauses: readonly Pause[], lang: Lang): string[] {
  const said = pauses.map((pause) => sayPause(pause, lang));
  return pauses.some(({ until }) => until !== null) ? [...said, lines.pausedEnds[lang]] : said;
}

function sayPause({ why, from, until, basis }: Pause, lang: Lang): string {
  const [first, law] = [dateInWords(from, lang), citeInFull(basis, lang)];
  const values = { why: pauseReasons[why][lang], law, from: first, day: first };
  if (until === null) return say(lines.lasts, lang, values);
  const days = daysOf({ from, until });
  return days === 1
    ? say(lines.pausedDay, lang, values)
    : say(lines.pausedRun, lang, { ...values, to: dateInWords(until, lang), days });
}

interface Run {
  from: string;
  to: string;
  why: Words;
}

function runsOf(skipped: readonly Skipped[]): Run[] {
  const runs: Run[] = [];
  for (const day of skipped) {
    const why = day.why === 'weekend' ? lines.weekend : holidays[day.holiday];
    const last = runs.at(-1);
    if (last?.why === why && addDays(last.to, 1) === day.date) last.to = day.date;
    else runs.push({ from: day.date, to: day.date, why });
  }
  return runs;
}

function sayRun({ from, to, why }: Run, lang: Lang): string {
  const [first, last] = [dateInWords(from, lang), dateInWords(to, lang)];
  return from === to
    ? say(lines.skippedDay, lang, { day: first, why: why[lang] })
    : say(lines.skippedRun, lang, { from: first, to: last, why: why[lang] });
}
