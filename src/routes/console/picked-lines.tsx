import type { FC } from 'hono/jsx';
import type { Picked, PickedCase } from '../../cases/together/picked.ts';
import type { Outcome } from '../../cases/together/take.ts';
import { caseWords } from '../../i18n/cases.ts';
import { hindranceWords, togetherWords as words } from '../../i18n/together.ts';
import { say, type Lang } from '../../lib/words.ts';
import { keep, type View } from '../../ui/view.ts';
import { caseTitle } from '../dev/case-title.ts';
import { casePath } from './case-path.ts';
import { pickValue } from './together-form.ts';

/** A picked case with what is said of it. */
export interface Line {
  one: PickedCase;
  notes: readonly string[];
}

/** What was picked as hidden answers of a form, and the list it was picked from. */
export const KeptPicks: FC<{ picked: readonly Picked[]; list: string }> = ({ picked, list }) => (
  <>
    <input type="hidden" name="list" value={list} />
    {picked.map((one) => (
      <input type="hidden" name="case" value={pickValue(one)} />
    ))}
  </>
);

/** What a state is called in the workflow of a case. */
export function stateInWords({ form, stored }: PickedCase, lang: Lang, state: string = stored.row.state): string {
  const found = form.workflow.states[state];
  return found ? say(found.label, lang) : state;
}

/** The department that has a case now, if one has. */
export const heldInWords = ({ holder }: PickedCase, lang: Lang): string[] =>
  holder === null ? [] : [say(caseWords.held, lang, { holder })];

/** Why an action is not taken in a case. */
export const whyNot = (why: keyof typeof hindranceWords, one: PickedCase, lang: Lang): string =>
  say(hindranceWords[why], lang, { state: stateInWords(one, lang) });

export const isHindrance = (outcome: Outcome): outcome is keyof typeof hindranceWords =>
  Object.hasOwn(hindranceWords, outcome);

/** Cases under a heading, each with its link and what is said of it; nothing where there are none. */
export const PickedLines: FC<{ view: View; id: string; title: string; lines: readonly Line[] }> = (props) => {
  const { view, id, title, lines } = props;
  const { lang } = view;
  if (lines.length === 0) return null;
  return (
    <section class="picked" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>
        {lines.map(({ one, notes }) => {
          const { row } = one.stored;
          return (
            <li>
              <a href={keep(view, casePath(row.receipt))}>{caseTitle(row, one.form, lang)}</a>
              <span class="receipt-number">{row.receipt}</span>
              <span class="said-of">{notes.join(' · ')}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
};

/** How many of those picked are not there for whoever asks; which of them is nobody’s to know. */
export const Gone: FC<{ count: number; lang: Lang }> = ({ count, lang }) =>
  count > 0 ? <p class="hint">{say(words.gone, lang, { count })}</p> : null;
