import type { FC } from 'hono/jsx';
import { searchWords as words } from '../../i18n/inbox.ts';
import { say } from '../../lib/words.ts';
import type { Account } from '../../staff/account.ts';
import { allRoles } from '../../staff/roles.ts';
import { keep, type View } from '../../ui/view.ts';

interface SearchBox {
  view: View;
  account: Account;
  query?: string;
  /** What is wrong with the query. */
  wrong?: string;
}

/** Where one searches. It posts, so that what is typed never stands in an address. */
export const SearchBox: FC<SearchBox> = ({ view, account, query, wrong }) => {
  const { personal } = allRoles[account.role];
  const { lang } = view;
  return (
    <form class="search" role="search" method="post" action={keep(view, '/staff/search')}>
      <label class="label" for="query">
        {say(personal ? words.label : words.labelOpen, lang)}
      </label>
      {wrong !== undefined && (
        <p class="error" id="query-error" role="alert">
          {wrong}
        </p>
      )}
      <div class="search-line">
        <input
          type="search"
          id="query"
          name="query"
          value={query}
          autocomplete="off"
          spellcheck={false}
          aria-describedby={wrong === undefined ? 'query-hint' : 'query-error query-hint'}
          aria-invalid={wrong === undefined ? undefined : 'true'}
        />
        <button class="button quiet">{say(words.search, lang)}</button>
      </div>
      <p class="hint" id="query-hint">
        {say(personal ? words.hint : words.hintOpen, lang)}
      </p>
    </form>
  );
};
