import type { FC } from 'hono/jsx';
import type { Filters, InboxView } from '../../cases/inbox.ts';
import { kindsReadBy, type Reader } from '../../cases/scope.ts';
import { kindByName } from '../../forms/index.ts';
import { caseWords as words } from '../../i18n/cases.ts';
import { say, type Lang, type Words } from '../../lib/words.ts';
import { stationsOf } from '../../liaison/index.ts';
import type { Site } from '../../sites/site.ts';
import { allRoles } from '../../staff/roles.ts';
import { keep, type View } from '../../ui/view.ts';

interface Filter {
  name: keyof Filters;
  options: { value: string; label: Words }[];
}

/** What a reader's list can be narrowed by; where there is nothing to choose from, nothing is offered. */
export function filtersFor(reader: Reader, sites: readonly Site[]): Filter[] {
  const kinds = kindsReadBy(reader.role).flatMap((kind) => kindByName(kind) ?? []);
  const site = sites.find(({ id }) => id === reader.site);
  const stations = site && allRoles[reader.role].scope !== 'station' ? stationsOf(site.id) : [];
  const states = new Map(kinds.flatMap(({ workflow }) => Object.entries(workflow.states)));
  const filters: Filter[] = [
    { name: 'state', options: [...states].map(([value, { label }]) => ({ value, label })) },
    { name: 'topic', options: (site?.topics ?? []).map(({ id, label }) => ({ value: id, label })) },
    { name: 'station', options: stations.map(({ id, name }) => ({ value: id, label: name })) },
    { name: 'kind', options: kinds.map(({ kind, label }) => ({ value: kind, label })) },
  ];
  return filters.filter(({ options }) => options.length > 1);
}

/** Of an address, the filters that are offered with a value that is one of theirs. */
export const chosenOf = (offered: readonly Filter[], query: (name: string) => string | undefined): Filters =>
  Object.fromEntries(
    offered.flatMap(({ name, options }) => {
      const value = query(name);
      return options.some((option) => option.value === value) ? [[name, value]] : [];
    }),
  );

const Choice: FC<Filter & { chosen: string | undefined; lang: Lang }> = ({ name, options, chosen, lang }) => (
  <p class="filter">
    <label for={`by-${name}`}>{say(words[name], lang)}</label>
    <select id={`by-${name}`} name={name}>
      <option value="">{say(words.any, lang)}</option>
      {options.map(({ value, label }) => (
        <option value={value} selected={value === chosen}>
          {say(label, lang)}
        </option>
      ))}
    </select>
  </p>
);

interface FiltersForm {
  view: View;
  shown: InboxView;
  offered: readonly Filter[];
  chosen: Filters;
}

/** A form that is fetched loses the query of its action: what the view keeps goes as hidden answers. */
const Kept: FC<{ view: View }> = ({ view }) => (
  <>
    {[...new URL(keep(view, '/'), 'http://kept').searchParams].map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
);

export const FiltersForm: FC<FiltersForm> = ({ view, shown, offered, chosen }) => {
  return offered.length === 0 ? null : (
    <form class="filters" method="get" action="/staff/cases" aria-label={say(words.filters, view.lang)}>
      <Kept view={view} />
      <input type="hidden" name="view" value={shown} />
      {offered.map((filter) => (
        <Choice {...filter} chosen={chosen[filter.name]} lang={view.lang} />
      ))}
      <button class="button quiet">{say(words.apply, view.lang)}</button>
    </form>
  );
};
