import type { Child, FC } from 'hono/jsx';
import { whyNotJoined } from '../../cases/matter/joinable.ts';
import { oddSentences } from '../../cases/matter/sentences.ts';
import { toldBy, wholeText } from '../../cases/matter/words-of.ts';
import type { StaffCase } from '../../cases/staff-view.ts';
import { caseWords } from '../../i18n/cases.ts';
import { matterWords as words, notJoinedWords } from '../../i18n/matter.ts';
import { say } from '../../lib/words.ts';
import { ButtonLink } from '../../ui/buttons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { keep, type View } from '../../ui/view.ts';
import { caseInWords, type OneCase } from './case-page.tsx';
import { casePath } from './case-path.ts';
import { ClockBadge } from './clock-badge.tsx';
import { ConsolePage } from './console-page.tsx';

const comparing = (one: OneCase, other: OneCase): string =>
  `${casePath(one.found.row.receipt)}/matter/${other.found.row.receipt.toLowerCase()}`;

/** The text of a filing with what the other does not say marked; only ever text. */
function marked(text: string, other: string): Child[] {
  const odd = oddSentences(text, [other]);
  let rest = text;
  const pieces: Child[] = [];
  for (const sentence of odd) {
    const at = rest.indexOf(sentence);
    if (at < 0) continue;
    pieces.push(rest.slice(0, at), <mark>{sentence}</mark>);
    rest = rest.slice(at + sentence.length);
  }
  return [...pieces, rest];
}

const Filing: FC<{ one: OneCase; other: StaffCase; view: View }> = ({ one, other, view }) => {
  const { row, today } = one.found;
  const [told, against] = [toldBy(row), toldBy(other.row)];
  return (
    <section class="filing">
      <h2>
        <a href={keep(view, casePath(row.receipt))}>{row.title}</a>
      </h2>
      <p class="hint">{caseInWords(one)}</p>
      <p>
        <ClockBadge dueDate={row.dueDate} today={today} lang={view.lang} />
      </p>
      {told && against && <p class="text">{marked(told.text, wholeText(against))}</p>}
    </section>
  );
};

/** Two filings side by side, and what one can do about them. */
export const ComparePage: FC<{ one: OneCase; other: OneCase; failed?: string }> = ({ one, other, failed }) => {
  const { view, account } = one;
  const { lang } = view;
  const both = [one, other] as const;
  const [a, b] = [one.found, other.found];
  // Whichever may lead, the one opened from comes second: what is found is mostly the older.
  const ways = [
    { lead: b.row.receipt, why: whyNotJoined(b, a) },
    { lead: a.row.receipt, why: whyNotJoined(a, b) },
  ].toSorted((x, y) => Number(x.why !== null) - Number(y.why !== null));
  const possible = ways.filter(({ why }) => why === null);
  const why = ways[0]?.why ?? null;
  const seen = (
    <>
      <input type="hidden" name="seen" value={String(a.row.seq)} />
      <input type="hidden" name="seenOther" value={String(b.row.seq)} />
    </>
  );
  return (
    <ConsolePage {...{ view, account }} title={say(words.compareTitle, lang)} description={caseInWords(one)}>
      {failed !== undefined && (
        <div role="alert">
          <Notice tone="bad">
            <p>{failed}</p>
          </Notice>
        </div>
      )}
      <p class="hint">{say(words.compareHint, lang)}</p>
      <div class="filings">
        <Filing one={one} other={b} view={view} />
        <Filing one={other} other={a} view={view} />
      </div>
      {why !== null && (
        <Notice>
          <p>{say(notJoinedWords[why], lang)}</p>
        </Notice>
      )}
      {possible.length > 0 && (
        <form method="post" action={keep(view, `${comparing(one, other)}/join`)}>
          {seen}
          <fieldset>
            <legend class="label">{say(words.lead, lang)}</legend>
            <p class="hint">{say(words.leadHint, lang)}</p>
            <div class="picks">
              {possible.map(({ lead }, index) => (
                <div class="pick">
                  <input type="radio" name="lead" id={`lead-${index}`} value={lead} checked={index === 0} required />
                  <label for={`lead-${index}`}>
                    {lead} {both.find(({ found }) => found.row.receipt === lead)?.found.row.title}
                  </label>
                </div>
              ))}
            </div>
          </fieldset>
          <button class="button">{say(words.join, lang)}</button>
        </form>
      )}
      <form method="post" class="link" action={keep(view, `${comparing(one, other)}/link`)}>
        {seen}
        <p class="hint">{say(words.linkHint, lang)}</p>
        <button class="button quiet">{say(words.link, lang)}</button>
      </form>
      <p class="turn-back">
        <ButtonLink href={keep(view, casePath(a.row.receipt))} label={say(caseWords.back, lang)} quiet />
      </p>
    </ConsolePage>
  );
};

/** Asks why a filing goes its own road again. */
export const PartPage: FC<{ one: OneCase; typed?: string; failed?: string }> = ({ one, typed = '', failed }) => {
  const { view, account, found } = one;
  const { lang } = view;
  return (
    <ConsolePage {...{ view, account }} title={say(words.partTitle, lang)} description={caseInWords(one)}>
      {failed !== undefined && (
        <div role="alert">
          <Notice tone="bad">
            <p id="remark-error">{failed}</p>
          </Notice>
        </div>
      )}
      <form method="post" action={keep(view, `${casePath(found.row.receipt)}/matter/part`)}>
        <input type="hidden" name="seen" value={String(found.row.seq)} />
        <div class="said internal">
          <p class="audience">{say(caseWords.internal, lang)}</p>
          <label class="label" for="remark">
            {say(words.partWhy, lang)}
          </label>
          <p class="hint" id="remark-hint">
            {say(words.partHint, lang)}
          </p>
          <textarea
            id="remark"
            name="remark"
            rows={4}
            required
            maxlength={2000}
            aria-describedby={failed === undefined ? 'remark-hint' : 'remark-error remark-hint'}
          >
            {typed}
          </textarea>
        </div>
        <button class="button">{say(words.part, lang)}</button>
      </form>
      <p class="turn-back">
        <ButtonLink href={keep(view, casePath(found.row.receipt))} label={say(caseWords.back, lang)} quiet />
      </p>
    </ConsolePage>
  );
};
