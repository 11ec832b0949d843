import { watchNotes, watchWords as words } from '../i18n/watch.ts';
import { say, type Lang } from '../lib/words.ts';
import type { Figure, Reading } from './figure.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const UNITS = [
  { from: 3 * DAY, of: DAY, words: words.days },
  { from: 2 * HOUR, of: HOUR, words: words.hours },
  { from: 2 * MINUTE, of: MINUTE, words: words.minutes },
  { from: 0, of: SECOND, words: words.seconds },
] as const;

/** A time in ms in the largest unit of which there are two at least: `90 分钟`, `26 小时`. */
export function spanInWords(ms: number, lang: Lang): string {
  const unit = UNITS.find(({ from }) => ms >= from) ?? UNITS[3];
  return say(unit.words, lang, { n: Math.floor(ms / unit.of) });
}

function amount({ unit }: Figure, value: number, lang: Lang): string {
  if (unit === 'percent') return `${value} %`;
  return unit === 'items' ? String(value) : spanInWords(value, lang);
}

/** What a reading says: a number with its unit, or why there is none. */
export function readingInWords(figure: Figure, { value, note }: Reading, lang: Lang): string {
  if (note) return say(watchNotes[note], lang);
  if (value === null) return say(figure.unit === 'since' ? words.never : words.nothing, lang);
  const plain = amount(figure, value, lang);
  if (figure.upTo !== undefined && value >= figure.upTo) return say(words.atMost, lang, { n: plain });
  return figure.unit === 'since' ? say(words.ago, lang, { time: plain }) : plain;
}

/** From where on a figure is no longer well. */
export function limitsInWords(figure: Figure, lang: Lang): string {
  const { limits, steps = [] } = figure;
  if (!limits) return say(words.noLimit, lang);
  const alarms = steps.map((step) => amount(figure, step, lang)).join(lang === 'zh' ? '、' : ', ');
  if (alarms)
    return say(words.fromSteps, lang, { steps: alarms, act: amount(figure, limits.act ?? limits.watch, lang) });
  const watch = amount(figure, limits.watch, lang);
  if (limits.act === limits.watch) return say(words.fromAct, lang, { act: watch });
  return limits.act === undefined
    ? say(words.fromWatch, lang, { watch })
    : say(words.fromBoth, lang, { watch, act: amount(figure, limits.act, lang) });
}
