import { Hono, type Context } from 'hono';
import type { FC } from 'hono/jsx';
import { confirmByPhone } from '../../cases/behalf/confirm.ts';
import { filedCase, filedPage, type FiledCase, type FiledLine } from '../../cases/behalf/lists.ts';
import { masked } from '../../cases/mask.ts';
import type { AppEnv } from '../../context.ts';
import { refuse, statusOf, type Refusal } from '../../errors.ts';
import { Lines } from '../../forms/brief.tsx';
import type { Json } from '../../forms/define.ts';
import { formByKind } from '../../forms/index.ts';
import { behalfWords as words, manners, type Manner } from '../../i18n/behalf.ts';
import { caseWords } from '../../i18n/cases.ts';
import { momentInWords } from '../../i18n/dates.ts';
import { shanghaiDate, shanghaiTime } from '../../lib/clock.ts';
import { parseReceipt } from '../../lib/receipt-number.ts';
import { say, type Words } from '../../lib/words.ts';
import type { Site } from '../../sites/site.ts';
import { ButtonLink } from '../../ui/buttons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { keep, type View } from '../../ui/view.ts';
import { caseTitle } from '../dev/case-title.ts';
import { viewOf } from '../public/view.ts';
import { answerRefusal } from '../refusal.tsx';
import { ClockBadge } from './clock-badge.tsx';
import { ConsolePage, Line } from './console-page.tsx';
import { FiledLines } from './filed-lines.tsx';
import { filedPath } from './filed-path.ts';
import { needs } from './guards.ts';
import { postedText } from './posted-text.ts';

async function filedList(c: Context<AppEnv>) {
  const view = viewOf(c);
  const { lang } = view;
  const { tools } = c.get('deps');
  const { account } = c.get('signedIn');
  const { lines, next } = await filedPage(tools.db, account, c.req.query('after') ?? '');
  return c.html(
    <ConsolePage {...{ view, account }} title={say(words.filed, lang)} description={say(words.filedLead, lang)}>
      {lines.length === 0 && <p>{say(words.noneFiled, lang)}</p>}
      <FiledLines
        {...{ view, lines, next }}
        now={tools.clock.now()}
        list="/staff/filed"
        pathOf={({ receipt }) => filedPath(receipt)}
      />
      <ButtonLink href={keep(view, '/staff/file')} label={say(words.another, lang)} quiet />
    </ConsolePage>,
  );
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** What was filed, its person masked. */
const Content: FC<{ found: FiledCase; site: Site; view: View }> = ({ found, site, view: { lang } }) => {
  const { opened, line } = found;
  const form = formByKind(line.kind);
  if (opened.is !== 'open' || !form) return <p>{opened.is === 'open' ? '' : say(caseWords[opened.is], lang)}</p>;
  const context = { site, today: shanghaiDate(line.submittedAt), drafts: [] };
  const fields = form.fields(context, opened.body);
  const body = masked(fields, opened.body);
  const { answers: _answers, consent: _consent, challenge: _challenge, ...around } = fields;
  const { Brief } = form;
  return (
    <div class="filed-case">
      <h2>{say(caseWords.answers, lang)}</h2>
      <Brief answers={isJson(body['answers']) ? body['answers'] : {}} context={context} />
      <h2>{say(caseWords.sender, lang)}</h2>
      <Lines fields={around} answers={body} />
    </div>
  );
};

const Confirming: FC<{ line: FiledLine; site: Site; view: View; publicUrl: string; wrong?: Words }> = (props) => {
  const { line, site, view, publicUrl, wrong } = props;
  const { lang } = view;
  if (line.confirmedAt !== null) return null;
  if (line.hasCode === 0) return <p>{say(words.needsWitness, lang)}</p>;
  return (
    <section class="way">
      <h2>{say(words.confirmTitle, lang)}</h2>
      <p>{say(words.confirmHow, lang, { address: `${publicUrl}/${site.id}/confirm` })}</p>
      {wrong && (
        <p class="error" role="alert">
          {say(wrong, lang)}
        </p>
      )}
      <form method="post" action={keep(view, `${filedPath(line.receipt)}/confirm`)}>
        <Line name="code" id="code" label={say(words.code, lang)} hint={say(words.codeHint, lang)} digits />
        <button class="button">{say(words.confirm, lang)}</button>
      </form>
    </section>
  );
};

interface Here {
  view: View;
  found: FiledCase;
  site: Site;
}

async function oneFiled(c: Context<AppEnv>): Promise<Here | null> {
  const { tools, sites } = c.get('deps');
  const receipt = parseReceipt(c.req.param('receipt') ?? '')?.canonical;
  const found = receipt === undefined ? null : await filedCase(tools, c.get('signedIn').account, receipt);
  const site = found && sites.find(({ id }) => id === found.line.site);
  return found && site ? { view: { ...viewOf(c), site }, found, site } : null;
}

function filedCasePage(c: Context<AppEnv>, { view, found, site }: Here, wrong?: Refusal) {
  const { lang } = view;
  const { line } = found;
  const { tools } = c.get('deps');
  const form = formByKind(line.kind);
  const state = form?.workflow.states[line.state];
  const at = momentInWords(shanghaiTime(line.submittedAt), lang);
  const what = [line.receipt, state ? say(state.label, lang) : line.state].join(' · ');
  if (wrong?.retryAfter !== undefined) c.header('retry-after', String(wrong.retryAfter));
  const sentence = wrong && (wrong.code === 'rate.limited' ? words.tooMany : words.codeWrong);
  return c.html(
    <ConsolePage
      {...{ view, account: c.get('signedIn').account }}
      title={caseTitle(line, form, lang)}
      description={what}
    >
      <p class="clock-line">
        <ClockBadge dueDate={line.dueDate} today={shanghaiDate(tools.clock.now())} lang={lang} />
      </p>
      <p>{say(words.filedAt, lang, { at, manner: say(manners[line.manner as Manner], lang) })}</p>
      <Notice tone={line.confirmedAt === null ? 'soon' : 'good'}>
        <p>{say(line.confirmedAt === null ? words.unconfirmedText : words.already, lang)}</p>
      </Notice>
      <Confirming {...{ line, site, view, wrong: sentence }} publicUrl={tools.publicUrl} />
      <Content {...{ found, site, view }} />
      <p class="turn-back">
        <ButtonLink href={keep(view, '/staff/filed')} label={say(words.toList, lang)} quiet />
      </p>
    </ConsolePage>,
    wrong ? (wrong.code === 'rate.limited' ? statusOf[wrong.code] : 422) : 200,
  );
}

/** What one filed for others, and nothing else: a list, each case masked, and the code typed on the spot. */
export const filedPages = new Hono<AppEnv>()
  .use('/filed', needs('cases.file-for'))
  .use('/filed/*', needs('cases.file-for'))
  .get('/filed', (c) => filedList(c))
  .get('/filed/:receipt', async (c) => {
    const here = await oneFiled(c);
    return here ? filedCasePage(c, here) : answerRefusal(c, refuse('route.unknown'));
  })
  .post('/filed/:receipt/confirm', async (c) => {
    const here = await oneFiled(c);
    if (!here) return answerRefusal(c, refuse('route.unknown'));
    const { account } = c.get('signedIn');
    const { receipt } = here.found.line;
    const code = (await postedText(c))('code').slice(0, 40);
    const asked = { site: here.site, receipt, code, address: `staff|${account.id}`, filer: account.id };
    const confirmed = await confirmByPhone(c.get('deps').tools, asked);
    return confirmed.ok
      ? c.redirect(keep(viewOf(c), filedPath(receipt)), 303)
      : filedCasePage(c, here, confirmed.error);
  });
