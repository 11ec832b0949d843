import type { CalendarYear } from './year.ts';

export const year2025: CalendarYear = {
  year: 2025,
  off: [
    { holiday: 'new-year', from: '2025-01-01', to: '2025-01-01' },
    { holiday: 'spring-festival', from: '2025-01-28', to: '2025-02-04' },
    { holiday: 'tomb-sweeping', from: '2025-04-04', to: '2025-04-06' },
    { holiday: 'labour-day', from: '2025-05-01', to: '2025-05-05' },
    { holiday: 'dragon-boat', from: '2025-05-31', to: '2025-06-02' },
    { holiday: 'national-day', from: '2025-10-01', to: '2025-10-05' },
    { holiday: 'mid-autumn', from: '2025-10-06', to: '2025-10-06' },
    { holiday: 'national-day', from: '2025-10-07', to: '2025-10-08' },
  ],
  makeUp: [
    { holiday: 'spring-festival', date: '2025-01-26' },
    { holiday: 'spring-festival', date: '2025-02-08' },
    { holiday: 'labour-day', date: '2025-04-27' },
    { holiday: 'national-day', date: '2025-09-28' },
    { holiday: 'national-day', date: '2025-10-11' },
  ],
  source: { notice: null, readFrom: 'npm chinese-days 1.5.7', comparedWith: [] },
};
