import type { FC } from 'hono/jsx';
import type { FilterName, Filters } from '../../cases/inbox-filters.ts';
import type { InboxView } from '../../cases/inbox-views.ts';
import { caseWords } from '../../i18n/cases.ts';
import { dateInWords } from '../../i18n/dates.ts';
import { inboxWords } from '../../i18n/inbox.ts';
import { say, type Lang } from '../../lib/words.ts';
import { keep, type View } from '../../ui/view.ts';
import { DATES, type Choice, type Chosen, type DateName } from './inbox-choice.ts';

const words = { ...caseWords, ...inboxWords };

/** The address of a list, with all that narrows it. */
export const listAddress = (view: View, shown: InboxView, filters: Filters, after?: string): string =>
  keep(
    view,
    `/staff/cases?${new URLSearchParams({ view: shown, ...filters, ...(after !== undefined && { after }) }).toString()}`,
  );

const Pick: FC<Choice & { chosen: string | undefined; lang: Lang }> = ({ name, options, chosen, lang }) => (
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

const Day: FC<{ name: DateName; chosen: Chosen; lang: Lang }> = ({ name, chosen, lang }) => {
  const wrong = chosen.wrong[name];
  return (
    <p class="filter">
      <label for={`by-${name}`}>{say(words[name], lang)}</label>
      {wrong && (
        <span class="error" id={`by-${name}-error`} role="alert">
          {say(wrong.words, lang, { typed: wrong.typed })}
        </span>
      )}
      <input
        type="date"
        id={`by-${name}`}
        name={name}
        value={chosen.filters[name] ?? wrong?.typed}
        aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={wrong ? `by-${name}-error` : undefined}
      />
    </p>
  );
};

interface Narrowing {
  view: View;
  shown: InboxView;
  offered: readonly Choice[];
  chosen: Chosen;
}

/** A form that is fetched loses the query of its action: what the view keeps goes as hidden answers. */
export const KeptSwitches: FC<{ view: View }> = ({ view }) => (
  <>
    {[...new URL(keep(view, '/'), 'http://kept').searchParams].map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
);

/** What narrows a list, folded away until it is asked for or something in it is wrong. */
export const FiltersForm: FC<Narrowing> = ({ view, shown, offered, chosen }) => (
  <details class="narrow" open={Object.keys(chosen.wrong).length > 0}>
    <summary>{say(words.narrow, view.lang)}</summary>
    <form class="filters" method="get" action="/staff/cases" aria-label={say(words.filters, view.lang)}>
      <KeptSwitches view={view} />
      <input type="hidden" name="view" value={shown} />
      {offered.map((choice) => (
        <Pick {...choice} chosen={chosen.filters[choice.name]} lang={view.lang} />
      ))}
      {DATES.map((name) => (
        <Day {...{ name, chosen }} lang={view.lang} />
      ))}
      <button class="button quiet">{say(words.apply, view.lang)}</button>
    </form>
  </details>
);

/** Each filter that is set, as a link that takes it away. */
export const Chips: FC<Narrowing> = ({ view, shown, offered, chosen: { filters } }) => {
  const { lang } = view;
  const names = Object.keys(filters) as FilterName[];
  const valueOf = (name: FilterName): string => {
    const value = filters[name] ?? '';
    const label = offered.find((one) => one.name === name)?.options.find((one) => one.value === value)?.label;
    return label ? say(label, lang) : dateInWords(value, lang);
  };
  if (names.length === 0) return null;
  return (
    <ul class="chips" aria-label={say(words.chosen, lang)}>
      {names.map((name) => {
        const { [name]: _, ...others } = filters;
        const said = { name: say(words[name], lang), value: valueOf(name) };
        return (
          <li>
            <a href={listAddress(view, shown, others)} aria-label={say(words.remove, lang, said)}>
              {say(words.chip, lang, said)} <span aria-hidden="true">×</span>
            </a>
          </li>
        );
      })}
      {names.length > 1 && (
        <li>
          <a href={listAddress(view, shown, {})}>{say(words.clear, lang)}</a>
        </li>
      )}
    </ul>
  );
};
