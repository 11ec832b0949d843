import { Hono, type Context } from 'hono';
import { fileFor } from '../../cases/behalf/file-for.ts';
import { behalfFields } from '../../cases/behalf/fields.ts';
import type { AppEnv } from '../../context.ts';
import { refuse, statusOf, type Refusal } from '../../errors.ts';
import type { FormContext, Json } from '../../forms/define.ts';
import { formsOf } from '../../forms/index.ts';
import { behalfWords as words } from '../../i18n/behalf.ts';
import { wake } from '../../jobs/tick.ts';
import { shanghaiDate } from '../../lib/clock.ts';
import { nodeAt, readForm } from '../../lib/fields/index.ts';
import type { Site } from '../../sites/site.ts';
import { say } from '../../lib/words.ts';
import { stationById } from '../../liaison/index.ts';
import { Cards } from '../../ui/cards.tsx';
import { keep, type View } from '../../ui/view.ts';
import { IDEMPOTENCY_KEY } from '../api/sender.ts';
import { merge, postedAnswers, postedField, subjectOf, withOneMore } from '../public/form-answers.ts';
import { HIDDEN } from '../public/form-page.tsx';
import { openPages } from '../public/open-pages.ts';
import { postedForm } from '../public/posted.ts';
import { viewOf } from '../public/view.ts';
import { answerRefusal } from '../refusal.tsx';
import { ConsolePage } from './console-page.tsx';
import { FilePage, type FilePageProps } from './file-page.tsx';
import { filedPath } from './filed-path.ts';
import { needs } from './guards.ts';
import { PaperPage } from './paper-page.tsx';

/** The county the filer works for, as its pages are seen, and what its forms may look at. */
async function at(c: Context<AppEnv>): Promise<{ view: View; context: FormContext } | null> {
  const { sites, drafts, tools } = c.get('deps');
  const { account } = c.get('signedIn');
  const site = sites.find(({ id }) => id === account.site);
  if (!site) return null;
  const today = shanghaiDate(tools.clock.now());
  return { view: { ...viewOf(c), site }, context: { site, today, drafts: await drafts(), onPage: true, behalf: true } };
}

/** The forms of a site that may be filed for somebody else. */
const filedOf = (site: Site) => formsOf(site).filter(({ byThemselves }) => !byThemselves);

async function formsPage(c: Context<AppEnv>) {
  const here = await at(c);
  if (!here) return answerRefusal(c, refuse('route.unknown'));
  const { view, context } = here;
  const { lang } = view;
  const kinds = new Set(filedOf(context.site).map(({ page }) => page.segment));
  const cards = openPages(context)
    .filter(({ segment }) => kinds.has(segment))
    .flatMap(({ segment, title, lead, subjects }) =>
      subjects.length === 0
        ? [{ href: `/staff/file/${segment}`, title, text: lead }]
        : subjects.map((one) => ({ href: `/staff/file/${segment}/${one.id}`, title: one.title, text: title })),
    );
  return c.html(
    <ConsolePage
      {...{ view, account: c.get('signedIn').account }}
      title={say(words.fileTitle, lang)}
      description={say(words.fileLead, lang)}
    >
      {cards.length === 0 && <p>{say(words.noForms, lang)}</p>}
      <Cards
        cards={cards.map(({ href, title, text }) => ({
          href: keep(view, href),
          title: say(title, lang),
          text: say(text, lang),
        }))}
      />
    </ConsolePage>,
  );
}

type Opened = Pick<FilePageProps, 'view' | 'account' | 'form' | 'context' | 'action' | 'station'> & { fixed: Json };

/** The form of the path with what is fixed in it: its subject, and the filer's own station; or why there is none. */
async function opened(c: Context<AppEnv>): Promise<Opened | { refusal: Refusal }> {
  const here = await at(c);
  const [segment = '', id] = [c.req.param('segment'), c.req.param('id')];
  const form = here && filedOf(here.context.site).find(({ page }) => page.segment === segment);
  if (!here || !form) return { refusal: refuse('route.unknown') };
  const { view, context } = here;
  const { account } = c.get('signedIn');
  const subject = subjectOf(form, context, id);
  if ('refusal' in subject) return subject;
  const asks = nodeAt(form.fields(context, subject.raw), 'answers.station') !== undefined;
  const station = asks && account.station !== null ? stationById(context.site.id, account.station) : undefined;
  const fixed = merge(subject.raw, station ? { answers: { station: station.id } } : {});
  const action = `/staff/file/${segment}${id === undefined ? '' : `/${id}`}`;
  return { view, account, form, context, action, fixed, ...(station && { station }) };
}

async function showFiling(c: Context<AppEnv>) {
  const page = await opened(c);
  if ('refusal' in page) return answerRefusal(c, page.refusal);
  const hidden = { [HIDDEN.key]: crypto.randomUUID() };
  return c.html(<FilePage {...page} raw={page.fixed} refusal={null} hidden={hidden} />);
}

/** The filer's own answers in a posted form. */
const behalfIn = (posted: FormData): Json => (readForm(behalfFields, posted)['behalf'] ?? {}) as Json;

async function takeFiling(c: Context<AppEnv>) {
  const page = await opened(c);
  if ('refusal' in page) return answerRefusal(c, page.refusal);
  const entries = await postedForm(c);
  if (!entries.ok) return answerRefusal(c, entries.error);
  const posted = entries.value;
  const { form, context, fixed, account, view } = page;
  const raw = postedAnswers(form, context, fixed, posted);
  const behalf = behalfIn(posted);
  const key = postedField(posted, HIDDEN.key);
  const hidden = { [HIDDEN.key]: key ?? crypto.randomUUID() };
  const again = (refusal: Refusal | null, shown = raw, grown?: string) => {
    if (refusal?.retryAfter !== undefined) c.header('retry-after', String(refusal.retryAfter));
    const status = refusal ? statusOf[refusal.code] : 200;
    return c.html(<FilePage {...page} raw={{ ...shown, behalf }} {...{ refusal, hidden, grown }} />, status);
  };
  const longer = postedField(posted, 'add');
  if (longer !== undefined) return again(null, withOneMore(form.fields(context, raw), raw, longer), longer);
  if (postedField(posted, 'look') !== undefined) return again(null);
  const { tools, later } = c.get('deps');
  const validKey = key !== undefined && IDEMPOTENCY_KEY.test(key) ? { key } : {};
  const filed = await fileFor(tools, { form, context, raw, behalf, filer: account.id, ...validKey });
  if (!filed.ok) {
    if (filed.error.code === 'idempotency.mismatch') hidden[HIDDEN.key] = crypto.randomUUID();
    return again(filed.error);
  }
  const { answer, replayed } = filed.value;
  if (!replayed) later(() => wake(c.get('deps')));
  // Pressed twice, it is the same paper; later the code is for its person alone.
  if (replayed && tools.clock.now() - Date.parse(answer.submittedAt) > PAPER_MS)
    return c.redirect(keep(view, filedPath(answer.receipt)), 303);
  return c.html(<PaperPage {...{ view, account, form, answer }} manner={String(behalf['manner'])} />);
}

const PAPER_MS = 2 * 60_000;

/** Filing for somebody who cannot do it alone: the resident's own form, in the console. */
export const filePages = new Hono<AppEnv>()
  .use('/file', needs('cases.file-for'))
  .use('/file/*', needs('cases.file-for'))
  .get('/file', (c) => formsPage(c))
  .get('/file/:segment', (c) => showFiling(c))
  .post('/file/:segment', (c) => takeFiling(c))
  .get('/file/:segment/:id', (c) => showFiling(c))
  .post('/file/:segment/:id', (c) => takeFiling(c));
