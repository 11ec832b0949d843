import { Hono, type Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { FC } from 'hono/jsx';
import {
  inbox,
  inboxCounts,
  inboxViews,
  isInboxView,
  MOST_COUNTED,
  type Counts,
  type Filters,
  type InboxLine,
  type InboxView,
} from '../../cases/inbox.ts';
import { readsCases } from '../../cases/scope.ts';
import { caseFor } from '../../cases/staff-view.ts';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import { kindByName } from '../../forms/index.ts';
import { caseWords as words } from '../../i18n/cases.ts';
import { shanghaiDate } from '../../lib/clock.ts';
import { parseReceipt } from '../../lib/receipt-number.ts';
import { say } from '../../lib/words.ts';
import { stationById } from '../../liaison/index.ts';
import { Notice } from '../../ui/notice.tsx';
import { keep, type View } from '../../ui/view.ts';
import { caseTitle } from '../dev/case-title.ts';
import { viewOf } from '../public/view.ts';
import { answerRefusal } from '../refusal.tsx';
import { casePath } from './case-path.ts';
import { ClockBadge } from './clock-badge.tsx';
import { ConsolePage } from './console-page.tsx';
import { ByReceipt, chosenOf, FiltersForm, filtersFor } from './inbox-filters.tsx';

const Line: FC<{ line: InboxLine; today: string; view: View }> = ({ line, today, view }) => {
  const { lang } = view;
  const form = kindByName(line.kind);
  const station = line.station === null ? undefined : stationById(line.site, line.station);
  const state = form?.workflow.states[line.state];
  return (
    <li data-row>
      <ClockBadge dueDate={line.dueDate} today={today} lang={lang} />
      <span class="receipt-number">{line.receipt}</span>
      <span class="kind">{form ? say(form.label, lang) : line.kind}</span>
      <a href={keep(view, casePath(line.receipt))}>{caseTitle(line, form, lang)}</a>
      <span class="place">{station ? say(station.name, lang) : ''}</span>
      <span class="state">{state ? say(state.label, lang) : line.state}</span>
      <span class="holder">{line.holder === null ? '' : say(words.held, lang, { holder: line.holder })}</span>
    </li>
  );
};

const addressOf = (shown: InboxView, filters: Filters, after?: string): string =>
  `/staff/cases?${new URLSearchParams({ view: shown, ...filters, ...(after !== undefined && { after }) }).toString()}`;

const counted = (n: number): string => (n > MOST_COUNTED ? `${MOST_COUNTED}+` : String(n));

const Tabs: FC<{ view: View; shown: InboxView; filters: Filters; counts: Counts }> = (props) => {
  const { view, shown, filters, counts } = props;
  const numbers: Partial<Record<InboxView, number>> = counts;
  return (
    <nav class="tabs" aria-label={say(words.views, view.lang)}>
      {(Object.keys(inboxViews) as InboxView[]).map((name) => (
        <a class={name} href={keep(view, addressOf(name, filters))} aria-current={name === shown ? 'page' : undefined}>
          {say(words[name], view.lang)}
          {numbers[name] !== undefined && <span class="count"> {counted(numbers[name])}</span>}
        </a>
      ))}
    </nav>
  );
};

async function inboxPage(c: Context<AppEnv>) {
  const view = viewOf(c);
  const { lang } = view;
  const { tools, sites } = c.get('deps');
  const { account } = c.get('signedIn');
  const missed = (c.req.query('receipt') ?? '').slice(0, 40);
  const canonical = parseReceipt(missed)?.canonical;
  if (canonical !== undefined && (await caseFor(tools, account, canonical)))
    return c.redirect(keep(view, casePath(canonical)), 303);
  const wanted = c.req.query('view') ?? '';
  const shown = isInboxView(wanted) ? wanted : 'open';
  const offered = filtersFor(account, sites);
  const filters = chosenOf(offered, (name) => c.req.query(name));
  const after = c.req.query('after') ?? '';
  const today = shanghaiDate(tools.clock.now());
  const [{ lines, next }, counts] = await Promise.all([
    inbox(tools.db, account, { view: shown, filters, after, today }),
    inboxCounts(tools.db, account, today),
  ]);
  return c.html(
    <ConsolePage {...{ view, account }} title={say(words.inboxTitle, lang)}>
      {missed !== '' && (
        <div role="alert">
          <Notice tone="soon">
            <p>{say(words.noSuch, lang, { receipt: missed })}</p>
          </Notice>
        </div>
      )}
      <ByReceipt {...{ view, missed }} />
      <Tabs {...{ view, shown, filters, counts }} />
      <FiltersForm {...{ view, shown, offered, chosen: filters }} />
      {lines.length === 0 && <p>{say(words.nothing, lang)}</p>}
      {lines.length > 0 && (
        <ol class="inbox" data-keys>
          {lines.map((line) => (
            <Line {...{ line, today, view }} />
          ))}
        </ol>
      )}
      <p class="paging">
        {after !== '' && <a href={keep(view, addressOf(shown, filters))}>{say(words.firstPage, lang)}</a>}
        {next !== null && (
          <a href={keep(view, addressOf(shown, filters, next))} rel="next">
            {say(words.next, lang)}
          </a>
        )}
      </p>
      <p class="hint keys">{say(words.inboxKeys, lang)}</p>
    </ConsolePage>,
  );
}

/** Whoever reads no case learns no more than that there is no such page. */
export const readersOnly = createMiddleware<AppEnv>(async (c, next) => {
  if (!readsCases(c.get('signedIn').account.role)) return answerRefusal(c, refuse('route.unknown'));
  await next();
});

/** The list of cases within one's reach. */
export const inboxPages = new Hono<AppEnv>()
  .use('/cases', readersOnly)
  .use('/cases/*', readersOnly)
  .get('/cases', (c) => inboxPage(c));
