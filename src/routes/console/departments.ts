import type { Json } from '../../forms/define.ts';
import type { Fields } from '../../lib/fields/index.ts';
import type { Site } from '../../sites/site.ts';

/** The departments a site hands matters to, as its topics name them. */
export const departmentsOf = ({ topics }: Site): string[] => [
  ...new Set(topics.flatMap((topic) => [topic.lead, ...(topic.with === undefined ? [] : [topic.with])])),
];

/** The questions of an action with the site's departments offered where it asks for the one in charge; any other may be typed. */
export function amongDepartments(asks: Fields, site: Site): Fields {
  const { lead } = asks;
  return lead?.is === 'field' ? { ...asks, lead: { ...lead, among: departmentsOf(site) } } : asks;
}

/** Whoever is in charge of a topic by default, filled in where an action asks for the department. */
export function usualDepartment(asks: Fields, site: Site, topic: string | null): Json {
  const lead = site.topics.find(({ id }) => id === topic)?.lead;
  return asks['lead'] !== undefined && lead !== undefined ? { lead } : {};
}
