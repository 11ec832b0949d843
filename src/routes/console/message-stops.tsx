import type { FC } from 'hono/jsx';
import { momentInWords } from '../../i18n/dates.ts';
import { messageWords as words } from '../../i18n/messages.ts';
import { shanghaiTime } from '../../lib/clock.ts';
import { say, type Lang } from '../../lib/words.ts';
import type { Stop } from '../../notify/stops/open.ts';
import type { Account } from '../../staff/account.ts';

interface Props {
  stops: readonly Stop[];
  accounts: readonly Account[];
  lang: Lang;
}

/** When a county's messages were stopped and resumed, by whom and why; the newest first. */
export const Stops: FC<Props> = ({ stops, accounts, lang }) => {
  const at = (ms: number): string => momentInWords(shanghaiTime(ms), lang);
  const who = (by: string): string =>
    accounts.find(({ id }) => by === `staff:${id}`)?.name ?? (by === 'system' ? say(words.program, lang) : by.slice(6));
  return (
    <section class="way">
      <h2>{say(words.history, lang)}</h2>
      {stops.length === 0 && <p>{say(words.never, lang)}</p>}
      <ul class="message-rows">
        {stops.map(({ channel, stoppedAt, stoppedBy, reason, liftedAt, liftedBy, liftReason }) => (
          <li data-stop={liftedAt === null ? 'open' : 'lifted'}>
            <p>
              {say(words.stopLine, lang, {
                channel: say(words[channel], lang),
                at: at(stoppedAt),
                name: who(stoppedBy),
              })}{' '}
              {liftedAt === null && <span class="level act">{say(words.stopped, lang)}</span>}
            </p>
            <p class="said internal">{say(words.because, lang, { reason })}</p>
            {liftedAt !== null && <p>{say(words.resumeLine, lang, { at: at(liftedAt), name: who(liftedBy ?? '') })}</p>}
            {liftReason !== null && <p class="said internal">{say(words.because, lang, { reason: liftReason })}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
};
