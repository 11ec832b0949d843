import type { FC } from 'hono/jsx';
import { staff as words } from '../../i18n/staff.ts';
import { say } from '../../lib/words.ts';
import { Notice } from '../../ui/notice.tsx';
import { keep, type View } from '../../ui/view.ts';
import { Line } from './console-page.tsx';

interface ProofForms {
  view: View;
  /** Where the ways are posted: `/staff/sign-in` or `/staff/prove`. */
  action: string;
  /** Options of the passkey, as the browser takes them. */
  passkey: string;
  to: string;
  /** Asked for at signing in; `null` where the session says who it is. */
  login: string | null;
}

/** Three ways to prove who one is; the last two are plain forms and need no script. */
export const ProofForms: FC<ProofForms> = (props) => {
  const { view, action, passkey, to, login } = props;
  const { lang } = view;
  const at = (way: string): string => keep(view, `${action}/${way}`);
  const button = say(login === null ? words.confirm : words.signIn, lang);
  return (
    <>
      <PasskeyForm
        {...{ view, to, action: at('passkey'), options: passkey }}
        title={say(words.withPasskey, lang)}
        hint={say(words.passkeyHint, lang)}
        button={say(login === null ? words.passkeyConfirm : words.passkeyButton, lang)}
        use="get"
      />
      <section class="way">
        <h2>{say(words.withAuthenticator, lang)}</h2>
        <form method="post" action={at('authenticator')}>
          <input type="hidden" name="to" value={to} />
          {login !== null && (
            <Line name="login" id="login" label={say(words.login, lang)} value={login} autocomplete="username" />
          )}
          <Line name="code" id="code" label={say(words.digits, lang)} autocomplete="one-time-code" digits />
          <button class="button">{button}</button>
        </form>
      </section>
      <details class="way">
        <summary>{say(words.withRecovery, lang)}</summary>
        <form method="post" action={at('recovery-code')}>
          <input type="hidden" name="to" value={to} />
          {login !== null && (
            <Line
              name="login"
              id="recovery-login"
              label={say(words.login, lang)}
              value={login}
              autocomplete="username"
            />
          )}
          <Line
            name="code"
            id="recovery-code"
            label={say(words.recoveryCode, lang)}
            hint={say(words.recoveryHint, lang)}
          />
          <button class="button quiet">{button}</button>
        </form>
        <p class="hint">{say(words.lostAll, lang)}</p>
      </details>
    </>
  );
};

interface PasskeyForm {
  view: View;
  action: string;
  options: string;
  to?: string;
  title: string;
  hint: string;
  button: string;
  use: 'get' | 'create';
}

/** The script asks the browser for the passkey, puts what it says into the form and sends it like any other. */
export const PasskeyForm: FC<PasskeyForm> = ({ view, action, options, to, title, hint, button, use }) => (
  <section class="way" data-passkey={use} data-options={options}>
    <h2>{title}</h2>
    <p class="hint">{hint}</p>
    <form method="post" action={action} hidden>
      {to !== undefined && <input type="hidden" name="to" value={to} />}
      <input type="hidden" name="passkey" />
      <button class="button">{button}</button>
    </form>
    <p data-missing>{say(words.noPasskey, view.lang)}</p>
    <p role="alert" class="error" hidden data-failed>
      {say(words.passkeyFailed, view.lang)}
    </p>
  </section>
);

/** What went wrong with a proof. */
export const ProofRefused: FC<{ view: View; reason: 'wrong' | 'locked' | null }> = ({ view, reason }) =>
  reason && (
    <div role="alert">
      <Notice tone="bad" title={say(words.notSignedIn, view.lang)}>
        <p>{say(words[reason], view.lang)}</p>
      </Notice>
    </div>
  );
