import type { Child, FC } from 'hono/jsx';
import type { InboxLine } from '../../cases/inbox.ts';
import { kindByName } from '../../forms/index.ts';
import { behalfWords } from '../../i18n/behalf.ts';
import { caseWords as words } from '../../i18n/cases.ts';
import { matterWords } from '../../i18n/matter.ts';
import type { Piece } from '../../lib/marked.ts';
import { say } from '../../lib/words.ts';
import { stationById } from '../../liaison/index.ts';
import { keep, type View } from '../../ui/view.ts';
import { caseTitle } from '../dev/case-title.ts';
import { casePath } from './case-path.ts';
import { ClockBadge } from './clock-badge.tsx';
import { UrgentMark } from './urgent-mark.tsx';

interface InboxRow {
  line: InboxLine;
  today: string;
  view: View;
  /** The title with found words apart, where a search found them. */
  title?: readonly Piece[];
  /** The box that picks it, where the list has boxes. */
  box?: Child;
  children?: Child;
}

/** A text with the words that were looked for marked; each piece is only ever text. */
export const Marked: FC<{ pieces: readonly Piece[] }> = ({ pieces }) => (
  <>{pieces.map(({ text, found }) => (found ? <mark>{text}</mark> : text))}</>
);

/** One case in a list: its clock first. */
export const InboxRow: FC<InboxRow> = ({ line, today, view, title, box, children }) => {
  const { lang } = view;
  const form = kindByName(line.kind);
  const station = line.station === null ? undefined : stationById(line.site, line.station);
  const state = form?.workflow.states[line.state];
  return (
    <li data-row>
      {box}
      <ClockBadge dueDate={line.dueDate} today={today} lang={lang} />
      <span class="receipt-number">{line.receipt}</span>
      <span class="kind">{form ? say(form.label, lang) : line.kind}</span>
      <a href={keep(view, casePath(line.receipt))}>
        {line.urgent === 1 && !state?.final ? <UrgentMark lang={lang} /> : ''}
        {title && line.title !== '' ? <Marked pieces={title} /> : caseTitle(line, form, lang)}
      </a>
      <span class="place">{station ? say(station.name, lang) : ''}</span>
      <span class="state">
        {state ? say(state.label, lang) : line.state}
        {line.unconfirmed === 1 && ` · ${say(behalfWords.unconfirmed, lang)}`}
        {line.joined > 0 && ` · ${say(matterWords.joined, lang, { count: line.joined })}`}
      </span>
      <span class="holder">{line.holder === null ? '' : say(words.held, lang, { holder: line.holder })}</span>
      {children}
    </li>
  );
};
