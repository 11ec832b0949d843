import type { FC } from 'hono/jsx';
import { phaseOf } from '../../drafts/collected.ts';
import type { Draft } from '../../drafts/draft.ts';
import { dateInWords } from '../../i18n/dates.ts';
import { say, type Lang } from '../../lib/words.ts';
import { commentWords as words } from './words.ts';

const DAY = 86_400_000;
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

/** Who makes it, from when to when, and why the time is short where it is: what must be public of any draft. */
export const DraftFacts: FC<{ draft: Draft; today: string; lang: Lang }> = ({ draft, today, lang }) => {
  const { owner, opens, closes, shortReason } = draft;
  const [from, to] = [dateInWords(opens, lang), dateInWords(closes, lang)];
  return (
    <dl class="facts">
      <div>
        <dt>{say(words.owner, lang)}</dt>
        <dd>{owner}</dd>
      </div>
      <div>
        <dt>{say(words.window, lang)}</dt>
        <dd>
          <span>{say(words.from, lang, { opens: from })}</span> <span>{to}</span>
          {phaseOf(draft, today) === 'open' && <Left days={daysBetween(today, closes)} lang={lang} />}
        </dd>
      </div>
      {shortReason && (
        <div>
          <dt>{say(words.shortReason, lang)}</dt>
          <dd>{shortReason}</dd>
        </div>
      )}
    </dl>
  );
};

const Left: FC<{ days: number; lang: Lang }> = ({ days, lang }) => (
  <>
    <br />
    <strong>{days === 0 ? say(words.lastDay, lang) : say(words.daysLeft, lang, { days })}</strong>
  </>
);
