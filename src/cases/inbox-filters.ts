import { sql, type SQL } from 'drizzle-orm';
import { startOfShanghaiDay } from '../lib/clock.ts';
import type { RowsWithin } from './rows-within.ts';

const DAY = 86_400_000;

/** The least id of a moment: an id begins with the millisecond it was made in (`newId`), as `submitted_at` says it. */
const idOf = (ms: number): string => {
  const hex = ms.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
};

type Narrowed = (value: string, rows: RowsWithin) => SQL;

/** What a list can be narrowed by; dates are Shanghai dates, both ends included. */
const filters = {
  state: (value, { column }) => sql`${column('state')} = ${value}`,
  topic: (value, { column }) => sql`${column('topic')} = ${value}`,
  station: (value, { column }) => sql`${column('station')} = ${value}`,
  // A list of what a department holds begins there (`rowsWithin`).
  department: (value, { ofDepartment }) =>
    ofDepartment
      ? sql`held.department = ${value}`
      : sql`EXISTS (SELECT 1 FROM case_holders h WHERE h.case_id = cases.id AND h.site = cases.site AND h.department = ${value})`,
  kind: (value, { column }) => sql`${column('kind')} = ${value}`,
  sentFrom: (date, { id }) => sql`${id} >= ${idOf(startOfShanghaiDay(date))}`,
  sentTo: (date, { id }) => sql`${id} < ${idOf(startOfShanghaiDay(date) + DAY)}`,
  dueFrom: (date, { due }) => sql`${due} >= ${date}`,
  dueTo: (date, { due }) => sql`${due} <= ${date}`,
} as const satisfies Record<string, Narrowed>;

export type FilterName = keyof typeof filters;
export type Filters = Partial<Record<FilterName, string>>;

/** Conditions on the row of `cases` for the filters that are set. */
export const narrowing = (rows: RowsWithin, chosen: Filters): SQL[] =>
  (Object.keys(filters) as FilterName[]).flatMap((name) => {
    const value = chosen[name];
    return value === undefined ? [] : [filters[name](value, rows)];
  });
