import type { FC } from 'hono/jsx';
import type { MatterView, Member, Named } from '../../cases/matter/bundle.ts';
import { settlements } from '../../cases/matter/odd.ts';
import type { Suggestion } from '../../cases/matter/suggest.ts';
import { dateInWords } from '../../i18n/dates.ts';
import { matterWords as words, settlementWords } from '../../i18n/matter.ts';
import type { CaseKind } from '../../forms/define.ts';
import { say, type Lang } from '../../lib/words.ts';
import { keep, type View } from '../../ui/view.ts';
import { casePath } from './case-path.ts';
import { ClockBadge } from './clock-badge.tsx';

export interface CaseMatter {
  matter: MatterView;
  receipt: string;
  form: CaseKind;
  view: View;
  today: string;
  /** Whether whoever looks joins, parts and notes; others only read. */
  joins: boolean;
}

const stateIn = ({ workflow }: CaseKind, state: string, lang: Lang): string => {
  const known = workflow.states[state];
  return known ? say(known.label, lang) : state;
};

const Link: FC<{ one: Named; form: CaseKind; view: View }> = ({ one: { receipt, title, state }, form, view }) => (
  <>
    <a href={keep(view, casePath(receipt))}>{title || receipt}</a>{' '}
    <span class="hint">
      {receipt} · {stateIn(form, state, view.lang)}
    </span>
  </>
);

/** Beside the clock: whom a case follows, how many follow it and what that means for the date, and what it is linked to. */
export const MatterLines: FC<CaseMatter> = ({ matter, receipt, form, view, joins }) => {
  const { lang } = view;
  const { follows, total, told, earliest, linked } = matter;
  if (follows === null && total === 0 && linked.length === 0) return null;
  return (
    <section class="matter-lines" aria-label={say(words.bundle, lang, { total })}>
      {follows === 'beyond' && <p>{say(words.followsBeyond, lang)}</p>}
      {follows !== null && follows !== 'beyond' && (
        <p>
          {say(words.follows, lang)}
          <Link one={follows} {...{ form, view }} />
        </p>
      )}
      {follows !== null && <p class="hint">{say(words.followsHint, lang)}</p>}
      {follows !== null && joins && form.matter && (
        <p>
          <a href={keep(view, `${casePath(receipt)}/matter/part`)}>{say(words.part, lang)}</a>
        </p>
      )}
      {total > 0 && (
        <>
          <p>
            <a href="#bundle">{say(words.bundle, lang, { total })}</a> · {say(words.toldAll, lang, { told, total })}
          </p>
          {earliest !== null && <p>{say(words.earliest, lang, { date: dateInWords(earliest, lang) })}</p>}
        </>
      )}
      {linked.map((one) => (
        <p>
          {say(words.linked, lang)}
          <Link {...{ one, form, view }} />
        </p>
      ))}
    </section>
  );
};

/** Below what was sent: those that follow this case, with what each alone says; then what may be the same matter. */
export const MatterPanel: FC<CaseMatter> = (props) => {
  const { matter, view } = props;
  const { lang } = view;
  const { members, total, suggested } = matter;
  return (
    <>
      {total > 0 && (
        <section class="bundle" id="bundle">
          <h2>{say(words.bundle, lang, { total })}</h2>
          <ol>
            {members.map((one) => (
              <MemberLine {...props} one={one} />
            ))}
          </ol>
          {total > members.length && <p class="hint">{say(words.beyond, lang, { count: total - members.length })}</p>}
        </section>
      )}
      {suggested.length > 0 && <Suggested {...props} />}
    </>
  );
};

const MemberLine: FC<CaseMatter & { one: Member }> = ({ one, form, view, today, receipt: lead, joins }) => {
  const { lang } = view;
  const { receipt, title, state, dueDate, sender, told, seq, odd } = one;
  return (
    <li id={receipt.toLowerCase()}>
      <p>
        <a href={keep(view, casePath(receipt))}>{title || receipt}</a>
      </p>
      <p class="facts">
        <span class="receipt-number">{receipt}</span> <span>{sender}</span> <span>{stateIn(form, state, lang)}</span>{' '}
        <ClockBadge dueDate={dueDate} today={today} lang={lang} />
        {!told && <span class="clock soon">{say(words.waiting, lang)}</span>}
      </p>
      {odd.map(({ mark, text, settled }) => (
        <div class="said internal">
          <p class="audience">{say(words.odd, lang)}</p>
          <p class="text">{text}</p>
          {settled !== null && <p class="settled">✓ {say(settlementWords[settled], lang)}</p>}
          {joins && (
            <form method="post" class="settle" action={keep(view, `${casePath(receipt)}/matter/settle`)}>
              <input type="hidden" name="seen" value={String(seq)} />
              <input type="hidden" name="sentence" value={mark} />
              <input type="hidden" name="lead" value={lead} />
              {settlements
                .filter((how) => how !== settled)
                .map((how) => (
                  <button
                    class="button quiet"
                    name="how"
                    value={how}
                    aria-label={`${say(settlementWords[how], lang)}: ${text}`}
                  >
                    {say(settlementWords[how], lang)}
                  </button>
                ))}
            </form>
          )}
        </div>
      ))}
    </li>
  );
};

const Suggested: FC<CaseMatter> = ({ matter: { suggested }, receipt, form, view, joins }) => {
  const { lang } = view;
  const { matter } = form;
  const pending = suggested.some(({ samePhone, open }) => samePhone && open);
  return (
    <section class="suggested">
      <h2>{say(words.suggested, lang)}</h2>
      <p class="hint">{say(words.suggestedHint, lang)}</p>
      {pending && matter && (
        <p>
          {say(words.pending, lang)}{' '}
          {joins && (
            <a href={keep(view, `${casePath(receipt)}/${matter.repeated.action}?repeated`)}>
              {say(words.refuse, lang)}
            </a>
          )}
        </p>
      )}
      <ol>
        {suggested.map((one) => (
          <SuggestionLine {...{ one, receipt, form, view, joins }} />
        ))}
      </ol>
    </section>
  );
};

/** A share of words in common says little to a clerk; three steps do. */
const howAlike = (share: number) => (share >= 0.8 ? 'mostlySame' : share >= 0.35 ? 'muchAlike' : 'partlyAlike');

const SuggestionLine: FC<Omit<CaseMatter, 'matter' | 'today'> & { one: Suggestion }> = (props) => {
  const { one, receipt, form, view, joins } = props;
  const { lang } = view;
  const why = [...(one.samePhone ? [say(words.samePhone, lang)] : []), say(words[howAlike(one.alike)], lang)];
  return (
    <li>
      <p>
        <Link {...{ one, form, view }} />
      </p>
      <p class="why">{why.join(' · ')}</p>
      {one.odd.length > 0 && (
        <p>
          <span class="hint">{say(words.saysMore, lang)}</span> {one.odd.join('')}
        </p>
      )}
      {joins && (
        <a
          class="button quiet"
          href={keep(view, `${casePath(receipt)}/matter/${one.receipt.toLowerCase()}`)}
          aria-label={say(words.compareWith, lang, { receipt: one.receipt })}
        >
          {say(words.compare, lang)}
        </a>
      )}
    </li>
  );
};
