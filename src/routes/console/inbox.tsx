import { Hono, type Context } from 'hono';
import type { FC } from 'hono/jsx';
import type { Filters } from '../../cases/inbox-filters.ts';
import { inboxViews, isInboxView, type InboxView } from '../../cases/inbox-views.ts';
import { inbox, inboxCounts, MOST_COUNTED, type Counts } from '../../cases/inbox.ts';
import { presentIn } from '../../cases/presence/presence.ts';
import { offeredInLine } from '../../cases/together/offered.ts';
import type { AppEnv } from '../../context.ts';
import { caseWords } from '../../i18n/cases.ts';
import { inboxWords } from '../../i18n/inbox.ts';
import { shanghaiDate } from '../../lib/clock.ts';
import { say } from '../../lib/words.ts';
import { may, type RoleId } from '../../staff/roles.ts';
import type { View } from '../../ui/view.ts';
import { viewOf } from '../public/view.ts';
import { ConsolePage } from './console-page.tsx';
import { ExportLink } from './export-page.tsx';
import { choicesFor, chosenOf } from './inbox-choice.ts';
import { Chips, FiltersForm, listAddress } from './inbox-filters.tsx';
import { HereMark } from './here.tsx';
import { InboxRow } from './inbox-line.tsx';
import { PickBox, PickForm } from './pick-form.tsx';
import { readersOnly } from './readers-only.ts';
import { SearchBox } from './search-box.tsx';

const words = { ...caseWords, ...inboxWords };

const counted = (n: number): string => (n > MOST_COUNTED ? `${MOST_COUNTED}+` : String(n));

const Tabs: FC<{ view: View; shown: InboxView; filters: Filters; counts: Counts }> = (props) => {
  const { view, shown, filters, counts } = props;
  const numbers: Partial<Record<InboxView, number>> = counts;
  return (
    <nav class="tabs" aria-label={say(words.views, view.lang)}>
      {(Object.keys(inboxViews) as InboxView[]).map((name) => (
        <a class={name} href={listAddress(view, name, filters)} aria-current={name === shown ? 'page' : undefined}>
          {say(words[name], view.lang)}
          {numbers[name] !== undefined && <span class="count"> {counted(numbers[name])}</span>}
        </a>
      ))}
    </nav>
  );
};

/** Keys of the actions that a role may take in a case of its list. */
const actsOf = (role: RoleId): string =>
  [may(role, 'cases.handle') && 'a', (may(role, 'cases.handle') || may(role, 'cases.answer')) && 'r']
    .filter(Boolean)
    .join('');

async function inboxPage(c: Context<AppEnv>) {
  const view = viewOf(c);
  const { lang } = view;
  const { tools, sites } = c.get('deps');
  const { account } = c.get('signedIn');
  const wanted = c.req.query('view') ?? '';
  const shown = isInboxView(wanted) ? wanted : 'open';
  const offered = choicesFor(account, sites);
  const chosen = chosenOf(offered, (name) => c.req.query(name));
  const { filters } = chosen;
  const after = c.req.query('after') ?? '';
  const now = tools.clock.now();
  const today = shanghaiDate(now);
  const ticked = c.req.query('pick') === 'all';
  const [{ lines, next }, counts] = await Promise.all([
    inbox(tools.db, account, { view: shown, filters, after, today }),
    inboxCounts(tools.db, account, today),
  ]);
  const present = await presentIn(
    tools.db,
    account,
    lines.map(({ id }) => id),
    now,
  );
  const together = lines.map((line) => offeredInLine(account, line, today));
  const picking = { view, offered: together, address: listAddress(view, shown, filters, after || undefined) };
  return c.html(
    <ConsolePage {...{ view, account }} title={say(words.inboxTitle, lang)}>
      <SearchBox {...{ view, account }} />
      <Tabs {...{ view, shown, filters, counts }} />
      <FiltersForm {...{ view, shown, offered, chosen }} />
      <Chips {...{ view, shown, offered, chosen }} />
      {lines.length === 0 && <p>{say(words.nothing, lang)}</p>}
      {lines.length > 0 && (
        <PickForm {...picking} ticked={ticked}>
          <ol class="inbox" data-keys data-acts={actsOf(account.role)}>
            {lines.map((line, at) => (
              <InboxRow
                {...{ line, today, view }}
                box={<PickBox {...{ view, line, ticked }} offered={together[at] ?? []} />}
              >
                <HereMark others={present.get(line.id)} {...{ now, lang }} />
              </InboxRow>
            ))}
          </ol>
        </PickForm>
      )}
      <p class="paging">
        {after !== '' && <a href={listAddress(view, shown, filters)}>{say(words.firstPage, lang)}</a>}
        {lines.length > 0 && <ExportLink view={view} query={new URLSearchParams({ view: shown, ...filters })} />}
        {next !== null && (
          <a href={listAddress(view, shown, filters, next)} rel="next">
            {say(words.next, lang)}
          </a>
        )}
      </p>
    </ConsolePage>,
    Object.keys(chosen.wrong).length > 0 ? 422 : 200,
  );
}

/** The list of cases within one's reach. */
export const inboxPages = new Hono<AppEnv>()
  .use('/cases', readersOnly)
  .use('/cases/*', readersOnly)
  .get('/cases', (c) => inboxPage(c));
