import { sql, type SQL } from 'drizzle-orm';
import { kindByName, secondStageByKind } from '../forms/index.ts';
import { siteById } from '../sites/index.ts';
import { allRoles, may } from '../staff/roles.ts';
import type { Filters } from './inbox-filters.ts';
import { kindsReadBy, type Reader } from './scope.ts';

type Column = 'state' | 'topic' | 'station' | 'kind' | 'waits_for';

/** Where a list within a reach begins to read, up to and with its WHERE, and the columns that order and narrow it there. */
export interface RowsWithin {
  from: SQL;
  due: SQL;
  id: SQL;
  /** Conditions of which each row fits one, and within each of which an index gives the order. */
  parts: readonly SQL[];
  /** A column of the case to compare. */
  column: (name: Column) => SQL;
  /** The list begins with what a department holds. */
  ofDepartment: boolean;
}

const beginning = (table: 'cases' | 'held' | 'few', from: SQL, parts: readonly SQL[] = [sql`1`]): RowsWithin => ({
  from,
  due: sql.raw(`${table}.due_date`),
  id: sql.raw(table === 'held' ? 'held.case_id' : `${table}.id`),
  parts,
  column: (name) => sql.raw(`${table}.${name}`),
  ofDepartment: table === 'held',
});

/** A few rows that an index has together: they are narrowed in the index, and only what is shown is read from `cases`. */
const few = (which: SQL): RowsWithin =>
  beginning('few', sql`cases AS few CROSS JOIN cases ON cases.id = few.id WHERE ${which}`);

/** All restricted ones are fewer than what any other index would lead to: the plus keeps SQLite from walking that. */
const reportsOf = (site: string | null): RowsWithin => ({
  ...few(sql`few.restricted = 1 AND few.site = ${site}`),
  column: (name) => sql.raw(`+few.${name}`),
});

const offPlaces: RowsWithin['column'] = (name) =>
  sql.raw(name === 'topic' || name === 'station' ? `+cases.${name}` : `cases.${name}`);

/** Petitions are most of what a county has: an index they stand in leads nowhere for whoever reads none of them. */
const mostAreNotRead = (site: string | null, kinds: readonly string[]): boolean =>
  (siteById(site ?? '')?.forms ?? []).some((kind) => kindByName(kind)?.matter !== undefined && !kinds.includes(kind));

/**
 * A list of one department's cases begins with what it holds (`held`), one of reports or of suggestions with those few, and
 * every other with the index of its place. `within` is asked besides: this only says which rows are worth asking about.
 */
export function rowsWithin(
  { role, site, station: ownStation, department: own }: Reader,
  { department: wanted, topic, station, kind }: Filters = {},
  order: 'due' | 'newest' = 'newest',
): RowsWithin {
  const { scope } = allRoles[role];
  const kinds = kindsReadBy(role);
  if (kinds.length === 0) return reportsOf(site);
  const department = scope === 'department' ? own : wanted;
  if (department !== undefined) {
    const here = scope === 'station' ? sql`AND held.station = ${ownStation}` : sql``;
    const read = may(role, 'reports.handle') ? sql`` : sql`AND held.kind IN ${kinds}`;
    return beginning(
      'held',
      sql`case_holders AS held CROSS JOIN cases ON cases.id = held.case_id
        WHERE held.site = ${site} AND held.department = ${department} ${here} ${read}`,
    );
  }
  // A station has far more cases of the kinds that are sent than the whole county has of those that are born.
  if (scope === 'station' && kind !== undefined && secondStageByKind(kind))
    return few(sql`few.site = ${site} AND few.kind = ${kind}`);
  // The index of a topic or a station gives the order by itself; by kind, a kind without such a case would walk all of it.
  const others = scope === 'site' && mostAreNotRead(site, kinds);
  const ordered = !others && (station !== undefined || (topic !== undefined && order === 'newest'));
  const byKind = scope === 'site' && kinds.length > 1 && !ordered;
  const rows = beginning(
    'cases',
    sql`cases WHERE 1`,
    byKind ? kinds.map((one) => sql`cases.kind = ${one}`) : undefined,
  );
  return others ? { ...rows, column: offPlaces } : rows;
}
