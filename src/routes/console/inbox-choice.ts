import type { FilterName, Filters } from '../../cases/inbox-filters.ts';
import { kindsReadBy, type Reader } from '../../cases/scope.ts';
import type { CaseKind } from '../../forms/define.ts';
import { kindByName } from '../../forms/index.ts';
import type { Words } from '../../lib/words.ts';
import { inboxWords } from '../../i18n/inbox.ts';
import { stationsOf } from '../../liaison/index.ts';
import type { Site } from '../../sites/site.ts';
import { allRoles } from '../../staff/roles.ts';
import { departmentsOf } from './departments.ts';

/** A filter with the values it may have. */
export interface Choice {
  name: FilterName;
  options: { value: string; label: Words }[];
}

export const DATES = ['sentFrom', 'sentTo', 'dueFrom', 'dueTo'] as const satisfies FilterName[];
export type DateName = (typeof DATES)[number];

const plain = (text: string): Words => ({ zh: text, en: text });

/** States by their ids; where two kinds say it in other words, both are said. */
function statesOf(kinds: readonly CaseKind[]): Choice['options'] {
  const states = new Map<string, Words>();
  for (const [value, { label }] of kinds.flatMap(({ workflow }) => Object.entries(workflow.states))) {
    const known = states.get(value);
    const both =
      known && known.zh !== label.zh ? { zh: `${known.zh} / ${label.zh}`, en: `${known.en} / ${label.en}` } : label;
    states.set(value, both);
  }
  return [...states].map(([value, label]) => ({ value, label }));
}

/** What a reader's list can be narrowed by; where there is nothing to choose from, nothing is offered. */
export function choicesFor(reader: Reader, sites: readonly Site[]): Choice[] {
  const kinds = kindsReadBy(reader.role).flatMap((kind) => kindByName(kind) ?? []);
  // A 检举控告 has neither topic nor station.
  if (kinds.length === 0) return [];
  const site = sites.find(({ id }) => id === reader.site);
  const { scope } = allRoles[reader.role];
  const stations = site && scope !== 'station' ? stationsOf(site.id) : [];
  // Only what may be joined with others on its matter has a topic.
  const topics = kinds.some(({ matter }) => matter !== undefined) ? (site?.topics ?? []) : [];
  const departments = site && scope !== 'department' ? departmentsOf(site) : [];
  const choices: Choice[] = [
    { name: 'state', options: statesOf(kinds) },
    { name: 'topic', options: topics.map(({ id, label }) => ({ value: id, label })) },
    { name: 'station', options: stations.map(({ id, name }) => ({ value: id, label: name })) },
    { name: 'department', options: departments.map((name) => ({ value: name, label: plain(name) })) },
    { name: 'kind', options: kinds.map(({ kind, label }) => ({ value: kind, label })) },
  ];
  return choices.filter(({ options }) => options.length > 1);
}

/** What of an address narrows the list, and what is wrong with its dates; whatever is not offered is passed over. */
export interface Chosen {
  filters: Filters;
  wrong: Partial<Record<DateName, { words: Words; typed: string }>>;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const isDate = (text: string): boolean => {
  if (!DATE.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) && text >= '2000-01-01';
};

const SHOWN = 20;

export function chosenOf(choices: readonly Choice[], query: (name: string) => string | undefined): Chosen {
  const filters: Filters = {};
  const wrong: Chosen['wrong'] = {};
  for (const { name, options } of choices) {
    const value = query(name);
    if (options.some((option) => option.value === value)) filters[name] = value;
  }
  for (const name of DATES) {
    const typed = (query(name) ?? '').trim();
    if (isDate(typed)) filters[name] = typed;
    else if (typed !== '') wrong[name] = { words: inboxWords.notADate, typed: typed.slice(0, SHOWN) };
  }
  for (const [from, to] of [
    ['sentFrom', 'sentTo'],
    ['dueFrom', 'dueTo'],
  ] as const) {
    const [first, last] = [filters[from], filters[to]];
    if (first === undefined || last === undefined || first <= last) continue;
    wrong[to] = { words: inboxWords.before, typed: last };
    delete filters[to];
  }
  return { filters, wrong };
}
