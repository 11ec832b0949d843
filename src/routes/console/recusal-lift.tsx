import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { liftRecusal, recusedFrom } from '../../cases/recuse.ts';
import type { AppEnv } from '../../context.ts';
import { recusal as words } from '../../i18n/recusal.ts';
import { longtext } from '../../lib/fields/index.ts';
import { say } from '../../lib/words.ts';
import { may } from '../../staff/roles.ts';
import { keep } from '../../ui/view.ts';
import type { OneCase } from './case-page.tsx';
import { casePath } from './case-path.ts';
import { asking, workedOn, type Asked } from './recusal-page.tsx';

const asks = { remark: longtext({ label: words.liftWhy, hint: words.liftWhyHint, max: 2000 }) };

/** Those who stepped back, for whoever may let them see the case again; for everybody else nobody. */
export async function liftable(c: Context<AppEnv>, { account, found }: OneCase): Promise<string[]> {
  return may(account.role, 'cases.recuse') ? recusedFrom(c.get('deps').tools.db, found.row.id) : [];
}

/** The names of those who stepped back, each with the way to its page. */
export const Recused: FC<{ one: OneCase; accounts: readonly string[] }> = ({ one, accounts }) => {
  const { view, found, names } = one;
  const { lang } = view;
  if (accounts.length === 0) return null;
  return (
    <section>
      <h2>{say(words.recused, lang)}</h2>
      <ul class="rows">
        {accounts.map((id) => {
          const name = names.get(id) ?? say(words.gone, lang);
          return (
            <li>
              <p>{name}</p>
              <div class="acts">
                <a
                  class="button quiet"
                  href={keep(view, `${casePath(found.row.receipt)}/recuse/${id}`)}
                  aria-label={say(words.liftOf, lang, { name })}
                >
                  {say(words.lift, lang)}
                </a>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
};

/** The account of the path stepped back from the case, and whoever asks may take that back. */
async function asked(c: Context<AppEnv>): Promise<Asked | null> {
  const one = await workedOn(c);
  const account = c.req.param('account') ?? '';
  if (!one || !(await liftable(c, one)).includes(account)) return null;
  const { lang } = one.view;
  const name = one.names.get(account) ?? say(words.gone, lang);
  return {
    one,
    title: say(words.liftOf, lang, { name }),
    how: words.liftHow,
    send: words.lift,
    asks,
    account,
    write: liftRecusal,
  };
}

/** Taking a recusal back that was a mistake. */
export const recusalLiftPages = asking('/cases/:receipt/recuse/:account', asked);
