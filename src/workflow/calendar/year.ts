import type { Words } from '../../lib/words.ts';

export const holidays = {
  'new-year': { zh: '元旦', en: 'New Year’s Day' },
  'spring-festival': { zh: '春节', en: 'Spring Festival' },
  'tomb-sweeping': { zh: '清明节', en: 'Tomb-Sweeping Day' },
  'labour-day': { zh: '劳动节', en: 'Labour Day' },
  'dragon-boat': { zh: '端午节', en: 'Dragon Boat Festival' },
  'mid-autumn': { zh: '中秋节', en: 'Mid-Autumn Festival' },
  'national-day': { zh: '国庆节', en: 'National Day' },
} satisfies Record<string, Words>;

export type Holiday = keyof typeof holidays;

/** The days of each year fixed by 全国年节及纪念日放假办法 (2024-11-10) art. 2, off before any notice says so; `MM-DD`. */
export const fixedHolidays: readonly { holiday: Holiday; days: readonly string[] }[] = [
  { holiday: 'new-year', days: ['01-01'] },
  { holiday: 'labour-day', days: ['05-01', '05-02'] },
  { holiday: 'national-day', days: ['10-01', '10-02', '10-03'] },
];

/** One yearly notice of the State Council. It may name days of the December before. */
export interface CalendarYear {
  year: number;
  /** Each stretch off, first and last day, weekends inside included. */
  off: readonly { holiday: Holiday; from: string; to: string }[];
  /** Weekend days worked in exchange. */
  makeUp: readonly { holiday: Holiday; date: string }[];
  /** Where the days were read and what they were compared with; `notice` is null when the notice itself was not seen. */
  source: { notice: string | null; readFrom: string; comparedWith: readonly string[] };
}
