import { Hono, type Context } from 'hono';
import type { FC } from 'hono/jsx';
import { worksOn } from '../../cases/offered.ts';
import { liftRecusal, recusedFrom } from '../../cases/recuse.ts';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import type { Json } from '../../forms/define.ts';
import { caseWords } from '../../i18n/cases.ts';
import { describeProblems } from '../../i18n/problems.ts';
import { recusal as words } from '../../i18n/recusal.ts';
import { longtext, readForm, readGroup, type Problem } from '../../lib/fields/index.ts';
import { say } from '../../lib/words.ts';
import { may } from '../../staff/roles.ts';
import { ButtonLink } from '../../ui/buttons.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FieldsView } from '../../ui/fields.tsx';
import { keep } from '../../ui/view.ts';
import { postedForm } from '../public/posted.ts';
import { answerRefusal } from '../refusal.tsx';
import { caseInWords, type OneCase } from './case-page.tsx';
import { casePath } from './case-path.ts';
import { done, oneCase } from './cases.tsx';
import { ConsolePage } from './console-page.tsx';

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

interface LiftPage {
  one: OneCase;
  account: string;
  raw: Json;
  problems?: readonly Problem[];
}

const LiftPage: FC<LiftPage> = ({ one, account: id, raw, problems = [] }) => {
  const { view, account, found, names } = one;
  const { lang } = view;
  const path = casePath(found.row.receipt);
  const name = names.get(id) ?? say(words.gone, lang);
  return (
    <ConsolePage {...{ view, account }} title={say(words.liftOf, lang, { name })} description={caseInWords(one)}>
      <ErrorSummary lang={lang} problems={describeProblems(problems, asks, lang)} />
      <form method="post" action={keep(view, `${path}/recuse/${id}`)}>
        <p>{say(words.liftHow, lang)}</p>
        <div class="said internal">
          <p class="audience">{say(caseWords.internal, lang)}</p>
          <FieldsView fields={asks} values={raw} problems={problems} lang={lang} />
        </div>
        <button class="button">{say(words.lift, lang)}</button>
      </form>
      <p class="turn-back">
        <ButtonLink href={keep(view, path)} label={say(caseWords.back, lang)} quiet />
      </p>
    </ConsolePage>
  );
};

/** The case and the account of the path, where the one stepped back from the other and whoever asks may take it back. */
async function asked(c: Context<AppEnv>) {
  const one = await oneCase(c);
  const account = c.req.param('account') ?? '';
  if (!one || !worksOn(one.account, one.found, one.form.workflow)) return null;
  return (await liftable(c, one)).includes(account) ? { one, account } : null;
}

async function show(c: Context<AppEnv>) {
  const page = await asked(c);
  return page ? c.html(<LiftPage {...page} raw={{}} />) : answerRefusal(c, refuse('route.unknown'));
}

async function take(c: Context<AppEnv>) {
  const page = await asked(c);
  if (!page) return answerRefusal(c, refuse('route.unknown'));
  const posted = await postedForm(c);
  if (!posted.ok) return answerRefusal(c, posted.error);
  const raw: Json = readForm(asks, posted.value);
  const { value, problems } = readGroup(asks, raw);
  if (problems.length > 0) return c.html(<LiftPage {...page} {...{ raw, problems }} />, 422);
  const { account, found } = page.one;
  const lifted = await liftRecusal(c.get('deps').tools, {
    caseId: found.row.id,
    by: `staff:${account.id}`,
    account: page.account,
    remark: (value as { remark: string }).remark,
  });
  return lifted.ok ? done(c, [found.row.receipt]) : answerRefusal(c, lifted.error);
}

/** Taking a recusal back that was a mistake. */
export const recusalLiftPages = new Hono<AppEnv>()
  .get('/cases/:receipt/recuse/:account', (c) => show(c))
  .post('/cases/:receipt/recuse/:account', (c) => take(c));
