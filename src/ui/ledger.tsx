import type { FC } from 'hono/jsx';
import { momentInWords } from '../i18n/dates.ts';
import { ledgerWords as words } from '../i18n/ledger.ts';
import { pages } from '../i18n/pages.ts';
import { say, type Lang } from '../lib/words.ts';

/** One message as it is shown; `at` in Chinese time. */
export interface LedgerEntry {
  channel: string;
  state: string;
  at: string;
  to?: string | null;
  todo?: 'correct' | 'replaced' | 'page' | null;
  returned?: boolean;
  because?: 'cap-address' | 'cap-site' | 'country' | null;
}

const STATES = ['queued', 'sent', 'delivered', 'failed'] as const;

function stateWords({ state, returned }: LedgerEntry, lang: Lang): string {
  if (returned) return say(words.bounced, lang);
  const named = state === 'sending' ? 'queued' : state;
  return say(words[STATES.find((one) => one === named) ?? 'unknown'], lang);
}

/** The ledger of a case's messages, the same for its sender and for staff: channel, time, outcome, where to, what to do. */
export const Ledger: FC<{ entries: readonly LedgerEntry[]; lang: Lang }> = ({ entries, lang }) => (
  <ul class="ledger">
    {entries.map((entry) => (
      <li class={entry.state} data-message={entry.state}>
        <b>{say(entry.channel === 'sms' ? pages.sms : pages.email, lang)}</b> {momentInWords(entry.at, lang)}{' '}
        <span class="outcome">
          {stateWords(entry, lang)}
          {entry.because && ` (${say(words[entry.because], lang)})`}
          {entry.todo && `, ${say(words[entry.todo], lang)}`}
        </span>
        {entry.to && <span class="small"> {say(words.to, lang, { to: entry.to })}</span>}
      </li>
    ))}
  </ul>
);
