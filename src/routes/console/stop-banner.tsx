import type { FC } from 'hono/jsx';
import { codeWords } from '../../i18n/codes.ts';
import { momentInWords } from '../../i18n/dates.ts';
import { messageWords as words } from '../../i18n/messages.ts';
import { shanghaiTime } from '../../lib/clock.ts';
import { say, type Lang } from '../../lib/words.ts';
import type { Account } from '../../staff/account.ts';
import { may } from '../../staff/roles.ts';
import { Notice } from '../../ui/notice.tsx';
import { keep, type View } from '../../ui/view.ts';

type Stop = NonNullable<View['stops']>[number];

function sentence({ site, held, since }: Stop, lang: Lang): string {
  const values = { site: say(site, lang), at: momentInWords(shanghaiTime(since), lang) };
  const [first = 'sms', ...more] = held;
  if (first === 'codes') return say(codeWords.banner, lang, values);
  return say(words.banner, lang, { ...values, channels: say(more.length > 0 ? words.both : words[first], lang) });
}

/** What is stopped where somebody works, on every page: residents there hear nothing meanwhile. */
export const StopBanner: FC<{ view: View; account: Account }> = ({ view, account }) => {
  const { lang, stops = [] } = view;
  if (stops.length === 0) return null;
  return (
    <div class="stop-banner" role="status">
      <Notice tone="soon">
        {stops.map((stop) => (
          <p>{sentence(stop, lang)}</p>
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
