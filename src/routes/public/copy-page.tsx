import type { FC } from 'hono/jsx';
import type { PersonsCopy } from '../../cases/person.ts';
import type { DraftText } from '../../drafts/queries.ts';
import { Lines } from '../../forms/brief.tsx';
import { kindByName } from '../../forms/index.ts';
import { dataRequestWords as words } from '../../i18n/data-requests.ts';
import { momentInWords } from '../../i18n/dates.ts';
import { pages } from '../../i18n/pages.ts';
import { say } from '../../lib/words.ts';
import type { Site } from '../../sites/site.ts';
import { Ledger } from '../../ui/ledger.tsx';
import { Page } from '../../ui/page.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import type { View } from '../../ui/view.ts';
import { Carried } from './status-page.tsx';

interface CopyPage {
  view: View;
  site: Site;
  receipt: string;
  code: string;
  copies: readonly PersonsCopy[];
  drafts: readonly DraftText[];
}

/** Everything that was sent and told, case by case: to read, to print, or as a file that a program reads. */
export const CopyPage: FC<CopyPage> = ({ view, site, receipt, code, copies, drafts }) => {
  const { lang } = view;
  const lead = copies.length === 0 ? say(words.copyNone, lang) : say(words.copyLead, lang, { n: copies.length });
  return (
    <Page view={view} title={say(words.copyTitle, lang)} description={lead} styles={['/receipt.css']}>
      {copies.length > 0 && (
        <Carried view={view} action={`/${site.id}/status/copy`} receipt={receipt} code={code}>
          <input type="hidden" name="as" value="file" />
          <button class="button">{say(words.copyFile, lang)}</button>
        </Carried>
      )}
      {copies.map((copy) => (
        <OneCopy {...{ copy, site, drafts, lang }} />
      ))}
      <Carried view={view} action={`/${site.id}/status`} receipt={receipt} code={code}>
        <button class="button quiet">{say(pages.statusTitle, lang)}</button>
      </Carried>
    </Page>
  );
};

const OneCopy: FC<{ copy: PersonsCopy; site: Site; drafts: readonly DraftText[]; lang: View['lang'] }> = (props) => {
  const { copy, site, drafts, lang } = props;
  const { status, body, fingerprint } = copy;
  const kind = kindByName(status.kind);
  const fields = kind?.fields({ site, today: status.submittedAt.slice(0, 10), drafts }, body) ?? {};
  const entries = status.timeline.map(({ at, label, note, parts }, index) => ({
    state: index === 0 ? ('now' as const) : ('done' as const),
    label,
    at,
    ...(note !== undefined && { note }),
    ...(parts && { parts }),
  }));
  return (
    <section class="own-copy">
      <h2>{`${kind ? say(kind.label, lang) : ''} ${status.receipt}`}</h2>
      <dl class="brief">
        <dt>{say(words.submittedAt, lang)}</dt>
        <dd>{momentInWords(status.submittedAt, lang)}</dd>
        <dt>{say(words.state, lang)}</dt>
        <dd>{status.stateLabel}</dd>
      </dl>
      <h3>{say(words.copySent, lang)}</h3>
      <Lines fields={fields} answers={body} lang={lang} />
      <h3>{say(words.copyTold, lang)}</h3>
      <Timeline entries={entries} lang={lang} />
      {status.messages.length > 0 && (
        <>
          <h3>{say(words.copyMessages, lang)}</h3>
          <Ledger entries={status.messages} lang={lang} />
        </>
      )}
      <p class="small">
        {say(words.copyFingerprint, lang)}: <span class="fingerprint">{fingerprint}</span>
      </p>
    </section>
  );
};
