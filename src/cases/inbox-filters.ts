import { sql, type SQL } from 'drizzle-orm';
import { startOfShanghaiDay } from '../lib/clock.ts';
import type { RowsWithin } from './scope.ts';

const DAY = 86_400_000;

/** The least id of a moment: an id begins with the millisecond it was made in (`newId`), as `submitted_at` says it. */
const idOf = (ms: number): string => {
  const hex = ms.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
};

type Narrowed = (value: string, rows: RowsWithin) => SQL;

/** What a list can be narrowed by; dates are Shanghai dates, both ends included. */
const filters = {
  state: (value) => sql`cases.state = ${value}`,
  topic: (value) => sql`cases.topic = ${value}`,
  station: (value) => sql`cases.station = ${value}`,
  // The list begins with what that department holds (`rowsWithin`).
  department: (value) => sql`held.department = ${value}`,
  kind: (value) => sql`cases.kind = ${value}`,
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
