import { proposalPages } from '../../i18n/proposals.ts';
import { staff as words } from '../../i18n/staff.ts';
import { say, type Lang } from '../../lib/words.ts';
import { deputiesOf, stationById, stationsOf } from '../../liaison/index.ts';
import type { Site } from '../../sites/site.ts';
import type { Reach } from '../../staff/roles.ts';
import { departmentsOf } from './departments.ts';

/** Where an account works, in words: 万荣县 · 高村站. */
export function reachInWords(
  { site: id, station, department, deputy }: Reach,
  sites: readonly Site[],
  lang: Lang,
): string {
  if (id === null) return say(words.everywhere, lang);
  const site = sites.find((one) => one.id === id);
  const place = station === null ? undefined : stationById(id, station);
  const known = deputiesOf(id).find((one) => one.id === deputy);
  const parts = [
    site ? say(site.name, lang) : id,
    place ? say(place.name, lang) : station,
    department,
    known ? known.name : (deputy ?? null),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

export interface Place {
  value: string;
  label: string;
  reach: Reach;
}

const NOWHERE: Reach = { site: null, station: null, department: null };

/** Every reach an account can be given, in groups for a drop-down. */
export function placesOf(sites: readonly Site[], lang: Lang): { group: string; places: Place[] }[] {
  const whole = sites.map(({ id, name }) => ({
    value: id,
    label: say(name, lang),
    reach: { ...NOWHERE, site: id },
  }));
  return [
    {
      group: say(words.wholeSite, lang),
      places: [{ value: '*', label: say(words.everywhere, lang), reach: NOWHERE }, ...whole],
    },
    ...sites.flatMap((site) => {
      const name = { site: say(site.name, lang) };
      const stations = stationsOf(site.id).map((station) => ({
        value: `${site.id}/station/${station.id}`,
        label: say(station.name, lang),
        reach: { ...NOWHERE, site: site.id, station: station.id },
      }));
      const deputies = deputiesOf(site.id).map(({ id, name: called, station }) => ({
        value: `${site.id}/deputy/${id}`,
        label: called,
        reach: { ...NOWHERE, site: site.id, station, deputy: id },
      }));
      const departments = departmentsOf(site).map((department) => ({
        value: `${site.id}/department/${department}`,
        label: department,
        reach: { ...NOWHERE, site: site.id, department },
      }));
      return [
        { group: say(words.stationsOf, lang, name), places: stations },
        { group: say(proposalPages.deputiesOf, lang, name), places: deputies },
        { group: say(words.departmentsOf, lang, name), places: departments },
      ].filter(({ places }) => places.length > 0);
    }),
  ];
}
