import { sql, type SQL } from 'drizzle-orm';
import { caseKinds } from '../forms/index.ts';
import { allRoles, may, type Reach, type RoleId } from '../staff/roles.ts';
import { heldBy } from './holder.ts';

/** A member of staff as far as reading cases goes. */
export interface Reader extends Reach {
  /** Of the account. */
  id: string;
  role: RoleId;
}

/** The kinds of which a role reads every case within reach. */
const readWhole = (role: RoleId): string[] =>
  caseKinds.filter(({ readers }) => readers.some((permission) => may(role, permission))).map(({ kind }) => kind);

/** The kinds of which it reads those alone that are about the reader. */
const readAsOwn = (role: RoleId): string[] => {
  const whole = readWhole(role);
  return caseKinds.flatMap(({ kind, own }) =>
    own && may(role, own.permission) && !whole.includes(kind) ? [kind] : [],
  );
};

/** Whoever may begin cases of a kind about themselves alone: about whom (null: about nobody); else undefined. */
export const onlyAbout = ({ role, deputy = null }: Reader, kind: string): string | null | undefined =>
  readAsOwn(role).includes(kind) ? deputy : undefined;

/** The kinds of case a role reads at all. */
export const kindsReadBy = (role: RoleId): string[] => [...readWhole(role), ...readAsOwn(role)];

export const readsCases = (role: RoleId): boolean => kindsReadBy(role).length > 0 || may(role, 'reports.handle');

/**
 * The condition on a row of `cases` under which a member of staff may know that it exists; null: under none. Every list,
 * count, page and action asks it, so that a 检举控告 is not there for whoever is not cleared for it. Spam is for nobody,
 * and a case is not there for whoever has an interest in it (信访工作条例 28(3)).
 */
export function within(reader: Reader): SQL | null {
  const kinds = kindsReadBy(reader.role);
  const own = readAsOwn(reader.role);
  // It narrows what is read anyway, so that a list still goes along the index of its place.
  const ownAlone =
    own.length === 0 ? sql`` : sql` AND (cases.kind NOT IN ${own} OR cases.subject = ${reader.deputy ?? null})`;
  const open = sql`(cases.restricted = 0 AND cases.kind IN ${kinds} AND ${placeOf(reader)}${ownAlone})`;
  const reports = sql`(cases.restricted = 1 AND ${placeOf(reader)})`;
  const parts = [...(kinds.length > 0 ? [open] : []), ...(may(reader.role, 'reports.handle') ? [reports] : [])];
  return parts.length === 0
    ? null
    : sql`cases.spam = 0 AND (${sql.join(parts, sql` OR `)}) AND NOT ${stepsBack(reader.id)}`;
}

/** Whether an account has stepped back from the row of `cases`. */
export const stepsBack = (id: string): SQL =>
  sql`EXISTS (SELECT 1 FROM case_recusals r WHERE r.account_id = ${id} AND r.case_id = cases.id)`;

/** A part of the reach that is missing compares with NULL, and so finds nothing. */
function placeOf({ role, site, station, department }: Reader): SQL {
  switch (allRoles[role].scope) {
    case 'everything':
      return sql`1`;
    case 'site':
      return sql`cases.site = ${site}`;
    case 'station':
      return sql`cases.site = ${site} AND cases.station = ${station}`;
    case 'department':
      // The plus keeps SQLite from walking the whole county: what the department holds is always less.
      return sql`+cases.site = ${site} AND ${heldBy(site, department)}`;
  }
}
