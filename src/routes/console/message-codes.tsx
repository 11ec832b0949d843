import type { FC } from 'hono/jsx';
import { codeWords as words } from '../../i18n/codes.ts';
import { momentInWords } from '../../i18n/dates.ts';
import { messageWords } from '../../i18n/messages.ts';
import { shanghaiTime } from '../../lib/clock.ts';
import { say, type Lang } from '../../lib/words.ts';
import type { OpenPause, Pause } from '../../notify/codes/open.ts';
import type { CodeRate } from '../../notify/codes/rate.ts';
import type { CodeTerms } from '../../sites/code-terms.ts';
import type { Account } from '../../staff/account.ts';

const moment = (ms: number, lang: Lang): string => momentInWords(shanghaiTime(ms), lang);

const share = ({ sent, used }: CodeRate): number => (sent === 0 ? 0 : Math.floor((100 * used) / sent));

/** When codes stopped, and by which figures. */
const figuresOf = (pause: OpenPause, lang: Lang): string => {
  const { sent, used, least, pausedAt } = pause;
  return say(words.figures, lang, { at: moment(pausedAt, lang), sent, used, least, share: share(pause) });
};

/** That the codes of a county are stopped, among what its channels did today. */
export const CodesLine: FC<{ pause: OpenPause; lang: Lang }> = ({ pause, lang }) => (
  <li data-channel="codes">
    <b>{say(words.codes, lang)}</b> <span class="level act">{say(words.paused, lang)}</span> {figuresOf(pause, lang)}
  </li>
);

interface Props {
  terms: CodeTerms;
  rate: CodeRate;
  /** Open and lifted, the newest first. */
  pauses: readonly Pause[];
  accounts: readonly Account[];
  lang: Lang;
}

/** By which rule the codes of a county stop, how near they are to it, when they did and who let them go again. */
export const Codes: FC<Props> = ({ terms, rate, pauses, accounts, lang }) => {
  const who = (by: string | null): string => accounts.find(({ id }) => by === `staff:${id}`)?.name ?? '';
  const { afterMinutes, lookedAt, leastUsed } = terms;
  return (
    <section class="way" id="codes">
      <h2>{say(words.codes, lang)}</h2>
      <p class="hint">{say(words.rule, lang, { after: afterMinutes, sent: lookedAt, least: leastUsed })}</p>
      <p>{rate.sent === 0 ? say(words.none, lang) : say(words.now, lang, { ...rate, share: share(rate) })}</p>
      <ul class="message-rows">
        {pauses.map((pause) => (
          <li data-pause={pause.liftedAt === null ? 'open' : 'lifted'}>
            <p>
              {figuresOf(pause, lang)}{' '}
              {pause.liftedAt === null && <span class="level act">{say(words.paused, lang)}</span>}
            </p>
            {pause.liftedAt !== null && (
              <p>{say(words.resumeLine, lang, { at: moment(pause.liftedAt, lang), name: who(pause.liftedBy) })}</p>
            )}
            {pause.liftReason !== null && (
              <p class="said internal">{say(messageWords.because, lang, { reason: pause.liftReason })}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
