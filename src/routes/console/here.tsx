import { Hono, type Context } from 'hono';
import type { FC } from 'hono/jsx';
import { beat, isDoing, leave, type Present } from '../../cases/presence/presence.ts';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import { presenceWords as words } from '../../i18n/presence.ts';
import { parseReceipt } from '../../lib/receipt-number.ts';
import { say, type Lang } from '../../lib/words.ts';
import { keep, type View } from '../../ui/view.ts';
import { viewOf } from '../public/view.ts';
import { answerRefusal } from '../refusal.tsx';
import { casePath } from './case-path.ts';
import { signedInQuietly } from './guards.ts';
import { postedText } from './posted-text.ts';

/** A page about a case that is open, and who else has the case open. */
export interface Here {
  page: string;
  doing: 'reading' | 'writing';
  others: readonly Present[];
  now: number;
}

const MINUTE = 60_000;

/** `王某 正在写这件 (刚刚)`. */
export const inWords = ({ name, doing, at }: Present, now: number, lang: Lang): string =>
  say(words[doing], lang, { name, ago: say(now - at < MINUTE ? words.now : words.minute, lang) });

/** Notes that the page of a case is being opened: without script this is the only beat there is. */
export async function enter(c: Context<AppEnv>, receipt: string): Promise<Here> {
  const { tools } = c.get('deps');
  const [page, now] = [crypto.randomUUID(), tools.clock.now()];
  const doing = c.req.param('action') === undefined ? 'reading' : 'writing';
  const others = await beat(tools.db, c.get('signedIn').account, { receipt, page, doing, now });
  return { page, doing, others: others ?? [], now };
}

/** Who else is in the case; a script keeps it true while the page stays open (`ui/browser/here.ts`). */
export const WhoIsHere: FC<{ view: View; receipt: string; here: Here }> = ({ view, receipt, here }) => (
  <div
    class="here"
    role="status"
    data-here={keep(view, `${casePath(receipt)}/here`)}
    data-left={keep(view, `${casePath(receipt)}/left`)}
    data-page={here.page}
    data-doing={here.doing}
  >
    {here.others.map((other) => (
      <p>{inWords(other, here.now, view.lang)}</p>
    ))}
  </div>
);

/** Who else has the case of a line open. */
export const HereMark: FC<{ others: readonly Present[] | undefined; now: number; lang: Lang }> = (props) => {
  const { others = [], now, lang } = props;
  return others.length === 0 ? null : (
    <span class="here">{others.map((one) => inWords(one, now, lang)).join('; ')}</span>
  );
};

async function takeBeat(c: Context<AppEnv>) {
  const { tools } = c.get('deps');
  const posted = await postedText(c);
  const receipt = parseReceipt(c.req.param('receipt') ?? '')?.canonical;
  const [page, doing, now] = [posted('page').slice(0, 36), posted('doing'), tools.clock.now()];
  if (receipt === undefined || page === '' || !isDoing(doing)) return answerRefusal(c, refuse('route.unknown'));
  const others = await beat(tools.db, c.get('signedIn').account, { receipt, page, doing, now });
  if (!others) return answerRefusal(c, refuse('route.unknown'));
  return c.json({ here: others.map((one) => inWords(one, now, viewOf(c).lang)) });
}

async function takeLeave(c: Context<AppEnv>) {
  const page = (await postedText(c))('page');
  const receipt = parseReceipt(c.req.param('receipt') ?? '')?.canonical;
  if (receipt !== undefined) await leave(c.get('deps').tools.db, c.get('signedIn').account, { receipt, page });
  return c.body(null, 204);
}

/** What the pages of a case say by script. It is no use of the session: who only leaves a page open is signed out. */
export const herePages = new Hono<AppEnv>()
  .post('/cases/:receipt/here', signedInQuietly, (c) => takeBeat(c))
  .post('/cases/:receipt/left', signedInQuietly, (c) => takeLeave(c));
