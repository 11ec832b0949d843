import { allRoles } from '../staff/roles.ts';
import { kindsReadBy, type Reader } from './scope.ts';
import type { CaseRow } from './tables.ts';

/** Words of the index that say where a case lies: no text has such a word, since they begin with a sign. */
const siteMark = (site: string): string => `@${site}`;
const stationMark = (site: string, station: string): string => `@${site}-${station}`;
const kindMark = (kind: string): string => `#${kind}`;
const departmentMark = (department: string): string => `%${department.replace(/[^\p{L}\p{N}]/gu, '')}`;

export const marksOf = ({ site, station, kind }: Pick<CaseRow, 'site' | 'station' | 'kind'>, departments: string[]) => [
  siteMark(site),
  kindMark(kind),
  ...(station === null ? [] : [stationMark(site, station)]),
  ...departments.map(departmentMark),
];

/**
 * Marks that every case within a reach has, as conditions of a match, each a list of which one is enough. They only spare
 * the search what `within` would refuse: it is `within` that decides.
 */
export function marksWithin(reader: Reader): string[][] {
  const { role, site, station, department } = reader;
  const { scope } = allRoles[role];
  return [
    kindsReadBy(role).map(kindMark),
    ...(site === null ? [] : [[siteMark(site)]]),
    ...(scope === 'station' && site !== null && station !== null ? [[stationMark(site, station)]] : []),
    ...(scope === 'department' && department !== null ? [[departmentMark(department)]] : []),
  ];
}
