import type { Lang } from '../lib/words.ts';

const WEEKDAYS = {
  zh: ['日', '一', '二', '三', '四', '五', '六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A Shanghai date `YYYY-MM-DD` as residents read it: `2026年12月7日(星期一)`, `Monday, 7 December 2026`. */
export function dateInWords(date: string, lang: Lang): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const weekday = WEEKDAYS[lang][new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  return lang === 'zh'
    ? `${year}年${month}月${day}日(星期${weekday})`
    : `${weekday}, ${day} ${MONTHS[month - 1]} ${year}`;
}

/** Days of the week (1 Monday … 7 Sunday) as a door plate names them: `周二`, `周一至周五`. */
export function receptionDays(days: readonly number[], lang: Lang): string {
  const name = (day: number) => (lang === 'zh' ? `周${WEEKDAYS.zh[day % 7]}` : `${WEEKDAYS.en[day % 7]}`);
  const [first = 1, last = 1] = [days.at(0), days.at(-1)];
  const run = days.length > 2 && last - first === days.length - 1;
  return run
    ? [name(first), name(last)].join(lang === 'zh' ? '至' : ' to ')
    : days.map(name).join(lang === 'zh' ? '、' : ', ');
}

/** A time of the contract (`2026-11-22T14:03:09+08:00`) to the minute: `2026年11月22日(星期日) 14:03`. */
export function momentInWords(at: string, lang: Lang): string {
  return `${dateInWords(at.slice(0, 10), lang)} ${at.slice(11, 16)}`;
}
