import { Hono, type Context } from 'hono';
import type { Child, FC } from 'hono/jsx';
import { worksOn } from '../../cases/offered.ts';
import type { recuse } from '../../cases/recuse.ts';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import type { Json } from '../../forms/define.ts';
import { caseWords } from '../../i18n/cases.ts';
import { describeProblems } from '../../i18n/problems.ts';
import { readForm, readGroup, type Fields, type Problem } from '../../lib/fields/index.ts';
import { say, type Words } from '../../lib/words.ts';
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

/** What is asked of somebody who decides, with a reason, whether an account may know of a case. */
export interface Asked {
  one: OneCase;
  title: string;
  how: Words;
  send: Words;
  /** The reason as `remark`, for colleagues only; `account`, where one may choose whom it is about. */
  asks: Fields & { remark: Fields[string] };
  /** Whom it is about where nobody is chosen. */
  account: string;
  /** Stands in place of the form where it cannot be done now. */
  instead?: Child;
  below?: Child;
  write: typeof recuse;
}

interface AskedPage extends Asked {
  action: string;
  raw?: Json;
  problems?: readonly Problem[];
}

const AskedPage: FC<AskedPage> = ({ one, action, asks, raw = {}, problems = [], ...said }) => {
  const { view, account, found } = one;
  const { lang } = view;
  const { remark, ...rest } = asks;
  const shared = { values: raw, problems, lang };
  return (
    <ConsolePage {...{ view, account }} title={said.title} description={caseInWords(one)}>
      <ErrorSummary lang={lang} problems={describeProblems(problems, asks, lang)} />
      {said.instead ?? (
        <form method="post" action={keep(view, action)}>
          <p>{say(said.how, lang)}</p>
          <FieldsView fields={rest} {...shared} />
          <div class="said internal">
            <p class="audience">{say(caseWords.internal, lang)}</p>
            <FieldsView fields={{ remark }} {...shared} />
          </div>
          <button class="button">{say(said.send, lang)}</button>
        </form>
      )}
      {said.below}
      <p class="turn-back">
        <ButtonLink href={keep(view, casePath(found.row.receipt))} label={say(caseWords.back, lang)} quiet />
      </p>
    </ConsolePage>
  );
};

/** The case of the path, for somebody who works on it. */
export async function workedOn(c: Context<AppEnv>): Promise<OneCase | null> {
  const one = await oneCase(c);
  return one && worksOn(one.account, one.found, one.form.workflow) ? one : null;
}

async function take(c: Context<AppEnv>, page: Asked) {
  const { path: action } = c.req;
  const posted = await postedForm(c);
  if (!posted.ok) return answerRefusal(c, posted.error);
  if (page.instead) return c.html(<AskedPage {...page} action={action} />, 409);
  const raw: Json = readForm(page.asks, posted.value);
  const { value, problems } = readGroup(page.asks, raw);
  if (problems.length > 0) return c.html(<AskedPage {...page} {...{ action, raw, problems }} />, 422);
  const { account, found } = page.one;
  const written = await page.write(c.get('deps').tools, {
    caseId: found.row.id,
    by: `staff:${account.id}`,
    account: page.account,
    ...(value as { account?: string; remark: string }),
  });
  return written.ok ? done(c, [found.row.receipt]) : answerRefusal(c, written.error);
}

/** The pages at a path; where nothing is asked of whoever comes, there is no such page. */
export const asking = (path: string, asked: (c: Context<AppEnv>) => Promise<Asked | null>) =>
  new Hono<AppEnv>()
    .get(path, async (c) => {
      const page = await asked(c);
      return page ? c.html(<AskedPage {...page} action={c.req.path} />) : answerRefusal(c, refuse('route.unknown'));
    })
    .post(path, async (c) => {
      const page = await asked(c);
      return page ? take(c, page) : answerRefusal(c, refuse('route.unknown'));
    });
