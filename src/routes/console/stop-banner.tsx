import type { FC } from 'hono/jsx';
import { momentInWords } from '../../i18n/dates.ts';
import { messageWords as words } from '../../i18n/messages.ts';
import { shanghaiTime } from '../../lib/clock.ts';
import { say } from '../../lib/words.ts';
import type { Account } from '../../staff/account.ts';
import { may } from '../../staff/roles.ts';
import { Notice } from '../../ui/notice.tsx';
import { keep, type View } from '../../ui/view.ts';

/** What is stopped where somebody works, on every page: residents there hear nothing meanwhile. */
export const StopBanner: FC<{ view: View; account: Account }> = ({ view, account }) => {
  const { lang, stops = [] } = view;
  if (stops.length === 0) return null;
  return (
    <div class="stop-banner" role="status">
      <Notice tone="soon">
        {stops.map(({ site, channels, since }) => (
          <p>
            {say(words.banner, lang, {
              site: say(site, lang),
              channels: say(channels.length > 1 ? words.both : words[channels[0] ?? 'sms'], lang),
              at: momentInWords(shanghaiTime(since), lang),
            })}
          </p>
        ))}
        {may(account.role, 'system.watch') && (
          <p>
            <a href={keep(view, '/staff/messages')}>{say(words.title, lang)}</a>
          </p>
        )}
      </Notice>
    </div>
  );
};
