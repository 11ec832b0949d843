import { Hono, type Context } from 'hono';
import type { FC } from 'hono/jsx';
import type { AppEnv } from '../../context.ts';
import { staff as words } from '../../i18n/staff.ts';
import { say } from '../../lib/words.ts';
import type { Account } from '../../staff/account.ts';
import {
  accountOfLink,
  enrol,
  newAuthenticator,
  offeredSecret,
  offerSecret,
  type Enrolled,
  type EnrolRefusal,
} from '../../staff/enrol.ts';
import { newPasskey, offerPasskey } from '../../staff/passkey.ts';
import { base32, totpUri } from '../../staff/totp.ts';
import type { Result } from '../../lib/result.ts';
import { ButtonLink } from '../../ui/buttons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { keep, type View } from '../../ui/view.ts';
import { viewOf } from '../public/view.ts';
import { ConsolePage, Line } from './console-page.tsx';
import { giveCookie } from './guards.ts';
import { postedText } from './posted-text.ts';
import { PasskeyForm } from './proof-forms.tsx';
import { fromOf } from './sign-in.tsx';

const purposeOf = (token: string): string => `enrol|${token}`;

function linkGone(c: Context<AppEnv>) {
  const view = viewOf(c);
  const [title, description] = [say(words.linkTitle, view.lang), say(words.linkGone, view.lang)];
  return c.html(
    <ConsolePage {...{ view, title, description }}>
      <ButtonLink href={keep(view, '/staff/sign-in')} label={say(words.signInTitle, view.lang)} quiet />
    </ConsolePage>,
    404,
  );
}

/** The page of a link; `sealed` is the secret of the page before, so that a scanned code stays good. */
async function enrolPage(c: Context<AppEnv>, account: Account, token: string, again: string | null) {
  const { staff: tools } = c.get('deps');
  const view = viewOf(c);
  const { lang } = view;
  const known = again === null ? null : await offeredSecret(tools, token, again);
  const offered = known && again !== null ? { secret: known, sealed: again } : await offerSecret(tools, token);
  const options = await offerPasskey(tools, account, purposeOf(token));
  const at = (way: string): string => keep(view, `/staff/enrol/${token}/${way}`);
  return c.html(
    <ConsolePage
      view={view}
      title={say(words.enrolTitle, lang)}
      description={say(words.enrolLead, lang, { name: account.name, login: account.login })}
    >
      {again !== null && (
        <div role="alert">
          <Notice tone="bad">
            <p>{say(words.enrolWrong, lang)}</p>
          </Notice>
        </div>
      )}
      <Notice>
        <p>{say(words.enrolReplaces, lang)}</p>
      </Notice>
      <PasskeyForm
        {...{ view, options, action: at('passkey') }}
        title={say(words.makePasskey, lang)}
        hint={say(words.makePasskeyHint, lang)}
        button={say(words.makePasskey, lang)}
        use="create"
      />
      <section class="way">
        <h2>{say(words.makeAuthenticator, lang)}</h2>
        <p>{say(words.scan, lang)}</p>
        <div class="code-picture">
          <QrCode
            text={totpUri(offered.secret, { issuer: 'Minyi', login: account.login })}
            label={say(words.qr, lang)}
          />
        </div>
        <p class="hint">{say(words.byHand, lang)}</p>
        <p class="by-hand" data-secret={base32(offered.secret)}>
          {(base32(offered.secret).match(/.{4}/g) ?? []).join(' ')}
        </p>
        <form method="post" action={at('authenticator')}>
          <input type="hidden" name="sealed" value={offered.sealed} />
          <Line name="code" id="code" label={say(words.digits, lang)} autocomplete="one-time-code" digits />
          <button class="button">{say(words.finish, lang)}</button>
        </form>
      </section>
    </ConsolePage>,
    again === null ? 200 : 422,
  );
}

/** Ten codes to keep, on screen and on paper. */
export const CodesPage: FC<{ view: View; account?: Account; codes: readonly string[] }> = ({
  view,
  account,
  codes,
}) => (
  <ConsolePage
    {...{ view, account }}
    title={say(words.codesTitle, view.lang)}
    description={say(words.codesLead, view.lang)}
  >
    <ol class="codes">
      {codes.map((code) => (
        <li>{code}</li>
      ))}
    </ol>
    <p>
      <button class="button quiet" type="button" data-print hidden>
        {say(words.print, view.lang)}
      </button>
    </p>
    <ButtonLink href={keep(view, '/staff')} label={say(words.goOn, view.lang)} />
  </ConsolePage>
);

async function enrolled(
  c: Context<AppEnv>,
  token: string,
  sealed: string,
  done: Result<Enrolled, EnrolRefusal>,
): Promise<Response> {
  if (done.ok) {
    giveCookie(c, done.value.token);
    return c.html(<CodesPage view={viewOf(c)} codes={done.value.codes} />);
  }
  const account = done.error === 'wrong' ? await accountOfLink(c.get('deps').staff, token) : null;
  return account ? enrolPage(c, account, token, sealed) : linkGone(c);
}

/** What a link opens: a new way in, by authenticator or passkey. Looking at it does not use it up. */
export const enrolPages = new Hono<AppEnv>()
  .get('/enrol/:token', async (c) => {
    const token = c.req.param('token');
    const account = await accountOfLink(c.get('deps').staff, token);
    return account ? enrolPage(c, account, token, null) : linkGone(c);
  })
  .post('/enrol/:token/authenticator', async (c) => {
    const { staff: tools } = c.get('deps');
    const token = c.req.param('token');
    const posted = await postedText(c);
    const sealed = posted('sealed');
    const secret = await offeredSecret(tools, token, sealed);
    const done = await enrol(tools, token, newAuthenticator(tools, secret, posted('code')), fromOf(c).device);
    return enrolled(c, token, sealed, done);
  })
  .post('/enrol/:token/passkey', async (c) => {
    const { staff: tools } = c.get('deps');
    const token = c.req.param('token');
    const posted = await postedText(c);
    const make = newPasskey(tools, posted('passkey'), purposeOf(token));
    return enrolled(c, token, '', await enrol(tools, token, make, fromOf(c).device));
  });
