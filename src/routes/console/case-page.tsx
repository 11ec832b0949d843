import type { FC } from 'hono/jsx';
import { behalfOf } from '../../cases/behalf/from-chain.ts';
import { worksOn } from '../../cases/offered.ts';
import type { MatterView } from '../../cases/matter/bundle.ts';
import type { Relative } from '../../cases/relatives.ts';
import type { StaffCase } from '../../cases/staff-view.ts';
import { pauseOf } from '../../cases/status.ts';
import type { CaseKind, FormContext } from '../../forms/define.ts';
import type { Task } from '../../cases/tasks/list.ts';
import { behalfWords } from '../../i18n/behalf.ts';
import { caseWords as words } from '../../i18n/cases.ts';
import { inboxWords } from '../../i18n/inbox.ts';
import { dateInWords } from '../../i18n/dates.ts';
import { shanghaiTime } from '../../lib/clock.ts';
import { say, type Lang } from '../../lib/words.ts';
import type { Account } from '../../staff/account.ts';
import { Ledger } from '../../ui/ledger.tsx';
import { Notice } from '../../ui/notice.tsx';
import { may } from '../../staff/roles.ts';
import type { View } from '../../ui/view.ts';
import type { Explanation } from '../../workflow/due.ts';
import { explain, standsStill } from '../../workflow/explain.ts';
import { caseTitle } from '../dev/case-title.ts';
import { CaseActions } from './case-actions.tsx';
import { CaseTasks } from './case-tasks.tsx';
import { CaseContent } from './case-content.tsx';
import { MatterLines, MatterPanel } from './case-matter.tsx';
import { CaseRelatives } from './case-relatives.tsx';
import { CaseNotices } from './case-notices.tsx';
import { CaseTimeline, type Names } from './case-timeline.tsx';
import { ClockBadge } from './clock-badge.tsx';
import { ConsolePage } from './console-page.tsx';
import { WhoIsHere, type Here } from './here.tsx';
import { UrgentMark } from './urgent-mark.tsx';

export interface OneCase {
  view: View;
  account: Account;
  found: StaffCase;
  form: CaseKind;
  context: FormContext;
  names: Names;
  relatives: readonly Relative[];
  matter: MatterView;
  /** What whoever reads the page must do beside its steps. */
  tasks: readonly Task[];
  here: Here;
  /** The department in charge, where nobody in it is left to deal with the case. */
  vacant: string | null;
}

interface CasePage extends OneCase {
  personal: 'may' | 'shown' | 'never';
  wrong?: boolean;
}

/** Kind, number and state, as the head of every page about a case. */
export function caseInWords({ found: { row }, form, view: { lang } }: OneCase): string {
  const state = form.workflow.states[row.state];
  return [say(form.label, lang), row.receipt, state ? say(state.label, lang) : row.state].join(' · ');
}

/** One case: its clock first, then what one can do, what was sent and what has happened. */
export const CasePage: FC<CasePage> = ({ personal, wrong, ...one }) => {
  const { view, account, found, form, context, names } = one;
  const { lang } = view;
  const { receipt } = found.row;
  const joins = may(account.role, 'cases.handle');
  const matter = { matter: one.matter, receipt, form, view, today: found.today, joins };
  return (
    <ConsolePage {...{ view, account }} title={caseTitle(found.row, form, lang)} description={caseInWords(one)}>
      <WhoIsHere view={view} receipt={found.row.receipt} here={one.here} />
      <nav class="paging" data-neighbours aria-label={say(inboxWords.neighbours, lang)} hidden></nav>
      <div class="case">
        <div>
          <Unconfirmed found={found} lang={lang} />
          <CaseClock found={found} lang={lang} />
          <CaseTasks {...one} />
          <CaseRelatives relatives={one.relatives} today={found.today} view={view} />
          <CaseNotices found={found} vacant={one.vacant} lang={lang} />
          <MatterLines {...matter} />
          <CaseActions {...one} />
        </div>
        <div class="sent">
          <CaseContent {...{ view, found, form, context, personal, wrong }} />
          <MatterPanel {...matter} />
        </div>
        <div class="road">
          <h2>{say(words.timeline, lang)}</h2>
          <CaseTimeline {...{ found, form, names, lang }} inside={worksOn(account, found, form.workflow)} />
          <Messages found={found} lang={lang} />
        </div>
      </div>
    </ConsolePage>
  );
};

/** That the limit stands still, where it does. */
export function stillOf(row: StaffCase['row'], lang: Lang): string | undefined {
  const pause = pauseOf(row);
  return pause && standsStill(pause, lang);
}

/** Filed for somebody, who has not said yet that it is so. */
const Unconfirmed: FC<{ found: StaffCase; lang: Lang }> = ({ found, lang }) =>
  behalfOf(found.events)?.confirmed === false ? (
    <Notice tone="soon" title={say(behalfWords.unconfirmed, lang)}>
      <p>{say(behalfWords.unconfirmedText, lang)}</p>
    </Notice>
  ) : null;

const CaseClock: FC<{ found: StaffCase; lang: Lang }> = ({ found: { row, today, holder }, lang }) => (
  <section class="case-clock" aria-label={say(words.clock, lang)}>
    <p class="large">
      <ClockBadge dueDate={row.dueDate} today={today} lang={lang} still={stillOf(row, lang)} />{' '}
      {row.urgent && <UrgentMark lang={lang} />}
    </p>
    {row.dueExplanation === null ? (
      <p class="hint">{say(words.noClock, lang)}</p>
    ) : (
      <>
        {row.dueDate !== null && <p>{say(words.dueOn, lang, { date: dateInWords(row.dueDate, lang) })}</p>}
        <details>
          <summary>{say(words.clockHow, lang)}</summary>
          <ul>
            {explain(JSON.parse(row.dueExplanation) as Explanation, lang, 'staff').map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </details>
      </>
    )}
    {holder !== null && <p>{say(words.held, lang, { holder })}</p>}
  </section>
);

const Messages: FC<{ found: StaffCase; lang: Lang }> = ({ found: { messages }, lang }) => (
  <>
    <h2>{say(words.messages, lang)}</h2>
    {messages.length === 0 && <p class="hint">{say(words.noMessages, lang)}</p>}
    <Ledger entries={messages.map((line) => ({ ...line, at: shanghaiTime(line.at) }))} lang={lang} />
  </>
);
