import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { recentCases, type CaseLine } from '../../cases/recent.ts';
import { staffView } from '../../cases/staff-view.ts';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import { kindByName } from '../../forms/index.ts';
import { dateInWords } from '../../i18n/dates.ts';
import { dev as words } from '../../i18n/dev.ts';
import { shanghaiDate } from '../../lib/clock.ts';
import { parseReceipt } from '../../lib/receipt-number.ts';
import { say } from '../../lib/words.ts';
import type { Site } from '../../sites/site.ts';
import { Page } from '../../ui/page.tsx';
import { keep, type View } from '../../ui/view.ts';
import { viewOf } from '../public/view.ts';
import { answerRefusal } from '../refusal.tsx';
import { caseTitle } from './case-title.ts';
import { CasePage } from './case-page.tsx';
import { DevLinks } from './links.tsx';

/** So many of each site beside the others, and so many of one alone. */
const [AMONG_OTHERS, ALONE] = [20, 400];

const Line: FC<{ line: CaseLine; view: View }> = ({ line, view }) => {
  const { lang } = view;
  const form = kindByName(line.kind);
  const state = form?.workflow.states[line.state];
  return (
    <li>
      <a href={keep(view, `/dev/cases/${line.receipt}`)}>{caseTitle(line, form, lang)}</a>
      <p class="hint">
        {form ? say(form.label, lang) : line.kind} · <span class="receipt-number">{line.receipt}</span> ·{' '}
        {state ? say(state.label, lang) : line.state} ·{' '}
        {line.dueDate ? say(words.dueOn, lang, { date: dateInWords(line.dueDate, lang) }) : say(words.noDue, lang)}
      </p>
    </li>
  );
};

const SiteCases: FC<{ site: Site; lines: readonly CaseLine[]; view: View }> = ({ site, lines, view }) => (
  <section class="cases">
    <h2>{say(site.name, view.lang)}</h2>
    {lines.length === 0 && <p class="hint">{say(words.casesEmpty, view.lang)}</p>}
    <ol>
      {lines.map((line) => (
        <Line line={line} view={view} />
      ))}
    </ol>
    {lines.length === AMONG_OTHERS && (
      <p>
        <a href={keep(view, `/dev/cases?site=${site.id}`)}>
          {say(words.more, view.lang, { site: say(site.name, view.lang) })}
        </a>
      </p>
    )}
  </section>
);

/** Cases as staff see them, unsealed and without signing in: local only. */
export const casePages = new Hono<AppEnv>()
  .get('/cases', async (c) => {
    const view = viewOf(c);
    const { tools, sites } = c.get('deps');
    const wanted = c.req.query('site');
    const shown = wanted === undefined ? sites : sites.filter(({ id }) => id === wanted);
    const limit = wanted === undefined ? AMONG_OTHERS : ALONE;
    const lists = await Promise.all(shown.map((site) => recentCases(tools.db, site.id, limit)));
    return c.html(
      <Page
        view={view}
        title={say(words.casesTitle, view.lang)}
        description={say(words.casesLead, view.lang)}
        styles={['/dev.css']}
      >
        <DevLinks view={view} />
        {shown.map((site, i) => (
          <SiteCases site={site} lines={lists[i] ?? []} view={view} />
        ))}
      </Page>,
    );
  })
  .get('/cases/:receipt', async (c) => {
    const { tools, sites, drafts } = c.get('deps');
    const receipt = parseReceipt(c.req.param('receipt'))?.canonical;
    const found = receipt === undefined ? null : await staffView(tools, receipt);
    const form = found && kindByName(found.row.kind);
    const site = found && sites.find(({ id }) => id === found.row.site);
    if (!found || !form || !site) return answerRefusal(c, refuse('route.unknown'));
    const context = { site, today: shanghaiDate(found.row.submittedAt), drafts: await drafts() };
    return c.html(<CasePage view={{ ...viewOf(c), site }} {...{ found, form, context }} />);
  });
