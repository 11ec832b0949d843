import { Hono, type Context } from 'hono';
import { exportPages as pagesOf } from '../../cases/export/pages.ts';
import { recordExport } from '../../cases/export/record.ts';
import { countOf, type Source } from '../../cases/export/source.ts';
import { isInboxView } from '../../cases/inbox-views.ts';
import { contextsOf } from '../../cases/search-index.ts';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import { exportWords as words, isExportReason, type ExportReason } from '../../i18n/export.ts';
import { shell } from '../../i18n/shell.ts';
import { shanghaiDate } from '../../lib/clock.ts';
import { isSheetEnding, sheetFormats, streamOf, type SheetEnding } from '../../lib/sheet/file.ts';
import type { Words } from '../../lib/words.ts';
import { allRoles } from '../../staff/roles.ts';
import { provedLately } from '../../staff/sessions.ts';
import { postedForm } from '../public/posted.ts';
import { viewOf } from '../public/view.ts';
import { answerRefusal } from '../refusal.tsx';
import { ExportPage, type Chosen } from './export-page.tsx';
import { choicesFor, chosenOf } from './inbox-choice.ts';
import { readersOnly } from './readers-only.ts';
import { readSearchToken } from './search-token.ts';

/** A list as its page or a form names it. */
interface Named {
  source: Source;
  hidden: Record<string, string>;
  list: string;
}

/** The list that is meant: a search by its sealed query, else a view as it is narrowed down; null: the search has expired. */
async function named(c: Context<AppEnv>, given: (name: string) => string | undefined): Promise<Named | null> {
  const { tools, sites } = c.get('deps');
  const { account } = c.get('signedIn');
  const token = given('q');
  if (token !== undefined) {
    const query = await readSearchToken(tools.ring, tools.clock, account.id, token);
    const list = `/staff/search?${new URLSearchParams({ q: token }).toString()}`;
    return query === null ? null : { source: { is: 'search', query }, hidden: { q: token }, list };
  }
  const wanted = given('view') ?? '';
  const view = isInboxView(wanted) ? wanted : 'open';
  const { filters } = chosenOf(choicesFor(account, sites), given);
  const hidden = { view, ...filters };
  const list = `/staff/cases?${new URLSearchParams(hidden).toString()}`;
  return { source: { is: 'inbox', view, filters }, hidden, list };
}

/** What an export works with; pages are read in the background's patience, a file is not a page that somebody waits for. */
async function toolsOf(c: Context<AppEnv>) {
  const { tools, dispatching, sites, drafts } = c.get('deps');
  const { ring, clock } = tools;
  return { db: dispatching.db, ring, clock, contextOf: contextsOf(sites, await drafts()) };
}

interface Asked extends Named {
  count: number;
  most: number;
  mostFull: number;
  /** Of the reader's county; the demonstration's band stands in its files. */
  demo: boolean;
  siteId: string;
}

/** The list of the request with how many cases it has; null where there is none for this reader. */
async function asked(c: Context<AppEnv>, given: (name: string) => string | undefined): Promise<Asked | null> {
  const { account } = c.get('signedIn');
  const site = c.get('deps').sites.find(({ id }) => id === account.site);
  const list = await named(c, given);
  if (!site || !list) return null;
  const tools = await toolsOf(c);
  const { masked, full, found } = site.settings.exportedAtMost;
  const most = list.source.is === 'search' ? found : masked;
  const count = await countOf(tools, account, list.source, shanghaiDate(tools.clock.now()), most);
  return { ...list, count, most, mostFull: Math.min(full, most), demo: site.demo, siteId: site.id };
}

interface Refused {
  wrong?: Words;
  values?: Record<string, string | number>;
  prove?: boolean;
  chosen?: Chosen;
}

function exportPage(c: Context<AppEnv>, { hidden, list, count, most }: Asked, refused: Refused = {}) {
  const { account } = c.get('signedIn');
  const status = refused.wrong || refused.prove || count > most ? 422 : 200;
  return c.html(<ExportPage {...{ view: viewOf(c), account, hidden, list, count, most }} {...refused} />, status);
}

/** What was chosen, or what is missing in it. */
function choiceOf(chosen: Chosen): { format: SheetEnding; why: ExportReason | null } | { wrong: Words } {
  const { format = '', personal = '', why = '' } = chosen;
  if (!isSheetEnding(format) || !['masked', 'full'].includes(personal)) return { wrong: words.wrong };
  if (personal === 'masked') return { format, why: null };
  return isExportReason(why) ? { format, why } : { wrong: words.noReason };
}

async function exportFile(c: Context<AppEnv>) {
  const posted = await postedForm(c);
  if (!posted.ok) return answerRefusal(c, posted.error);
  const given = (name: string): string | undefined => {
    const value = posted.value.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const list = await asked(c, given);
  if (!list) return answerRefusal(c, refuse('route.unknown'));
  const chosen = { format: given('format'), personal: given('personal'), why: given('why') };
  const choice = choiceOf(chosen);
  if ('wrong' in choice) return exportPage(c, list, { ...choice, chosen });
  const { count, most, mostFull, source } = list;
  if (count === 0 || count > most) return exportPage(c, list, { chosen });
  const { account, session } = c.get('signedIn');
  const { staff } = c.get('deps');
  const { format, why } = choice;
  if (why !== null) {
    if (!allRoles[account.role].personal) return answerRefusal(c, refuse('route.unknown'));
    if (count > mostFull)
      return exportPage(c, list, { wrong: words.tooManyFull, values: { n: count, most: mostFull }, chosen });
    if (!provedLately(session, staff.clock.now())) return exportPage(c, list, { prove: true, chosen });
  }
  const tools = await toolsOf(c);
  // Before the first byte: a file of which nothing is on record cannot be.
  await recordExport({ ...staff, db: tools.db }, account.id, {
    source,
    format,
    cases: count,
    most: why === null ? most : mostFull,
    why,
  });
  const { lang } = viewOf(c);
  const { type, write } = sheetFormats[format];
  const pages = pagesOf(tools, account, { source, lang, why, band: list.demo ? shell.demo : null });
  const name = `minyi-${list.siteId}-${shanghaiDate(tools.clock.now())}.${format}`;
  return c.body(streamOf(write(pages)), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  });
}

/** A list as a file, for whoever reads cases. */
export const exportRoutes = new Hono<AppEnv>()
  .use('/export', readersOnly)
  .get('/export', async (c) => {
    const list = await asked(c, (name) => c.req.query(name));
    return list ? exportPage(c, list) : answerRefusal(c, refuse('route.unknown'));
  })
  .post('/export', (c) => exportFile(c));
