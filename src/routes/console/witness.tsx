import { Hono, type Context } from 'hono';
import { witnessFields } from '../../cases/behalf/fields.ts';
import { behalfOf } from '../../cases/behalf/from-chain.ts';
import { toWitness } from '../../cases/behalf/lists.ts';
import { mayWitness, witness } from '../../cases/behalf/witness.ts';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import { behalfWords as words } from '../../i18n/behalf.ts';
import { describeProblems } from '../../i18n/problems.ts';
import { readForm, type Problem } from '../../lib/fields/index.ts';
import { say } from '../../lib/words.ts';
import { allAccounts } from '../../staff/account.ts';
import { ButtonLink } from '../../ui/buttons.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FieldsView } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { keep } from '../../ui/view.ts';
import { caseTitle } from '../dev/case-title.ts';
import { postedForm } from '../public/posted.ts';
import { viewOf } from '../public/view.ts';
import { answerRefusal } from '../refusal.tsx';
import { CaseContent } from './case-content.tsx';
import { caseInWords, type OneCase } from './case-page.tsx';
import { casePath } from './case-path.ts';
import { oneCase } from './cases.tsx';
import { ConsolePage } from './console-page.tsx';
import { FiledLines } from './filed-lines.tsx';
import { needs } from './guards.ts';

const LIST = '/staff/witness';
const pathOf = ({ receipt }: { receipt: string }): string => `${LIST}/${receipt.toLowerCase()}`;

async function waitingPage(c: Context<AppEnv>) {
  const view = viewOf(c);
  const { lang } = view;
  const { tools, staff } = c.get('deps');
  const { account } = c.get('signedIn');
  const { lines, next } = await toWitness(tools.db, account, c.req.query('after') ?? '');
  const names = new Map((await allAccounts(staff)).map(({ id, name }) => [id, name]));
  return c.html(
    <ConsolePage {...{ view, account }} title={say(words.waiting, lang)} description={say(words.waitingLead, lang)}>
      {lines.length === 0 && <p>{say(words.nothingWaits, lang)}</p>}
      <FiledLines {...{ view, lines, next, names, pathOf }} now={tools.clock.now()} list={LIST} />
    </ConsolePage>,
  );
}

/** Why a reader cannot witness a case that they may read; null where they can. */
function hindrance({ account, found }: OneCase) {
  if (mayWitness(found, account.id)) return null;
  return behalfOf(found.events)?.confirmed ? words.already : words.notYours;
}

function witnessPage(c: Context<AppEnv>, one: OneCase, { problems = [] }: { problems?: readonly Problem[] } = {}) {
  const { view, account, found, form, context } = one;
  const { lang } = view;
  const { receipt } = found.row;
  const why = hindrance(one);
  return c.html(
    <ConsolePage
      {...{ view, account }}
      title={say(words.witnessTitle, lang, { title: caseTitle(found.row, form, lang) })}
      description={caseInWords(one)}
    >
      <ErrorSummary lang={lang} problems={describeProblems(problems, witnessFields, lang)} />
      <CaseContent {...{ view, found, form, context }} personal="never" />
      {why ? (
        <Notice tone="soon">
          <p>{say(why, lang)}</p>
        </Notice>
      ) : (
        <form class="way" method="post" action={keep(view, pathOf({ receipt }))}>
          <FieldsView fields={witnessFields} values={{}} {...{ problems, lang }} />
          <p class="hint">{say(words.witnessSure, lang)}</p>
          <button class="button">{say(words.witness, lang)}</button>
        </form>
      )}
      <p class="turn-back">
        <ButtonLink href={keep(view, casePath(receipt))} label={say(words.openCase, lang)} quiet />
        <ButtonLink href={keep(view, LIST)} label={say(words.waiting, lang)} quiet />
      </p>
    </ConsolePage>,
    why ? 409 : problems.length > 0 ? 422 : 200,
  );
}

/** A case that was filed for somebody and that the reader may read; anything else is not there. */
async function filed(c: Context<AppEnv>): Promise<OneCase | null> {
  const one = await oneCase(c);
  return one && behalfOf(one.found.events) ? one : null;
}

/** A second pair of eyes on what colleagues filed for people without a phone of their own. */
export const witnessPages = new Hono<AppEnv>()
  .use('/witness', needs('cases.witness'))
  .use('/witness/*', needs('cases.witness'))
  .get('/witness', (c) => waitingPage(c))
  .get('/witness/:receipt', async (c) => {
    const one = await filed(c);
    return one ? witnessPage(c, one) : answerRefusal(c, refuse('route.unknown'));
  })
  .post('/witness/:receipt', async (c) => {
    const one = await filed(c);
    if (!one) return answerRefusal(c, refuse('route.unknown'));
    const posted = await postedForm(c);
    if (!posted.ok) return answerRefusal(c, posted.error);
    const input = readForm(witnessFields, posted.value);
    const done = await witness(c.get('deps').tools, one.found, one.account.id, input);
    if (done.ok) return c.redirect(keep(viewOf(c), LIST), 303);
    const fresh = (await filed(c)) ?? one;
    return witnessPage(c, fresh, { problems: done.error.problems });
  });
