import type { FC, PropsWithChildren } from 'hono/jsx';
import { readsCases } from '../../cases/scope.ts';
import { hasTasks } from '../../cases/tasks/list.ts';
import { behalfWords } from '../../i18n/behalf.ts';
import { caseWords } from '../../i18n/cases.ts';
import { messageWords } from '../../i18n/messages.ts';
import { staff as words } from '../../i18n/staff.ts';
import { watchWords } from '../../i18n/watch.ts';
import { say } from '../../lib/words.ts';
import type { Account } from '../../staff/account.ts';
import { may } from '../../staff/roles.ts';
import { Page } from '../../ui/page.tsx';
import { keep, type View } from '../../ui/view.ts';
import { KeysDialog } from './keys.tsx';
import { StopBanner } from './stop-banner.tsx';
import { TasksLink } from './tasks-link.tsx';

interface ConsolePageProps {
  view: View;
  title: string;
  description?: string;
  /** Who is signed in; absent before. */
  account?: Account;
}

/** The frame of every page of the console. */
export const ConsolePage: FC<PropsWithChildren<ConsolePageProps>> = ({ account, children, ...page }) => (
  <Page {...page} serves="staff" styles={['/staff.css']} scripts={['/staff.js']}>
    {account && <Links view={page.view} account={account} />}
    {account && <StopBanner view={page.view} account={account} />}
    {children}
    {account && readsCases(account.role) && <KeysDialog view={page.view} />}
  </Page>
);

const Links: FC<{ view: View; account: Account }> = ({ view, account }) => (
  <nav class="staff-links" aria-label={say(words.nav, view.lang)}>
    <a href={keep(view, '/staff')}>{say(words.home, view.lang)}</a>
    {readsCases(account.role) && <a href={keep(view, '/staff/cases')}>{say(caseWords.inbox, view.lang)}</a>}
    {hasTasks(account.role) && <TasksLink view={view} />}
    {may(account.role, 'cases.file-for') && <a href={keep(view, '/staff/file')}>{say(behalfWords.file, view.lang)}</a>}
    <a href={keep(view, '/staff/account')}>{say(words.account, view.lang)}</a>
    {may(account.role, 'accounts.manage') && (
      <a href={keep(view, '/staff/accounts')}>{say(words.accounts, view.lang)}</a>
    )}
    {may(account.role, 'system.watch') && (
      <a href={keep(view, '/staff/messages')}>{say(messageWords.title, view.lang)}</a>
    )}
    {may(account.role, 'system.watch') && <a href={keep(view, '/staff/health')}>{say(watchWords.title, view.lang)}</a>}
    <form method="post" action={keep(view, '/staff/sign-out')}>
      <button class="plain">{say(words.signOut, view.lang)}</button>
    </form>
  </nav>
);

/** One line to type into, with its label above and its hint between. */
export const Line: FC<{
  name: string;
  label: string;
  hint?: string;
  value?: string;
  id: string;
  autocomplete?: string;
  digits?: boolean;
}> = ({ name, label, hint, value, id, autocomplete, digits }) => (
  <div class="field">
    <label class="label" for={id}>
      {label}
    </label>
    {hint && (
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    <input
      type="text"
      {...{ id, name, value }}
      class="short"
      required
      aria-describedby={hint ? `${id}-hint` : undefined}
      autocomplete={autocomplete ?? 'off'}
      autocapitalize="none"
      spellcheck={false}
      inputmode={digits ? 'numeric' : undefined}
    />
  </div>
);
