import type { Context } from 'hono';
import { handlersOf } from '../../cases/handlers.ts';
import { recuse } from '../../cases/recuse.ts';
import type { AppEnv } from '../../context.ts';
import { recusal as words } from '../../i18n/recusal.ts';
import { choice, longtext } from '../../lib/fields/index.ts';
import { say } from '../../lib/words.ts';
import { allAccounts, type Account } from '../../staff/account.ts';
import { may } from '../../staff/roles.ts';
import { Notice } from '../../ui/notice.tsx';
import { liftable, Recused } from './recusal-lift.tsx';
import { asking, workedOn, type Asked } from './recusal-page.tsx';

const remark = longtext({ label: words.why, hint: words.whyHint, max: 2000 });

/** What is asked: the reason, and of a person who may say it of colleagues, whom it is about. */
function asksOf(account: Account, handlers: readonly Account[]): Asked['asks'] {
  if (!may(account.role, 'cases.recuse')) return { remark };
  const options = handlers.map(({ id, name }) => ({
    value: id,
    label: id === account.id ? words.myself : { zh: name, en: name },
  }));
  return { account: choice({ label: words.who, options, long: options.length > 6 }), remark };
}

async function asked(c: Context<AppEnv>): Promise<Asked | null> {
  const one = await workedOn(c);
  if (!one) return null;
  const { account, found, form, view } = one;
  const { tools, staff } = c.get('deps');
  const handlers = await handlersOf(tools.db, await allAccounts(staff), found, form.workflow);
  return {
    one,
    title: say(words.title, view.lang, { title: found.row.title }),
    how: words.how,
    send: words.send,
    asks: asksOf(account, handlers),
    account: account.id,
    // Somebody else must be able to hold the case.
    instead:
      handlers.length > 1 ? null : (
        <Notice tone="bad" title={say(words.nobodyElse, view.lang)}>
          <p>{say(words.nobodyElseHow, view.lang)}</p>
        </Notice>
      ),
    below: <Recused one={one} accounts={await liftable(c, one)} />,
    write: recuse,
  };
}

/** Stepping back from a case, oneself or a colleague: who does no longer knows of it. */
export const recusalPages = asking('/cases/:receipt/recuse', asked);
