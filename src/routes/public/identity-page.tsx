import type { FC } from 'hono/jsx';
import { CODE_MINUTES } from '../../cases/personal/identity.ts';
import { refusalWords, type Refusal } from '../../errors.ts';
import { dataRequestWords as words } from '../../i18n/data-requests.ts';
import { pages } from '../../i18n/pages.ts';
import { describeProblems } from '../../i18n/problems.ts';
import type { Fields, Problem } from '../../lib/fields/index.ts';
import { say } from '../../lib/words.ts';
import type { Site } from '../../sites/site.ts';
import { SendButton } from '../../ui/buttons.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FieldsView } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import type { View } from '../../ui/view.ts';
import { Carried } from './status-page.tsx';

interface Asking {
  view: View;
  site: Site;
  receipt: string;
  code: string;
  asks: Fields;
  raw?: unknown;
  problems?: readonly Problem[];
}

interface IdentityPage extends Asking {
  /** Masked; where the code goes. */
  phone: string;
  /** A code is on its way, or was. */
  sent: boolean;
  /** Why none was sent just now. */
  refusal?: Refusal;
}

/** Has a code sent to the phone of a request, then takes it. */
export const IdentityPage: FC<IdentityPage> = (props) => {
  const { view, site, receipt, code, phone, sent, asks, raw, problems = [], refusal } = props;
  const { lang } = view;
  const action = `/${site.id}/status/identity`;
  const refused = refusal && refusalWords(refusal, lang);
  return (
    <Page view={view} title={say(words.identityTitle, lang)} description={say(words.identityLead, lang, { phone })}>
      <ErrorSummary lang={lang} problems={describeProblems(problems, asks, lang)} />
      {refused && (
        <Notice tone="bad" title={refused.title}>
          <p>{refused.detail}</p>
        </Notice>
      )}
      {sent && (
        <>
          {problems.length === 0 && !refused && (
            <Notice tone="good">
              <p>{say(words.codeSent, lang, { minutes: CODE_MINUTES })}</p>
            </Notice>
          )}
          <Carried view={view} action={action} receipt={receipt} code={code}>
            <input type="hidden" name="sure" value="1" />
            <FieldsView fields={asks} values={raw} problems={problems} lang={lang} />
            <SendButton label={say(words.confirm, lang)} />
          </Carried>
        </>
      )}
      <Carried view={view} action={action} receipt={receipt} code={code}>
        <input type="hidden" name="send" value="1" />
        <button class={sent ? 'button quiet' : 'button'}>{say(sent ? words.sendAgain : words.sendCode, lang)}</button>
      </Carried>
      <Back {...props} />
    </Page>
  );
};

/** Adds another matter to a request, by its own number and code. */
export const IncludePage: FC<Asking> = (props) => {
  const { view, site, receipt, code, asks, raw, problems = [] } = props;
  const { lang } = view;
  return (
    <Page view={view} title={say(words.includeTitle, lang)} description={say(words.includeLead, lang)}>
      <ErrorSummary lang={lang} problems={describeProblems(problems, asks, lang)} />
      <Carried view={view} action={`/${site.id}/status/include`} receipt={receipt} code={code}>
        <input type="hidden" name="sure" value="1" />
        <FieldsView fields={asks} values={raw} problems={problems} lang={lang} />
        <SendButton label={say(words.includeSend, lang)} />
      </Carried>
      <Back {...props} />
    </Page>
  );
};

const Back: FC<Asking> = ({ view, site, receipt, code }) => (
  <Carried view={view} action={`/${site.id}/status`} receipt={receipt} code={code}>
    <button class="button quiet">{say(pages.notNow, view.lang)}</button>
  </Carried>
);
