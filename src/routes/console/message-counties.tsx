import type { FC } from 'hono/jsx';
import { momentInWords } from '../../i18n/dates.ts';
import { messageWords as words } from '../../i18n/messages.ts';
import { shanghaiTime } from '../../lib/clock.ts';
import { say, type Lang } from '../../lib/words.ts';
import { codeWords } from '../../i18n/codes.ts';
import type { OpenPause } from '../../notify/codes/open.ts';
import type { ChannelToday, SiteToday } from '../../notify/state/today.ts';
import type { Site } from '../../sites/site.ts';
import type { Account } from '../../staff/account.ts';
import { may } from '../../staff/roles.ts';
import { keep, type View } from '../../ui/view.ts';
import { CodesLine } from './message-codes.tsx';

const moment = (ms: number, lang: Lang): string => momentInWords(shanghaiTime(ms), lang);

const Channel: FC<{ of: ChannelToday; lang: Lang }> = ({ of, lang }) => {
  const { channel, sent, failed, limited, waiting, oldest, stoppedAt } = of;
  const said = [
    sent > 0 && say(words.sent, lang, { n: sent }),
    failed > 0 && say(words.failed, lang, { n: failed }),
    limited > 0 && say(words.limited, lang, { n: limited }),
    waiting > 0 && say(words.waiting, lang, { n: waiting }),
    oldest !== null && say(words.oldest, lang, { at: moment(oldest, lang) }),
  ].filter((one) => one !== false);
  return (
    <li data-channel={channel}>
      <b>{say(words[channel], lang)}</b>{' '}
      {stoppedAt !== null && <span class="level act">{say(words.stopped, lang)}</span>}{' '}
      {said.join(lang === 'zh' ? ', ' : '; ') || say(words.nothing, lang)}
    </li>
  );
};

/** How full the limit of the day is: half, four fifths and all of it are alarms (src/watch/figures.ts). */
const levelOf = (share: number): 'good' | 'watch' | 'act' => {
  if (share >= 100) return 'act';
  return share >= 50 ? 'watch' : 'good';
};

interface Props {
  view: View;
  account: Account;
  sites: readonly Site[];
  all: readonly SiteToday[];
  pauses: readonly OpenPause[];
}

/** Today of every county, and the ways to its templates and to the switch. */
export const Counties: FC<Props> = ({ view, account, sites, all, pauses }) => {
  const { lang } = view;
  return (
    <section class="way">
      <h2>{say(words.counties, lang)}</h2>
      <ul class="message-rows">
        {all.map(({ site: id, counted, share, channels }) => {
          const found = sites.find((one) => one.id === id);
          if (!found) return null;
          const site = say(found.name, lang);
          const cap = found.settings.messages.perSitePerDay;
          const stopped = channels.some(({ stoppedAt }) => stoppedAt !== null);
          const pause = pauses.find((one) => one.site === id);
          const running = channels.some(({ stoppedAt }) => stoppedAt === null);
          return (
            <li id={id}>
              <h3>{site}</h3>
              <p>
                <span class={`level ${levelOf(share)}`}>{say(words.used, lang, { n: counted, cap, share })}</span>
              </p>
              <ul class="message-facts">
                {channels.map((of) => (
                  <Channel {...{ of, lang }} />
                ))}
                {pause && <CodesLine {...{ pause, lang }} />}
              </ul>
              <div class="acts">
                <a class="button quiet" href={keep(view, `/staff/messages/${id}`)}>
                  {say(words.templatesOf, lang)}
                  <span class="unseen"> {site}</span>
                </a>
                {may(account.role, 'messages.stop') && running && (
                  <a
                    class="button quiet"
                    href={keep(view, `/staff/messages/stop?site=${id}`)}
                    aria-label={say(words.stopAt, lang, { site })}
                  >
                    {say(words.stop, lang)}
                  </a>
                )}
                {may(account.role, 'messages.stop') && stopped && (
                  <a
                    class="button quiet"
                    href={keep(view, `/staff/messages/resume?site=${id}`)}
                    aria-label={say(words.resumeAt, lang, { site })}
                  >
                    {say(words.resume, lang)}
                  </a>
                )}
                {may(account.role, 'messages.stop') && pause && (
                  <a
                    class="button quiet"
                    href={keep(view, `/staff/messages/resume-codes?site=${id}`)}
                    aria-label={say(codeWords.resumeAt, lang, { site })}
                  >
                    {say(codeWords.resume, lang)}
                  </a>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
