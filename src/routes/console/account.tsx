import { Hono, type Context } from 'hono';
import type { FC } from 'hono/jsx';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import { momentInWords } from '../../i18n/dates.ts';
import { readsCases } from '../../cases/scope.ts';
import { hasTasks } from '../../cases/tasks/list.ts';
import { behalfWords } from '../../i18n/behalf.ts';
import { caseWords } from '../../i18n/cases.ts';
import { messageWords } from '../../i18n/messages.ts';
import { staff as words } from '../../i18n/staff.ts';
import { taskWords } from '../../i18n/tasks.ts';
import { watchWords } from '../../i18n/watch.ts';
import { shanghaiTime } from '../../lib/clock.ts';
import { say, type Words } from '../../lib/words.ts';
import type { Account } from '../../staff/account.ts';
import { codesLeft, renewRecoveryCodes } from '../../staff/enrol.ts';
import { allRoles, may, permissions } from '../../staff/roles.ts';
import { endSession, sessionsOf, type Session } from '../../staff/sessions.ts';
import { contactsOf } from '../../staff-messages/contact.ts';
import { ledgerOf } from '../../staff-messages/ledger.ts';
import { wishesOf } from '../../staff-messages/wishes.ts';
import { Cards } from '../../ui/cards.tsx';
import { keep, type View } from '../../ui/view.ts';
import { viewOf } from '../public/view.ts';
import { answerRefusal } from '../refusal.tsx';
import { ConsolePage } from './console-page.tsx';
import { ContactSection, type ContactFault } from './contact-section.tsx';
import { CodesPage } from './enrol.tsx';
import { freshProof, takeCookie } from './guards.ts';
import { reachInWords } from './reach-words.ts';

function homePage(c: Context<AppEnv>) {
  const view = viewOf(c);
  const { account } = c.get('signedIn');
  const { lang } = view;
  const cards = [
    ...(readsCases(account.role) ? [{ href: '/staff/cases', title: caseWords.inbox, text: caseWords.inboxText }] : []),
    ...(hasTasks(account.role) ? [{ href: '/staff/tasks', title: taskWords.nav, text: taskWords.cardText }] : []),
    ...(may(account.role, 'cases.file-for')
      ? [
          { href: '/staff/file', title: behalfWords.file, text: behalfWords.fileText },
          { href: '/staff/filed', title: behalfWords.filed, text: behalfWords.filedText },
        ]
      : []),
    ...(may(account.role, 'cases.witness')
      ? [{ href: '/staff/witness', title: behalfWords.waiting, text: behalfWords.waitingText }]
      : []),
    { href: '/staff/account', title: words.account, text: words.accountText },
    ...(may(account.role, 'accounts.manage')
      ? [{ href: '/staff/accounts', title: words.accounts, text: words.accountsText }]
      : []),
    ...(may(account.role, 'system.watch')
      ? [
          { href: '/staff/messages', title: messageWords.title, text: messageWords.text },
          { href: '/staff/health', title: watchWords.title, text: watchWords.text },
        ]
      : []),
  ];
  const who = { name: account.name, role: say(allRoles[account.role].label, lang) };
  return c.html(
    <ConsolePage {...{ view, account }} title={say(words.homeTitle, lang)} description={say(words.homeLead, lang, who)}>
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

const Fact: FC<{ view: View; name: Words; value: string }> = ({ view, name, value }) => (
  <>
    <dt>{say(name, view.lang)}</dt>
    <dd>{value}</dd>
  </>
);

const Facts: FC<{ view: View; account: Account; reach: string }> = ({ view, account, reach }) => {
  const role = allRoles[account.role];
  const able = role.may.map((permission) => say(permissions[permission], view.lang)).join('; ');
  return (
    <dl class="facts">
      <Fact view={view} name={words.name} value={account.name} />
      <Fact view={view} name={words.login} value={account.login} />
      <Fact view={view} name={words.role} value={say(role.label, view.lang)} />
      <Fact view={view} name={words.reach} value={reach} />
      <Fact view={view} name={words.mayDo} value={able} />
      <Fact
        view={view}
        name={words.personal}
        value={say(role.personal ? words.personalYes : words.personalNo, view.lang)}
      />
    </dl>
  );
};

const SessionLine: FC<{ view: View; session: Session; mine: boolean }> = ({ view, session, mine }) => {
  const { lang } = view;
  const at = (ms: number) => ({ at: momentInWords(shanghaiTime(ms), lang) });
  const device = session.device || say(words.unknown, lang);
  return (
    <li>
      <p>
        <b>{device}</b> {mine && `(${say(words.thisOne, lang)})`}
        <br />
        <span class="small">
          {say(words.since, lang, at(session.createdAt))} · {say(words.lastUsed, lang, at(session.seenAt))}
        </span>
      </p>
      <form method="post" action={keep(view, `/staff/account/sessions/${session.id}/end`)}>
        <button class="button quiet" aria-label={say(words.endThat, lang, { device })}>
          {say(words.end, lang)}
        </button>
      </form>
    </li>
  );
};

/** The account of whoever is signed in; `fault`: what was wrong with an address or a code just posted. */
export async function accountPage(c: Context<AppEnv>, fault?: ContactFault) {
  const view = viewOf(c);
  const { lang } = view;
  const { staff: tools, sites } = c.get('deps');
  const { account, session } = c.get('signedIn');
  const [sessions, contacts, wishes, messages] = await Promise.all([
    sessionsOf(tools, account.id),
    contactsOf(tools, account.id),
    wishesOf(tools, account.id),
    ledgerOf(tools, account.id),
  ]);
  return c.html(
    <ConsolePage {...{ view, account }} title={say(words.accountTitle, lang)}>
      <Facts {...{ view, account }} reach={reachInWords(account, sites, lang)} />
      <ContactSection {...{ view, account, contacts, wishes, messages, fault }} />
      <section class="way">
        <h2>{say(words.sessions, lang)}</h2>
        <p class="hint">{say(words.sessionsHint, lang)}</p>
        <ul class="rows">
          {sessions.map((one) => (
            <SessionLine view={view} session={one} mine={one.id === session.id} />
          ))}
        </ul>
      </section>
      <section class="way">
        <h2>{say(words.codes, lang)}</h2>
        <p>{say(words.codesLeft, lang, { n: await codesLeft(tools, account.id) })}</p>
        <p class="hint">{say(words.renewHint, lang)}</p>
        <form method="post" action={keep(view, '/staff/account/recovery-codes')}>
          <button class="button quiet">{say(words.renewCodes, lang)}</button>
        </form>
      </section>
    </ConsolePage>,
    fault ? 422 : 200,
  );
}

/** What everybody who is signed in may do: see and end their own sessions, renew their codes, leave. */
export const accountPages = new Hono<AppEnv>()
  .get('/', (c) => homePage(c))
  .get('/account', (c) => accountPage(c))
  .post('/account/sessions/:id/end', async (c) => {
    const { account, session } = c.get('signedIn');
    const id = c.req.param('id');
    const ended = await endSession(c.get('deps').staff, account, id);
    if (!ended.ok) return answerRefusal(c, refuse('route.unknown'));
    if (id === session.id) takeCookie(c);
    return c.redirect(keep(viewOf(c), '/staff/account'), 303);
  })
  .post('/account/recovery-codes', freshProof('/staff/account'), async (c) => {
    const { account } = c.get('signedIn');
    const codes = await renewRecoveryCodes(c.get('deps').staff, account);
    return c.html(<CodesPage view={viewOf(c)} account={account} codes={codes} />);
  })
  .post('/sign-out', async (c) => {
    const { account, session } = c.get('signedIn');
    await endSession(c.get('deps').staff, account, session.id);
    takeCookie(c);
    return c.redirect(keep(viewOf(c), '/staff/sign-in'), 303);
  });
