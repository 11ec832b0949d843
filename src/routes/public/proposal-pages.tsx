import type { Child, FC } from 'hono/jsx';
import { dateInWords } from '../../i18n/dates.ts';
import { proposalPages as words } from '../../i18n/proposals.ts';
import { say, type Lang, type Words } from '../../lib/words.ts';
import type { Site } from '../../sites/site.ts';
import { ButtonLink } from '../../ui/buttons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { keep, type View } from '../../ui/view.ts';
import type { ProposalLine, ProposalReport } from '../proposal-report.ts';

const STYLES = ['/proposals.css'];

const Result: FC<{ category: ProposalLine['category'] }> = ({ category }) =>
  category ? <strong class="result">{category.label}</strong> : null;

interface ListProps {
  view: View;
  site: Site;
  lines: readonly ProposalLine[];
  next: string | null;
  /** Whether the county lists its deputies here. */
  possible: boolean;
}

/** What a county has published, newest first. */
export const ProposalsPage: FC<ListProps> = ({ view, site, lines, next, possible }) => {
  const { lang } = view;
  const base = `/${site.id}/proposals`;
  return (
    <Page view={view} title={say(words.title, lang)} description={say(words.lead, lang)} styles={STYLES}>
      {lines.length === 0 && (
        <p>{say(possible ? words.none : words.noDeputies, lang, { office: say(site.office, lang) })}</p>
      )}
      <ul class="cards">
        {lines.map(({ number, title, proposer, lead, category }) => (
          <li class="card">
            <a href={keep(view, `${base}/${number}`)}>{title}</a>
            <p>
              <Result category={category} />
            </p>
            <p class="hint">
              {[
                proposer && `${say(words.proposer, lang)} ${proposer.name}`,
                lead && `${say(words.leadUnit, lang)} ${lead}`,
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      {next !== null && (
        <p>
          <a href={keep(view, `${base}?after=${next}`)} rel="next">
            {say(words.older, lang)}
          </a>
        </p>
      )}
      <p class="hint">{say(words.limits, lang)}</p>
    </Page>
  );
};

const Fact: FC<{ label: Words; lang: Lang; children: Child }> = ({ label, lang, children }) => (
  <>
    <dt>{say(label, lang)}</dt>
    <dd>{children}</dd>
  </>
);

const Paragraphs: FC<{ text: string }> = ({ text }) => (
  <>
    {text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => (
        <p>{line}</p>
      ))}
  </>
);

interface One {
  view: View;
  site: Site;
  report: ProposalReport;
}

/** The report on one suggestion: what was asked, who answered what by when, and what the deputy says to it. */
export const ProposalPage: FC<One> = ({ view, site, report }) => {
  const { lang } = view;
  return (
    <Page view={view} title={report.title} description={report.reason} styles={STYLES}>
      <Signers report={report} lang={lang} />
      <section>
        <h2>{say(words.problem, lang)}</h2>
        {report.problem.map((line) => (
          <p>{line}</p>
        ))}
      </section>
      <section>
        <h2>{say(words.asks, lang)}</h2>
        <ol>
          {report.asks.map((line) => (
            <li>{line}</li>
          ))}
        </ol>
      </section>
      <Handling report={report} lang={lang} />
      <Replies report={report} lang={lang} />
      <Feedback report={report} lang={lang} />
      <section>
        <h2>{say(words.timeline, lang)}</h2>
        <Timeline entries={happened(report)} lang={lang} />
      </section>
      <p class="hint">
        {say(words.origin, lang)} {say(words.limits, lang)}
      </p>
      <ButtonLink href={keep(view, `/${site.id}/proposals`)} label={say(words.all, lang)} quiet />
    </Page>
  );
};

const Signers: FC<{ report: ProposalReport; lang: Lang }> = ({ report, lang }) => {
  const { proposer, cosigners, number } = report;
  return (
    <dl class="facts">
      <Fact label={words.proposer} lang={lang}>
        {proposer ? `${proposer.name} · ${proposer.post}` : ''}
      </Fact>
      {cosigners.length > 0 && (
        <Fact label={words.cosigners} lang={lang}>
          {cosigners.map(({ name }) => name).join(lang === 'zh' ? '、' : ', ')}
        </Fact>
      )}
      <Fact label={words.number} lang={lang}>
        <span class="receipt-number">{number}</span>
      </Fact>
    </dl>
  );
};

/** The clock: from handing over, by which article, and whether it was kept. */
const Handling: FC<{ report: ProposalReport; lang: Lang }> = ({ report, lang }) => {
  const { lead, helpers, handedOverOn, due, repliedOn, inTime, keySupervised } = report;
  return (
    <section>
      <h2>{say(words.handling, lang)}</h2>
      {keySupervised && (
        <Notice tone="soon">
          <p>{say(words.keySupervised, lang)}</p>
        </Notice>
      )}
      <dl class="facts">
        <Fact label={words.leadUnit} lang={lang}>
          {lead}
        </Fact>
        {helpers.length > 0 && (
          <Fact label={words.helpers} lang={lang}>
            {helpers.join(lang === 'zh' ? '、' : ', ')}
          </Fact>
        )}
        {handedOverOn !== null && (
          <Fact label={words.handedOver} lang={lang}>
            {dateInWords(handedOverOn, lang)}
          </Fact>
        )}
        {due && (
          <Fact label={words.dueOn} lang={lang}>
            {dateInWords(due.date, lang)} · {due.basis}
          </Fact>
        )}
        {repliedOn !== null && (
          <Fact label={words.repliedOn} lang={lang}>
            {dateInWords(repliedOn, lang)}
            {inTime !== null && ` · ${say(inTime ? words.inTime : words.late, lang)}`}
          </Fact>
        )}
      </dl>
    </section>
  );
};

const Replies: FC<{ report: ProposalReport; lang: Lang }> = ({ report: { replies }, lang }) => (
  <>
    {replies.map(({ on, category, contact, text }, index) => (
      <section class="reply">
        <h2>{say(replies.length > 1 ? words.nthReply : words.reply, lang, { n: index + 1 })}</h2>
        <p>
          <Result category={category} />
        </p>
        <Paragraphs text={text} />
        <p class="hint">
          {dateInWords(on, lang)} · {say(words.contact, lang)}: {contact} · {say(words.local, lang)}
        </p>
      </section>
    ))}
  </>
);

const Feedback: FC<{ report: ProposalReport; lang: Lang }> = ({ report: { feedback }, lang }) => (
  <section>
    <h2>{say(words.feedback, lang)}</h2>
    {feedback.length === 0 && <p class="hint">{say(words.noFeedback, lang)}</p>}
    {feedback.map(({ on, rating, text }) => (
      <>
        <p>
          <strong>{rating.label}</strong> <span class="hint">{dateInWords(on, lang)}</span>
        </p>
        {text !== undefined && <Paragraphs text={text} />}
      </>
    ))}
  </section>
);

/** Replies and responses stand above in full; of the other steps their words go with them. */
const SHOWN_ABOVE: readonly string[] = ['reply', 'feedback', 'dissatisfied'];

const happened = ({ timeline }: ProposalReport) =>
  timeline.map(({ at, event, label, note }, index) => ({
    state: index === 0 ? ('now' as const) : ('done' as const),
    label,
    at,
    ...(note !== undefined && !SHOWN_ABOVE.includes(event) && { note }),
  }));
