import type { DataRequestTerms } from '../../sites/settings.ts';
import type { Limit, Window } from '../../workflow/limits.ts';

/** The law says promptly and names no days (网络数据安全管理条例 23): the days are the county's own promise. */
export const answering = ({ workdays }: DataRequestTerms): Limit => ({
  what: 'personal-data',
  count: workdays,
  unit: 'workday',
  kind: 'promise',
});

/** How long a copy that was given can be opened. */
export const opening = ({ copyDays }: DataRequestTerms): Window => ({ count: copyDays, unit: 'day', basis: null });
