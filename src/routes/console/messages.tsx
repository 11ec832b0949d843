import { Hono, type Context } from 'hono';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import { messageWords as words } from '../../i18n/messages.ts';
import { say } from '../../lib/words.ts';
import { openPauses, pausesOf } from '../../notify/codes/open.ts';
import { codeRates } from '../../notify/codes/rate.ts';
import { supplierStates } from '../../notify/state/suppliers.ts';
import { templateLines } from '../../notify/state/template-lines.ts';
import { today } from '../../notify/state/today.ts';
import { stopsOf } from '../../notify/stops/open.ts';
import { allAccounts } from '../../staff/account.ts';
import { ButtonLink } from '../../ui/buttons.tsx';
import { keep } from '../../ui/view.ts';
import { viewOf } from '../public/view.ts';
import { answerRefusal } from '../refusal.tsx';
import { ConsolePage } from './console-page.tsx';
import { needs } from './guards.ts';
import { Codes } from './message-codes.tsx';
import { Counties } from './message-counties.tsx';
import { Limits } from './message-limits.tsx';
import { Stops } from './message-stops.tsx';
import { Suppliers } from './message-suppliers.tsx';
import { Templates } from './message-templates.tsx';

async function overview(c: Context<AppEnv>) {
  const view = viewOf(c);
  const { lang } = view;
  const { tools, sites, dispatching } = c.get('deps');
  const { account } = c.get('signedIn');
  const now = tools.clock.now();
  const [counted, suppliers, pauses] = await Promise.all([
    today(tools.db, sites, now),
    supplierStates(tools.db, dispatching.suppliers, sites, now),
    openPauses(tools.db),
  ]);
  return c.html(
    <ConsolePage {...{ view, account }} title={say(words.title, lang)} description={say(words.lead, lang)}>
      <Counties {...{ view, sites, account, pauses }} all={counted} />
      <Suppliers {...{ view, sites }} all={suppliers} />
    </ConsolePage>,
  );
}

const MOST_STOPS = 20;

async function ofSite(c: Context<AppEnv>) {
  const view = viewOf(c);
  const { lang } = view;
  const { tools, staff, sites, dispatching } = c.get('deps');
  const { account } = c.get('signedIn');
  const site = sites.find(({ id }) => id === c.req.param('site'));
  if (!site) return answerRefusal(c, refuse('route.unknown'));
  const [stops, pauses, [rate = { sent: 0, used: 0 }], accounts] = await Promise.all([
    stopsOf(tools.db, site.id, MOST_STOPS),
    pausesOf(tools.db, site.id, MOST_STOPS),
    codeRates(tools.db, [site], tools.clock.now()),
    allAccounts(staff),
  ]);
  return c.html(
    <ConsolePage
      {...{ view, account }}
      title={say(words.siteTitle, lang, { site: say(site.name, lang) })}
      description={say(words.siteLead, lang, { signature: site.signature })}
    >
      <Limits lang={lang} limits={site.settings.messages} />
      <Codes {...{ lang, rate, pauses, accounts }} terms={site.settings.codes} />
      <Templates lang={lang} all={templateLines(site, dispatching.suppliers)} />
      <Stops {...{ lang, stops, accounts }} />
      <ButtonLink href={keep(view, '/staff/messages')} label={say(words.title, lang)} quiet />
    </ConsolePage>,
  );
}

/** What leaves, by whom and in which words, for whoever watches the system. */
export const messagePages = new Hono<AppEnv>()
  .use('/messages', needs('system.watch'))
  .use('/messages/:site', needs('system.watch'))
  .get('/messages', (c) => overview(c))
  .get('/messages/:site', (c) => ofSite(c));
