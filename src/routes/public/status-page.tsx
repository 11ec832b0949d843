import type { FC, PropsWithChildren } from 'hono/jsx';
import { refusalWords, type Refusal } from '../../errors.ts';
import type { CaseKind } from '../../forms/define.ts';
import { dateInWords } from '../../i18n/dates.ts';
import { ledgerWords } from '../../i18n/ledger.ts';
import { pages } from '../../i18n/pages.ts';
import { road } from '../../i18n/road.ts';
import { intakeWords } from '../../i18n/intake.ts';
import { SPOOLED } from '../../cases/answer.ts';
import type { Status } from '../../cases/status.ts';
import type { Fields, Problem } from '../../lib/fields/index.ts';
import { describeProblems } from '../../i18n/problems.ts';
import { say } from '../../lib/words.ts';
import type { Site } from '../../sites/site.ts';
import { ButtonLink, SendButton } from '../../ui/buttons.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FieldsView } from '../../ui/fields.tsx';
import { FaultNumber } from '../../ui/fault-number.tsx';
import { Ledger } from '../../ui/ledger.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { basisInWords } from '../../ui/receipt-paper.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { keep, type View } from '../../ui/view.ts';
import { ERASED } from '../../workflow/define.ts';
import { happensNext } from '../../workflow/explain.ts';
import { Line } from './look-up-line.tsx';

interface At {
  view: View;
  site: Site;
}

/** The form has it too: with script the answer takes the place of its main part, the head stays. */
const STYLES = ['/receipt.css'];

const NUMBER = { name: 'receipt', label: pages.number, hint: pages.numberHint } as const;
const CODE = { name: 'code', label: pages.code, hint: pages.codeHint, digits: true } as const;

export const StatusFormPage: FC<At & { receipt: string; refusal: Refusal | null }> = ({
  view,
  site,
  receipt,
  refusal,
}) => {
  const { lang } = view;
  const words = refusal && refusalWords({ ...refusal, values: { phone: site.phone } }, lang);
  return (
    <Page view={view} title={say(pages.statusTitle, lang)} description={say(pages.statusLead, lang)} styles={STYLES}>
      {words && (
        <Notice tone="bad" title={words.title}>
          <p>{words.detail}</p>
        </Notice>
      )}
      <FaultNumber {...{ view, refusal }} />
      <form method="post" action={keep(view, `/${site.id}/status`)}>
        <Line {...NUMBER} id="receipt" value={receipt} lang={lang} />
        <Line {...CODE} id="code" lang={lang} />
        <SendButton label={say(pages.look, lang)} />
      </form>
      <details>
        <summary>{say(pages.forgot, lang)}</summary>
        <p>{say(pages.forgotHow, lang)}</p>
        <form method="post" action={keep(view, `/${site.id}/status/new-code`)}>
          <Line {...NUMBER} id="lost-receipt" value={receipt} lang={lang} />
          <SendButton label={say(pages.sendCode, lang)} />
        </form>
      </details>
    </Page>
  );
};

export const CodeSentPage: FC<At & { receipt: string }> = ({ view, site, receipt }) => (
  <Page view={view} title={say(pages.forgot, view.lang)}>
    <Notice tone="good">
      <p>{say(pages.codeSent, view.lang)}</p>
    </Notice>
    <ButtonLink
      href={keep(view, `/${site.id}/status?receipt=${encodeURIComponent(receipt)}`)}
      label={say(pages.statusTitle, view.lang)}
      quiet
    />
  </Page>
);

/** Number and code go on in the page, never in the address. */
export const Carried: FC<PropsWithChildren<{ view: View; action: string; receipt: string; code: string }>> = (
  props,
) => (
  <form method="post" action={keep(props.view, props.action)}>
    <input type="hidden" name="receipt" value={props.receipt} />
    <input type="hidden" name="code" value={props.code} />
    {props.children}
  </form>
);

interface ConfirmPageProps extends At {
  receipt: string;
  code: string;
  action: Status['actions'][number];
  /** What the action asks, what was typed so far, and what is wrong with it. */
  asks: Fields;
  raw?: unknown;
  problems?: readonly Problem[];
}

/** Asks once more before an action is taken, and whatever else it wants to know. */
export const ConfirmPage: FC<ConfirmPageProps> = (props) => {
  const { view, site, receipt, code, action, asks, raw, problems = [] } = props;
  const asking = Object.keys(asks).length > 0;
  return (
    <Page
      view={view}
      title={action.label}
      description={asking ? undefined : say(pages.sure, view.lang)}
      styles={STYLES}
    >
      <ErrorSummary lang={view.lang} problems={describeProblems(problems, asks, view.lang)} />
      <Carried view={view} action={action.href} receipt={receipt} code={code}>
        <input type="hidden" name="sure" value="1" />
        <FieldsView fields={asks} values={raw} problems={problems} lang={view.lang} />
        <SendButton label={say(asking ? road.send : pages.confirm, view.lang, { action: action.label })} />
      </Carried>
      <Carried view={view} action={`/${site.id}/status`} receipt={receipt} code={code}>
        <button class="button quiet">{say(pages.notNow, view.lang)}</button>
      </Carried>
    </Page>
  );
};

interface StatusPageProps extends At {
  status: Status;
  code: string;
  form: CaseKind;
  /** How the date came about, a sentence a line. */
  reckoning: readonly string[];
  done?: boolean;
}

export const StatusPage: FC<StatusPageProps> = ({ view, site, status, code, form, reckoning, done }) => {
  const { lang } = view;
  const { due, paused } = status;
  const past = status.timeline.map(({ at, label, note, parts }, index) => ({
    state: index === 0 ? ('now' as const) : ('done' as const),
    label,
    at,
    ...(note !== undefined && { note }),
    ...(parts && { parts }),
  }));
  const toCome = due ? [{ state: 'to-come' as const, label: happensNext(due, lang), at: due.date }] : [];
  return (
    <Page
      view={view}
      title={status.receipt}
      description={`${say(form.label, lang)} · ${status.stateLabel}`}
      styles={STYLES}
    >
      {done && (
        <Notice tone="good">
          <p>{say(pages.acted, lang)}</p>
        </Notice>
      )}
      {status.state === SPOOLED && (
        <Notice>
          <p>{say(intakeWords.waitingHow, lang)}</p>
        </Notice>
      )}
      {due && (
        <p>
          <strong>{say(pages.dueLabel, lang)}</strong> {dateInWords(due.date, lang)} · {basisInWords(due, lang)}
        </p>
      )}
      {paused && (
        <Notice title={paused.label}>
          <p>{say(road.pausedHow, lang, { since: dateInWords(paused.since, lang), basis: paused.basis })}</p>
        </Notice>
      )}
      {reckoning.length > 0 && (
        <details>
          <summary>{say(pages.reckoning, lang)}</summary>
          <ul>
            {reckoning.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </details>
      )}
      <h2>{say(pages.timeline, lang)}</h2>
      <Timeline entries={[...toCome, ...past]} lang={lang} />
      {status.actions.map((action) => (
        <Carried view={view} action={action.href} receipt={status.receipt} code={code}>
          <button class="button quiet">{action.label}</button>
        </Carried>
      ))}
      <h2>{say(pages.messages, lang)}</h2>
      {status.messages.length === 0 && <p class="hint">{say(pages.noMessages, lang)}</p>}
      <Ledger entries={status.messages} lang={lang} />
      {status.state !== SPOOLED && status.state !== ERASED && (
        <Carried view={view} action={`/${site.id}/status/contact`} receipt={status.receipt} code={code}>
          <button class="button quiet">{say(ledgerWords.correctTitle, lang)}</button>
        </Carried>
      )}
      <p class="small">
        <a href={keep(view, `/${site.id}/status`)}>{say(pages.back, lang)}</a>
      </p>
    </Page>
  );
};
