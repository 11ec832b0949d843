import { Hono, type Context } from 'hono';
import type { FC } from 'hono/jsx';
import { contextsOf } from '../../cases/search-index.ts';
import { canSearch, LONGEST_QUERY, search, type Found } from '../../cases/search.ts';
import { caseFor } from '../../cases/staff-view.ts';
import { offeredInLine } from '../../cases/together/offered.ts';
import type { AppEnv } from '../../context.ts';
import { searchWords as words } from '../../i18n/inbox.ts';
import { shanghaiDate } from '../../lib/clock.ts';
import { parseReceipt } from '../../lib/receipt-number.ts';
import { lengthOf, tidyText } from '../../lib/text.ts';
import { say } from '../../lib/words.ts';
import type { Account } from '../../staff/account.ts';
import { keep, type View } from '../../ui/view.ts';
import { viewOf } from '../public/view.ts';
import { casePath } from './case-path.ts';
import { ConsolePage } from './console-page.tsx';
import { ExportLink } from './export-page.tsx';
import { InboxRow, Marked } from './inbox-line.tsx';
import { PickBox, PickForm } from './pick-form.tsx';
import { postedText } from './posted-text.ts';
import { readersOnly } from './readers-only.ts';
import { SearchBox } from './search-box.tsx';
import { readSearchToken, searchToken } from './search-token.ts';

interface SearchPage {
  view: View;
  account: Account;
  query?: string;
  wrong?: string;
  found?: Found & { token: string; today: string; after: string; ticked: boolean };
}

const SearchPage: FC<SearchPage> = ({ view, account, query, wrong, found }) => (
  <ConsolePage {...{ view, account }} title={say(words.title, view.lang)}>
    <SearchBox {...{ view, account, query, wrong }} />
    {found && <Results {...{ view, account, found }} query={query ?? ''} />}
    <p class="paging">
      <a href={keep(view, '/staff/cases')}>{say(words.toList, view.lang)}</a>
    </p>
  </ConsolePage>
);

interface Results {
  view: View;
  account: Account;
  query: string;
  found: NonNullable<SearchPage['found']>;
}

const Results: FC<Results> = ({ view, account, query, found }) => {
  const { lines, next, token, today, after: here, ticked } = found;
  const { lang } = view;
  const first = here === '';
  const offered = lines.map((line) => offeredInLine(account, line, today));
  const address = (after?: string): string =>
    keep(view, `/staff/search?${new URLSearchParams({ q: token, ...(after !== undefined && { after }) }).toString()}`);
  const nothing = next === null && first ? say(words.none, lang, { query }) : say(words.noneHere, lang);
  return (
    <>
      <h2 class="found">{say(words.found, lang, { query })}</h2>
      {lines.length === 0 && <p>{nothing}</p>}
      {lines.length > 0 && (
        <PickForm {...{ view, offered, ticked }} address={address(first ? undefined : here)}>
          <ol class="inbox" data-keys>
            {lines.map(({ marked, excerpt, ...line }, at) => (
              <InboxRow
                {...{ line, today, view }}
                title={marked}
                box={<PickBox {...{ view, line, ticked }} offered={offered[at] ?? []} />}
              >
                {excerpt && (
                  <q class="excerpt">
                    <Marked pieces={excerpt} />
                  </q>
                )}
              </InboxRow>
            ))}
          </ol>
        </PickForm>
      )}
      <p class="paging">
        {lines.length > 0 && <ExportLink view={view} query={new URLSearchParams({ q: token })} />}
        {!first && <a href={address()}>{say(words.newest, lang)}</a>}
        {next !== null && (
          <a href={address(next)} rel="next">
            {say(words.older, lang)}
          </a>
        )}
      </p>
    </>
  );
};

/** A whole number leads to its case; everything else to a page of what was found, its query sealed into the address. */
async function ask(c: Context<AppEnv>) {
  const view = viewOf(c);
  const { tools } = c.get('deps');
  const { account } = c.get('signedIn');
  const query = tidyText((await postedText(c))('query'));
  const receipt = parseReceipt(query)?.canonical;
  if (receipt !== undefined && (await caseFor(tools, account, receipt)))
    return c.redirect(keep(view, casePath(receipt)), 303);
  const wrong = wrongWith(query, receipt !== undefined, view);
  if (wrong !== null) return c.html(<SearchPage {...{ view, account, query, wrong }} />, 422);
  const token = await searchToken(tools.ring, tools.clock, account.id, query);
  return c.redirect(keep(view, `/staff/search?q=${token}`), 303);
}

function wrongWith(query: string, isReceipt: boolean, { lang }: View): string | null {
  if (lengthOf(query) > LONGEST_QUERY) return say(words.tooLong, lang, { most: LONGEST_QUERY });
  return isReceipt || canSearch(query) ? null : say(words.tooShort, lang);
}

async function show(c: Context<AppEnv>) {
  const view = viewOf(c);
  const { tools, sites, drafts } = c.get('deps');
  const { account } = c.get('signedIn');
  const token = c.req.query('q');
  if (token === undefined) return c.html(<SearchPage {...{ view, account }} />);
  const query = await readSearchToken(tools.ring, tools.clock, account.id, token);
  if (query === null) return c.html(<SearchPage {...{ view, account }} wrong={say(words.expired, view.lang)} />, 422);
  const after = c.req.query('after') ?? '';
  const searching = { db: tools.db, ring: tools.ring, contextOf: contextsOf(sites, await drafts()) };
  const results = await search(searching, account, query, after);
  const ticked = c.req.query('pick') === 'all';
  const found = { ...results, token, today: shanghaiDate(tools.clock.now()), after, ticked };
  return c.html(<SearchPage {...{ view, account, query, found }} />);
}

/** Looking for cases within one's reach. */
export const searchPages = new Hono<AppEnv>()
  .use('/search', readersOnly)
  .get('/search', (c) => show(c))
  .post('/search', (c) => ask(c));
