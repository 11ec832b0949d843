import type { Words } from '../lib/words.ts';
import { siteById, sites } from '../sites/index.ts';
import { usualHours, type StaffHours } from '../sites/staff-hours.ts';
import type { Reach } from '../staff/roles.ts';

/** In whose name a member of staff is written to, and when. */
export interface Place {
  id: string;
  name: Words;
  signature: string;
  /** Nothing real leaves for it. */
  demo: boolean;
  hours: StaffHours;
}

/** Of accounts that reach over all sites: no county’s caps or kill switch holds an alarm back. */
const everywhere: Place = {
  id: '*',
  name: { zh: '民意工作台', en: 'Minyi console' },
  signature: '民意工作台',
  demo: sites.every(({ demo }) => demo),
  hours: usualHours,
};

/** The place an account is written to from; that of a site that is served no more is everywhere. */
export function placeOf({ site }: Pick<Reach, 'site'>): Place {
  const found = site === null ? undefined : siteById(site);
  if (!found) return everywhere;
  const { id, name, signature, demo, settings } = found;
  return { id, name, signature, demo, hours: settings.staffHours };
}
