import type { FC } from 'hono/jsx';
import { worksOn } from '../../cases/offered.ts';
import type { Json } from '../../forms/define.ts';
import { secondStageByKind } from '../../forms/index.ts';
import { caseActionWords } from '../../i18n/case-actions.ts';
import { caseWords as words } from '../../i18n/cases.ts';
import { describeProblems } from '../../i18n/problems.ts';
import type { Problem } from '../../lib/fields/index.ts';
import { say } from '../../lib/words.ts';
import { ButtonLink } from '../../ui/buttons.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FieldsView } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { keep } from '../../ui/view.ts';
import type { Transition } from '../../workflow/define.ts';
import { asksByReader, partsFor, type Said } from '../../workflow/said.ts';
import { casePath } from './case-path.ts';
import { caseInWords, stillOf, type OneCase } from './case-page.tsx';
import { CaseContent } from './case-content.tsx';
import { CaseTimeline, Spoken } from './case-timeline.tsx';
import { HeldTable, ProveFirst, type HeldView } from './held.tsx';
import { ClockBadge } from './clock-badge.tsx';
import { TemplatePicker } from './template-picker.tsx';
import { ConsolePage } from './console-page.tsx';
import { MatterWarning } from './matter-warning.tsx';
import { WhoIsHere } from './here.tsx';

export interface ActionPageProps extends OneCase {
  taken: Transition;
  /** The case can take it now; where it cannot, only what was typed is shown. */
  possible: boolean;
  raw: Json;
  problems?: readonly Problem[];
  /** The text that was picked to begin with. */
  picked?: string;
  /** What a step upon everything held of the sender would reach. */
  held?: HeldView;
  /** A fresh proof is asked for before the button works. */
  prove?: boolean;
  /** The case went on after this event, and so nothing was done. */
  since?: number;
}

export const AUDIENCES = [
  ['public', 'sender'],
  ['internal', 'colleagues'],
] as const;

/** What was typed for one reader, for whoever is told that the action is over. */
export function typedFor(reader: 'sender' | 'colleagues', raw: Json): Said {
  const typed = partsFor(reader).flatMap((part) =>
    typeof raw[part] === 'string' && raw[part] !== '' ? [[part, raw[part]] as const] : [],
  );
  return Object.fromEntries(typed);
}

/** One action as a plain form, made from what it asks. */
export const ActionPage: FC<ActionPageProps> = (props) => {
  const { taken, possible, raw, problems = [], picked, since, held, prove, ...one } = props;
  const { view, account, found, form, context, names } = one;
  const { lang } = view;
  const asks = taken.asks ?? {};
  const parts = asksByReader(asks);
  const caution = taken.bears === undefined ? undefined : secondStageByKind(taken.bears)?.caution;
  const label = say(taken.label, lang);
  const shared = { values: raw, problems, lang };
  return (
    <ConsolePage {...{ view, account }} title={`${label}: ${found.row.title}`} description={caseInWords(one)}>
      <WhoIsHere view={view} receipt={found.row.receipt} here={one.here} />
      <p class="clock-line">
        <ClockBadge dueDate={found.row.dueDate} today={found.today} lang={lang} still={stillOf(found.row, lang)} />
      </p>
      {since !== undefined && (
        <div role="alert">
          <Notice tone="bad" title={say(words.changed, lang)}>
            <p>{say(possible ? words.changedHow : words.gone, lang, { action: label })}</p>
            <CaseTimeline {...{ found, form, names, lang, since }} inside={worksOn(account, found, form.workflow)} />
          </Notice>
        </div>
      )}
      <ErrorSummary
        lang={lang}
        problems={describeProblems(problems, asks, lang).map(({ path, message }) => ({ path, message }))}
      />
      {prove && <ProveFirst view={view} />}
      {possible && taken.onHeld && held !== undefined && <HeldTable {...{ held, lang }} onHeld={taken.onHeld} />}
      {possible && (
        <details class="sent fold" open={Object.keys(parts.sender).length > 0}>
          <summary>{say(caseActionWords.sent, lang)}</summary>
          <CaseContent {...{ view, found, form, context }} personal="never" />
        </details>
      )}
      {possible && <MatterWarning {...{ matter: one.matter, form, taken, view }} />}
      {possible && caution && (
        <Notice title={say(caution.title, lang)}>
          <p>{say(caution.text, lang)}</p>
        </Notice>
      )}
      {possible && <TemplatePicker {...{ view, form, found, picked }} action={taken.id} />}
      {possible ? (
        <form method="post" data-answer action={keep(view, `${casePath(found.row.receipt)}/${taken.id}`)}>
          <input type="hidden" name="seen" value={String(found.row.seq)} />
          <FieldsView fields={parts.rest} {...shared} />
          {AUDIENCES.filter(([, reader]) => Object.keys(parts[reader]).length > 0).map(([audience, reader]) => (
            <div class={`said ${audience}`}>
              <p class="audience">{say(words[audience], lang)}</p>
              <FieldsView fields={parts[reader]} {...shared} />
            </div>
          ))}
          {held !== null && <button class="button">{label}</button>}
        </form>
      ) : (
        AUDIENCES.map(([audience, reader]) => {
          const said = typedFor(reader, raw);
          return Object.keys(said).length > 0 ? <Spoken {...{ audience, said, lang }} /> : null;
        })
      )}
      <p class="turn-back">
        <ButtonLink href={keep(view, casePath(found.row.receipt))} label={say(words.back, lang)} quiet />
      </p>
    </ConsolePage>
  );
};
