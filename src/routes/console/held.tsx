import type { FC } from 'hono/jsx';
import type { HeldLine } from '../../cases/personal/held-for.ts';
import { kindByName } from '../../forms/index.ts';
import { heldNotes, heldWords as words } from '../../i18n/data-requests.ts';
import { dateInWords } from '../../i18n/dates.ts';
import { say, type Lang, type Words } from '../../lib/words.ts';
import type { Site } from '../../sites/site.ts';
import { Notice } from '../../ui/notice.tsx';
import { keep, type View } from '../../ui/view.ts';
import type { OnHeld } from '../../workflow/define.ts';

/** What a step reaches; null: the phone on file has not been shown to be its sender's. */
export type HeldView = readonly HeldLine[] | null;

const same = (text: string): Words => ({ zh: text, en: text });
const HAPPENS: Record<Exclude<OnHeld, 'erase'>, Words> = { give: words.given, correct: words.corrected };

function happens(onHeld: OnHeld, { verdict }: HeldLine, lang: Lang): string {
  if (onHeld !== 'erase') return say(HAPPENS[onHeld], lang);
  return say(words[verdict.is], lang, verdict.is === 'kept' ? { until: dateInWords(verdict.until, lang) } : {});
}

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
        <p class="hint">{say(held.length === 0 ? words.none : words.lead, lang)}</p>
        {onHeld === 'erase' && !held.some(({ verdict }) => verdict.is === 'goes') && (
          <Notice tone="soon">
            <p>{say(words.nothingGoes, lang)}</p>
          </Notice>
        )}
        {held.length > 0 && (
          <table>
            <thead>
              <tr>
                {[words.number, words.kind, words.state, words.happens].map((head) => (
                  <th scope="col">{say(head, lang)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {held.map((line) => {
                const kind = kindByName(line.kind);
                const state = kind?.workflow.states[line.state];
                return (
                  <tr class={onHeld === 'erase' && line.verdict.is === 'goes' ? 'goes' : undefined}>
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
export function noteFor(onHeld: OnHeld, held: readonly HeldLine[], { settings }: Site): string {
  if (onHeld !== 'erase')
    return say(same(heldNotes[onHeld]), 'zh', { n: held.length, days: settings.dataRequests.copyDays });
  const going = held.filter(({ verdict }) => verdict.is === 'goes').map(({ receipt }) => receipt);
  const kept = held.filter(({ verdict }) => verdict.is !== 'goes').map(staying);
  const gone = say(same(going.length > 0 ? heldNotes.erase : heldNotes.eraseNone), 'zh', {
    n: going.length,
    gone: named(going),
  });
  return kept.length > 0 ? `${gone}${say(same(heldNotes.stays), 'zh', { kept: named(kept) })}` : gone;
}
