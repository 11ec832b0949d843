import { Hono, type Context } from 'hono';
import type { FC } from 'hono/jsx';
import {
  inbox,
  inboxCounts,
  inboxViews,
  isInboxView,
  MOST_COUNTED,
  type Counts,
  type Filters,
  type InboxView,
} from '../../cases/inbox.ts';
import type { AppEnv } from '../../context.ts';
import { caseWords as words } from '../../i18n/cases.ts';
import { shanghaiDate } from '../../lib/clock.ts';
import { say } from '../../lib/words.ts';
import { keep, type View } from '../../ui/view.ts';
import { viewOf } from '../public/view.ts';
import { ConsolePage } from './console-page.tsx';
import { chosenOf, FiltersForm, filtersFor } from './inbox-filters.tsx';
import { InboxRow } from './inbox-line.tsx';
import { readersOnly } from './readers-only.ts';
import { SearchBox } from './search-box.tsx';

const addressOf = (shown: InboxView, filters: Filters, after?: string): string =>
  `/staff/cases?${new URLSearchParams({ view: shown, ...filters, ...(after !== undefined && { after }) }).toString()}`;

const counted = (n: number): string => (n > MOST_COUNTED ? `${MOST_COUNTED}+` : String(n));

const Tabs: FC<{ view: View; shown: InboxView; filters: Filters; counts: Counts }> = (props) => {
  const { view, shown, filters, counts } = props;
  const numbers: Partial<Record<InboxView, number>> = counts;
  return (
    <nav class="tabs" aria-label={say(words.views, view.lang)}>
      {(Object.keys(inboxViews) as InboxView[]).map((name) => (
        <a class={name} href={keep(view, addressOf(name, filters))} aria-current={name === shown ? 'page' : undefined}>
          {say(words[name], view.lang)}
          {numbers[name] !== undefined && <span class="count"> {counted(numbers[name])}</span>}
        </a>
      ))}
    </nav>
  );
};

async function inboxPage(c: Context<AppEnv>) {
  const view = viewOf(c);
  const { lang } = view;
  const { tools, sites } = c.get('deps');
  const { account } = c.get('signedIn');
  const wanted = c.req.query('view') ?? '';
  const shown = isInboxView(wanted) ? wanted : 'open';
  const offered = filtersFor(account, sites);
  const filters = chosenOf(offered, (name) => c.req.query(name));
  const after = c.req.query('after') ?? '';
  const today = shanghaiDate(tools.clock.now());
  const [{ lines, next }, counts] = await Promise.all([
    inbox(tools.db, account, { view: shown, filters, after, today }),
    inboxCounts(tools.db, account, today),
  ]);
  return c.html(
    <ConsolePage {...{ view, account }} title={say(words.inboxTitle, lang)}>
      <SearchBox {...{ view, account }} />
      <Tabs {...{ view, shown, filters, counts }} />
      <FiltersForm {...{ view, shown, offered, chosen: filters }} />
      {lines.length === 0 && <p>{say(words.nothing, lang)}</p>}
      {lines.length > 0 && (
        <ol class="inbox" data-keys>
          {lines.map((line) => (
            <InboxRow {...{ line, today, view }} />
          ))}
        </ol>
      )}
      <p class="paging">
        {after !== '' && <a href={keep(view, addressOf(shown, filters))}>{say(words.firstPage, lang)}</a>}
        {next !== null && (
          <a href={keep(view, addressOf(shown, filters, next))} rel="next">
            {say(words.next, lang)}
          </a>
        )}
      </p>
      <p class="hint keys">{say(words.inboxKeys, lang)}</p>
    </ConsolePage>,
  );
}

/** The list of cases within one's reach. */
export const inboxPages = new Hono<AppEnv>()
  .use('/cases', readersOnly)
  .use('/cases/*', readersOnly)
  .get('/cases', (c) => inboxPage(c));
