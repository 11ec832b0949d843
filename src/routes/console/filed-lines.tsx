import type { FC } from 'hono/jsx';
import type { FiledLine } from '../../cases/behalf/lists.ts';
import { formByKind } from '../../forms/index.ts';
import { behalfWords as words, manners, type Manner } from '../../i18n/behalf.ts';
import { caseWords } from '../../i18n/cases.ts';
import { momentInWords } from '../../i18n/dates.ts';
import { shanghaiTime } from '../../lib/clock.ts';
import { say } from '../../lib/words.ts';
import { siteById } from '../../sites/index.ts';
import { keep, type View } from '../../ui/view.ts';
import { caseTitle } from '../dev/case-title.ts';
import type { Names } from './case-timeline.tsx';

const DAY = 86_400_000;

interface FiledLines {
  view: View;
  lines: readonly FiledLine[];
  next: string | null;
  now: number;
  /** Address of the list itself, for its next page. */
  list: string;
  pathOf(line: FiledLine): string;
  /** Where others filed them: who. */
  names?: Names;
}

/** How it stands with the confirmation; late after the days the county allows. */
const Mark: FC<{ line: FiledLine; now: number; view: View }> = ({ line, now, view: { lang } }) => {
  if (line.confirmedAt !== null) return <span class="standing">{say(words.settled, lang)}</span>;
  const days = siteById(line.site)?.settings.confirmWithinDays ?? 0;
  const late = now - line.submittedAt > days * DAY;
  return (
    <span class={late ? 'unconfirmed late' : 'unconfirmed'}>
      {late ? say(words.overdue, lang, { days }) : say(words.unconfirmed, lang)}
    </span>
  );
};

/** Filings, one a line: what, by whom and how, and whether it stands. */
export const FiledLines: FC<FiledLines> = ({ view, lines, next, now, list, pathOf, names }) => {
  const { lang } = view;
  return (
    <>
      <ul class="rows filed">
        {lines.map((line) => {
          const at = momentInWords(shanghaiTime(line.submittedAt), lang);
          const manner = say(manners[line.manner as Manner], lang);
          return (
            <li>
              <p>
                <a href={keep(view, pathOf(line))}>{caseTitle(line, formByKind(line.kind), lang)}</a>
                <br />
                <span class="small">
                  {line.receipt} · {say(words.filedAt, lang, { at, manner })}
                  {names &&
                    ` · ${say(words.filer, lang, { name: names.get(line.filer) ?? say(caseWords.byFormer, lang) })}`}
                  {names && ` · ${say(line.hasCode === 1 ? words.byPhone : words.byWitness, lang)}`}
                </span>
              </p>
              <Mark {...{ line, now, view }} />
            </li>
          );
        })}
      </ul>
      {next !== null && (
        <p class="paging">
          <a href={keep(view, `${list}?after=${next}`)} rel="next">
            {say(caseWords.next, lang)}
          </a>
        </p>
      )}
    </>
  );
};
