import { Hono, type Context } from 'hono';
import type { FC } from 'hono/jsx';
import { handlersOf } from '../../cases/handlers.ts';
import { worksOn } from '../../cases/offered.ts';
import { recuse } from '../../cases/recuse.ts';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import type { Json } from '../../forms/define.ts';
import { describeProblems } from '../../i18n/problems.ts';
import { recusal as words } from '../../i18n/recusal.ts';
import { choice, longtext, readForm, readGroup, type Fields, type Problem } from '../../lib/fields/index.ts';
import { say } from '../../lib/words.ts';
import { allAccounts, type Account } from '../../staff/account.ts';
import { may } from '../../staff/roles.ts';
import { ButtonLink } from '../../ui/buttons.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FieldsView } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { keep } from '../../ui/view.ts';
import { caseWords } from '../../i18n/cases.ts';
import { postedForm } from '../public/posted.ts';
import { answerRefusal } from '../refusal.tsx';
import { caseInWords, type OneCase } from './case-page.tsx';
import { casePath } from './case-path.ts';
import { done, oneCase } from './cases.tsx';
import { ConsolePage } from './console-page.tsx';
import { liftable, Recused } from './recusal-lift.tsx';

const remark = longtext({ label: words.why, hint: words.whyHint, max: 2000 });

/** What is asked: the reason, and of a person who may say it of colleagues, whom it is about. */
function asksOf(account: Account, handlers: readonly Account[]): Fields {
  if (!may(account.role, 'cases.recuse')) return { remark };
  const options = handlers.map(({ id, name }) => ({
    value: id,
    label: id === account.id ? words.myself : { zh: name, en: name },
  }));
  return { account: choice({ label: words.who, options, long: options.length > 6 }), remark };
}

interface RecusalPage {
  one: OneCase;
  asks: Fields;
  /** Somebody else could hold the case. */
  possible: boolean;
  /** Who has stepped back and may be let in again. */
  recused: readonly string[];
  raw: Json;
  problems?: readonly Problem[];
}

const RecusalPage: FC<RecusalPage> = ({ one, asks, possible, recused, raw, problems = [] }) => {
  const { view, account, found } = one;
  const { lang } = view;
  const path = casePath(found.row.receipt);
  const { remark: why, ...rest } = asks;
  const shared = { values: raw, problems, lang };
  return (
    <ConsolePage
      {...{ view, account }}
      title={say(words.title, lang, { title: found.row.title })}
      description={caseInWords(one)}
    >
      <ErrorSummary lang={lang} problems={describeProblems(problems, asks, lang)} />
      {possible ? (
        <form method="post" action={keep(view, `${path}/recuse`)}>
          <p>{say(words.how, lang)}</p>
          <FieldsView fields={rest} {...shared} />
          <div class="said internal">
            <p class="audience">{say(caseWords.internal, lang)}</p>
            <FieldsView fields={why ? { remark: why } : {}} {...shared} />
          </div>
          <button class="button">{say(words.send, lang)}</button>
        </form>
      ) : (
        <Notice tone="bad" title={say(words.nobodyElse, lang)}>
          <p>{say(words.nobodyElseHow, lang)}</p>
        </Notice>
      )}
      <Recused one={one} accounts={recused} />
      <p class="turn-back">
        <ButtonLink href={keep(view, path)} label={say(caseWords.back, lang)} quiet />
      </p>
    </ConsolePage>
  );
};

/** The case of the path with whoever could hold it, for somebody who works on it. */
async function asked(c: Context<AppEnv>) {
  const one = await oneCase(c);
  if (!one || !worksOn(one.account, one.found, one.form.workflow)) return null;
  const { tools, staff } = c.get('deps');
  const handlers = await handlersOf(tools.db, await allAccounts(staff), one.found, one.form.workflow);
  return {
    one,
    handlers,
    asks: asksOf(one.account, handlers),
    possible: handlers.length > 1,
    recused: await liftable(c, one),
  };
}

async function show(c: Context<AppEnv>) {
  const page = await asked(c);
  return page ? c.html(<RecusalPage {...page} raw={{}} />) : answerRefusal(c, refuse('route.unknown'));
}

async function take(c: Context<AppEnv>) {
  const page = await asked(c);
  if (!page) return answerRefusal(c, refuse('route.unknown'));
  const posted = await postedForm(c);
  if (!posted.ok) return answerRefusal(c, posted.error);
  const raw: Json = readForm(page.asks, posted.value);
  if (!page.possible) return c.html(<RecusalPage {...page} raw={raw} />, 409);
  const { value, problems } = readGroup(page.asks, raw);
  if (problems.length > 0) return c.html(<RecusalPage {...page} {...{ raw, problems }} />, 422);
  const { account, found } = page.one;
  const said = value as { account?: string; remark: string };
  const stepped = await recuse(c.get('deps').tools, {
    caseId: found.row.id,
    by: `staff:${account.id}`,
    account: said.account ?? account.id,
    remark: said.remark,
  });
  return stepped.ok ? done(c, [found.row.receipt]) : answerRefusal(c, stepped.error);
}

/** Stepping back from a case, oneself or a colleague: who does no longer knows of it. */
export const recusalPages = new Hono<AppEnv>()
  .get('/cases/:receipt/recuse', (c) => show(c))
  .post('/cases/:receipt/recuse', (c) => take(c));
