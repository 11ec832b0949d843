import type { FC } from 'hono/jsx';
import type { HeldLine, HeldList } from '../../cases/personal/held-for.ts';
import type { Verdict } from '../../cases/personal/verdict.ts';
import { kindByName } from '../../forms/index.ts';
import { heldNotes, heldWords as words } from '../../i18n/data-requests.ts';
import { dateInWords } from '../../i18n/dates.ts';
import { say, type Lang, type Words } from '../../lib/words.ts';
import type { Site } from '../../sites/site.ts';
import { Notice } from '../../ui/notice.tsx';
import { keep, type View } from '../../ui/view.ts';
import type { OnHeld } from '../../workflow/define.ts';

/** What a step reaches; null: the phone on file has not been shown to be its sender's. */
export type HeldView = HeldList | null;

const same = (text: string): Words => ({ zh: text, en: text });
const HAPPENS: Record<Exclude<OnHeld, 'erase'>, Words> = { give: words.given, correct: words.corrected };

function happens(onHeld: OnHeld, { verdict }: HeldLine, lang: Lang): string {
  if (onHeld !== 'erase') return say(HAPPENS[onHeld], lang);
  return say(words[verdict.is], lang, verdict.is === 'kept' ? { until: dateInWords(verdict.until, lang) } : {});
}

const verdictsOf = ({ lines, others }: HeldList): Verdict[] => [...lines.map(({ verdict }) => verdict), ...others];
const goes = ({ is }: Verdict): boolean => is === 'goes';

/** Before a step that reaches everything held of a person: each matter, and what will happen to it. */
export const HeldTable: FC<{ held: HeldView; onHeld: OnHeld; lang: Lang }> = ({ held, onHeld, lang }) => (
  <section class="held" aria-labelledby="held">
    <h2 id="held">{say(words.title, lang)}</h2>
    {held === null ? (
      <Notice tone="bad">
        <p>{say(words.notShown, lang)}</p>
      </Notice>
    ) : (
      <>
        <p class="hint">{say(verdictsOf(held).length === 0 ? words.none : words.lead, lang)}</p>
        {onHeld === 'erase' && !verdictsOf(held).some(goes) && (
          <Notice tone="soon">
            <p>{say(words.nothingGoes, lang)}</p>
          </Notice>
        )}
        {held.lines.length > 0 && (
          <table>
            <thead>
              <tr>
                {[words.number, words.kind, words.state, words.happens].map((head) => (
                  <th scope="col">{say(head, lang)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {held.lines.map((line) => {
                const kind = kindByName(line.kind);
                const state = kind?.workflow.states[line.state];
                return (
                  <tr class={onHeld === 'erase' && goes(line.verdict) ? 'goes' : undefined}>
                    <td>{line.receipt}</td>
                    <td>{kind ? say(kind.label, lang) : line.kind}</td>
                    <td>{state ? say(state.label, lang) : line.state}</td>
                    <td>{happens(onHeld, line, lang)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
        {held.others.length > 0 && <p>{say(words.others, lang, { n: held.others.length })}</p>}
      </>
    )}
  </section>
);

/** A step that wants a fresh proof of who takes it: what was typed stays in the page meanwhile. */
export const ProveFirst: FC<{ view: View }> = ({ view }) => (
  <div role="alert">
    <Notice tone="soon">
      <p>{say(words.prove, view.lang)}</p>
      <p>
        <a href={keep(view, '/staff/prove?to=/staff/account')} target="_blank" rel="noopener">
          {say(words.proveLink, view.lang)}
        </a>
      </p>
    </Notice>
  </div>
);

/** Longer lists would not fit what may be said in one step. */
const MOST_NAMED = 40;

const named = (texts: readonly string[]): string =>
  `${texts.slice(0, MOST_NAMED).join('、')}${texts.length > MOST_NAMED ? ' 等' : ''}`;

function staying({ receipt, verdict }: HeldLine): string {
  const number = { number: receipt };
  if (verdict.is === 'under-way') return say(same(heldNotes.staysUnderWay), 'zh', number);
  if (verdict.is === 'kept')
    return say(same(heldNotes.staysKept), 'zh', { ...number, until: dateInWords(verdict.until, 'zh') });
  return say(same(heldNotes.staysNotSettled), 'zh', number);
}

/** What the officer's words to the person begin with, from what the step reaches. */
export function noteFor(onHeld: OnHeld, held: HeldList, { settings }: Site): string {
  const all = verdictsOf(held);
  if (onHeld !== 'erase')
    return say(same(heldNotes[onHeld]), 'zh', { n: all.length, days: settings.dataRequests.copyDays });
  const going = held.lines.filter(({ verdict }) => goes(verdict)).map(({ receipt }) => receipt);
  const others = held.others.filter(goes).length;
  const staysUnnamed = held.others.length - others;
  const kept = [
    ...held.lines.filter(({ verdict }) => !goes(verdict)).map(staying),
    ...(staysUnnamed > 0 ? [say(same(heldNotes.staysOthers), 'zh', { n: staysUnnamed })] : []),
  ];
  return [
    going.length > 0 && say(same(heldNotes.erase), 'zh', { n: going.length, gone: named(going) }),
    others > 0 && say(same(going.length > 0 ? heldNotes.eraseOthers : heldNotes.eraseUnnamed), 'zh', { n: others }),
    going.length + others === 0 && heldNotes.eraseNone,
    kept.length > 0 && say(same(heldNotes.stays), 'zh', { kept: named(kept) }),
  ]
    .filter((sentence) => sentence !== false)
    .join('');
}
