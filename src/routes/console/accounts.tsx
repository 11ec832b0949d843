import { Hono, type Context } from 'hono';
import type { FC } from 'hono/jsx';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import { momentInWords } from '../../i18n/dates.ts';
import { roleChange } from '../../i18n/role-change.ts';
import { staff as words } from '../../i18n/staff.ts';
import { staffMessageWords } from '../../i18n/staff-messages.ts';
import { shanghaiTime } from '../../lib/clock.ts';
import { say } from '../../lib/words.ts';
import { accountById, allAccounts, endAccount, openAccount, type Account } from '../../staff/account.ts';
import { contactsOfNew } from '../../staff-messages/contact.ts';
import { issueLink, LINK_MINUTES } from '../../staff/enrol.ts';
import { allRoles, isRole } from '../../staff/roles.ts';
import { ButtonLink } from '../../ui/buttons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { keep, type View } from '../../ui/view.ts';
import { viewOf } from '../public/view.ts';
import { answerRefusal } from '../refusal.tsx';
import { AddAccount, contactsTyped, type NotAdded, type Typed } from './add-account.tsx';
import { ConsolePage } from './console-page.tsx';
import { freshProof, needs } from './guards.ts';
import { postedText } from './posted-text.ts';
import { placesOf, reachInWords } from './reach-words.ts';

const AccountLine: FC<{ view: View; account: Account; reach: string; own: boolean }> = (props) => {
  const { view, account, reach, own } = props;
  const { lang } = view;
  const name = { name: account.name };
  return (
    <li>
      <p>
        <b>{account.name}</b> · {account.login}
        <br />
        <span class="small">
          {say(allRoles[account.role].label, lang)} · {reach}
        </span>
      </p>
      <div class="acts">
        <form method="post" action={keep(view, `/staff/accounts/${account.id}/link`)}>
          <button class="button quiet" aria-label={say(words.issueFor, lang, name)}>
            {say(words.issueLink, lang)}
          </button>
        </form>
        {!own && (
          <a
            class="button quiet"
            href={keep(view, `/staff/accounts/${account.id}/role`)}
            aria-label={say(roleChange.changeFor, lang, name)}
          >
            {say(roleChange.change, lang)}
          </a>
        )}
        {!own && (
          <a
            class="button quiet"
            href={keep(view, `/staff/accounts/${account.id}/end`)}
            aria-label={say(words.endFor, lang, name)}
          >
            {say(words.endAccount, lang)}
          </a>
        )}
      </div>
    </li>
  );
};

async function accountsPage(c: Context<AppEnv>, typed?: Typed, reason?: NotAdded) {
  const view = viewOf(c);
  const { lang } = view;
  const { staff: tools, sites } = c.get('deps');
  const { account } = c.get('signedIn');
  return c.html(
    <ConsolePage
      {...{ view, account }}
      title={say(words.accountsTitle, lang)}
      description={say(words.accountsLead, lang)}
    >
      {reason && (
        <div role="alert">
          <Notice tone="bad" title={say(words.notAdded, lang)}>
            <p>{say({ ...words, ...staffMessageWords }[reason], lang)}</p>
          </Notice>
        </div>
      )}
      <ul class="rows">
        {(await allAccounts(tools)).map((one) => (
          <AccountLine view={view} account={one} reach={reachInWords(one, sites, lang)} own={one.id === account.id} />
        ))}
      </ul>
      <AddAccount view={view} groups={placesOf(sites, lang)} typed={typed ?? {}} />
    </ConsolePage>,
    reason ? 422 : 200,
  );
}

/** A link on screen and on paper; shown once, in the answer to the request that made it. */
async function linkPage(c: Context<AppEnv>, id: string) {
  const { staff: tools } = c.get('deps');
  const view = viewOf(c);
  const { account } = c.get('signedIn');
  const [holder, link] = [await accountById(tools, id), await issueLink(tools, `staff:${account.id}`, id)];
  if (!holder || !link.ok) return answerRefusal(c, refuse('route.unknown'));
  const until = momentInWords(shanghaiTime(tools.clock.now() + LINK_MINUTES * 60_000), view.lang);
  return c.html(
    <ConsolePage
      {...{ view, account }}
      title={say(words.linkFor, view.lang, { name: holder.name })}
      description={say(words.linkUntil, view.lang, { at: until })}
    >
      <div class="code-picture">
        <QrCode text={link.value} label={say(words.linkQr, view.lang)} />
      </div>
      <p class="by-hand" data-link>
        {link.value}
      </p>
      <p class="small">
        {say(words.login, view.lang)}: {holder.login}
      </p>
      <p>
        <button class="button" type="button" data-print hidden>
          {say(words.print, view.lang)}
        </button>
      </p>
      <ButtonLink href={keep(view, '/staff/accounts')} label={say(words.accounts, view.lang)} quiet />
    </ConsolePage>,
  );
}

const LIST = '/staff/accounts';

/** Other people's accounts, for administrators; every change takes a fresh proof. */
export const accountsPages = new Hono<AppEnv>()
  .use('/accounts', needs('accounts.manage'))
  .use('/accounts/*', needs('accounts.manage'))
  .get('/accounts', (c) => accountsPage(c))
  .post('/accounts', freshProof(LIST), async (c) => {
    const { staff: tools, sites } = c.get('deps');
    const posted = await postedText(c);
    const typed = {
      login: posted('login'),
      name: posted('name').trim(),
      role: posted('role'),
      place: posted('place'),
      phone: posted('phone').trim(),
      email: posted('email').trim(),
    };
    const place = placesOf(sites, 'zh')
      .flatMap(({ places }) => places)
      .find(({ value }) => value === typed.place);
    if (!place || !isRole(typed.role)) return accountsPage(c, typed, 'reach-wrong');
    const { login, name, role } = typed;
    const contacts = contactsTyped(typed);
    if (!contacts.ok) return accountsPage(c, typed, contacts.error);
    const by = `staff:${c.get('signedIn').account.id}` as const;
    const reach = { login, name, role, ...place.reach };
    const opened = await openAccount(tools, by, reach, contactsOfNew(tools, contacts.value));
    return opened.ok ? linkPage(c, opened.value.id) : accountsPage(c, typed, opened.error);
  })
  .post('/accounts/:id/link', freshProof(LIST), (c) => linkPage(c, c.req.param('id')))
  .get('/accounts/:id/end', async (c) => {
    const view = viewOf(c);
    const { account } = c.get('signedIn');
    const other = await accountById(c.get('deps').staff, c.req.param('id'));
    if (!other || other.id === account.id) return answerRefusal(c, refuse('route.unknown'));
    const name = { name: other.name };
    return c.html(
      <ConsolePage
        {...{ view, account }}
        title={say(words.endTitle, view.lang)}
        description={say(words.endSure, view.lang, name)}
      >
        <form method="post" action={keep(view, `/staff/accounts/${other.id}/end`)}>
          <button class="button">{say(words.endFor, view.lang, name)}</button>
        </form>
        <ButtonLink href={keep(view, LIST)} label={say(words.back, view.lang)} quiet />
      </ConsolePage>,
    );
  })
  .post('/accounts/:id/end', freshProof(LIST), async (c) => {
    const { account } = c.get('signedIn');
    const id = c.req.param('id');
    // Nobody locks themselves out, and so the last administrator stays.
    if (id === account.id) return answerRefusal(c, refuse('route.unknown'));
    const ended = await endAccount(c.get('deps').staff, `staff:${account.id}`, id);
    return ended.ok ? c.redirect(keep(viewOf(c), LIST), 303) : answerRefusal(c, refuse('route.unknown'));
  });
