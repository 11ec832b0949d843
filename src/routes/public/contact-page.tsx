import type { FC } from 'hono/jsx';
import { contactFields } from '../../cases/correct-contact.ts';
import { ledgerWords as words } from '../../i18n/ledger.ts';
import { pages } from '../../i18n/pages.ts';
import { describeProblems } from '../../i18n/problems.ts';
import type { Problem } from '../../lib/fields/index.ts';
import { say } from '../../lib/words.ts';
import type { Site } from '../../sites/site.ts';
import { SendButton } from '../../ui/buttons.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FieldsView } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import type { View } from '../../ui/view.ts';
import { Carried } from './status-page.tsx';

interface ContactPage {
  view: View;
  site: Site;
  receipt: string;
  code: string;
  raw?: unknown;
  problems?: readonly Problem[];
}

/** Where a sender puts phone or e-mail right, by number and code. */
export const ContactPage: FC<ContactPage> = ({ view, site, receipt, code, raw, problems = [] }) => (
  <Page view={view} title={say(words.correctTitle, view.lang)} description={say(words.correctLead, view.lang)}>
    <ErrorSummary lang={view.lang} problems={describeProblems(problems, contactFields, view.lang)} />
    <Carried view={view} action={`/${site.id}/status/contact`} receipt={receipt} code={code}>
      <input type="hidden" name="sure" value="1" />
      <FieldsView fields={contactFields} values={raw} problems={problems} lang={view.lang} />
      <SendButton label={say(words.save, view.lang)} />
    </Carried>
    <Carried view={view} action={`/${site.id}/status`} receipt={receipt} code={code}>
      <button class="button quiet">{say(pages.notNow, view.lang)}</button>
    </Carried>
  </Page>
);

interface CorrectedPage extends Omit<ContactPage, 'raw' | 'problems'> {
  sentAgain: number;
}

export const CorrectedPage: FC<CorrectedPage> = ({ view, site, receipt, code, sentAgain }) => (
  <Page view={view} title={say(words.correctTitle, view.lang)}>
    <Notice tone="good" title={say(words.corrected, view.lang)}>
      {sentAgain > 0 && <p>{say(words.sentAgain, view.lang)}</p>}
    </Notice>
    <Carried view={view} action={`/${site.id}/status`} receipt={receipt} code={code}>
      <button class="button quiet">{say(pages.statusTitle, view.lang)}</button>
    </Carried>
  </Page>
);
