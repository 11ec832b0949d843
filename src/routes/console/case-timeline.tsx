import type { FC } from 'hono/jsx';
import { RECUSAL_LIFTED, RECUSED } from '../../cases/recuse.ts';
import { behalfEvent } from '../../cases/behalf/from-chain.ts';
import { isSettlement } from '../../cases/matter/odd.ts';
import { REVEALED } from '../../cases/reveal.ts';
import { settledSentence } from '../../cases/settled-words.ts';
import type { StaffCase } from '../../cases/staff-view.ts';
import { jsonOf } from '../../cases/stored.ts';
import type { CaseKind } from '../../forms/define.ts';
import { dataRequestEvents } from '../../i18n/data-requests.ts';
import { ledgerWords } from '../../i18n/ledger.ts';
import { caseWords as words, isRevealReason, revealReasons } from '../../i18n/cases.ts';
import { exportReasons, exportWords, isExportReason } from '../../i18n/export.ts';
import { matterSteps, matterWords, settlementWords } from '../../i18n/matter.ts';
import { momentInWords } from '../../i18n/dates.ts';
import { isTaskEvent, taskEventInWords } from './task-events.ts';
import { recusal } from '../../i18n/recusal.ts';
import { shanghaiTime } from '../../lib/clock.ts';
import { say, type Lang } from '../../lib/words.ts';
import { paragraphsOf, type Said } from '../../workflow/said.ts';

type CaseEvent = StaffCase['events'][number];

/** Names of accounts by id. */
export type Names = ReadonlyMap<string, string>;

function actorInWords(actor: string, names: Names, lang: Lang): string {
  if (actor === 'citizen') return say(words.byCitizen, lang);
  if (actor === 'system') return say(words.bySystem, lang);
  return names.get(actor.replace(/^staff:/, '')) ?? say(words.byFormer, lang);
}

/** What an event is called among staff: by the button that was pressed, and what was chosen on the way. */
function eventInWords(event: CaseEvent, { workflow }: CaseKind, names: Names, lang: Lang): string {
  const behalf = behalfEvent(event);
  if (behalf) return say(behalf, lang);
  const { code, data } = event;
  const codes = jsonOf(data);
  if (code === RECUSED || code === RECUSAL_LIFTED) {
    return say(code === RECUSED ? recusal.event : recusal.liftedEvent, lang, {
      name: names.get(String(codes['account'])) ?? say(recusal.gone, lang),
    });
  }
  if (code === REVEALED) {
    const why = String(codes['why']);
    const reason = isRevealReason(why) ? revealReasons[why] : isExportReason(why) ? exportReasons[why] : null;
    const looked = codes['through'] === 'export' ? exportWords.looked : words.looked;
    return say(looked, lang, { why: reason ? say(reason, lang) : why });
  }
  const step = matterSteps[code];
  if (step) {
    const how = String(codes['how']);
    return say(step, lang, { how: isSettlement(how) ? say(settlementWords[how], lang) : how });
  }
  if (code === 'due-settled') return say(settledSentence(codes), lang);
  if (isTaskEvent(code)) return taskEventInWords(code, codes, lang);
  if (code === 'submitted' || code === 'code-renewed') return say(words[code], lang);
  const own = dataRequestEvents[code];
  if (own) return say(own, lang);
  if (code === 'contact-corrected') return say(ledgerWords.staffEvent, lang);
  const rows = workflow.transitions.filter(({ id }) => id === code);
  const chosen = rows.flatMap(({ asks = {} }) =>
    Object.entries(asks).flatMap(([name, node]) => {
      const option = node.is === 'field' ? node.options?.find(({ value }) => value === codes[name]) : undefined;
      return option ? [say(option.label, lang)] : [];
    }),
  );
  const [row] = rows;
  const reached = workflow.states[String(codes['state'])];
  const born = codes['born'];
  const number = typeof born === 'string' ? [born] : [];
  const named = row ? say(row.label, lang) : reached ? say(reached.label, lang) : code;
  const carried = codes['carried'] === undefined ? [] : [say(matterWords.carried, lang)];
  return [named, ...new Set(chosen), ...number, ...carried].join(' · ');
}

interface CaseTimeline {
  found: StaffCase;
  form: CaseKind;
  names: Names;
  lang: Lang;
  /** Whether what colleagues wrote may be read. */
  inside: boolean;
  /** Only what came after this event. */
  since?: number;
}

/** What happened, newest first: who, when, and the words, those for the resident and those among colleagues apart. */
export const CaseTimeline: FC<CaseTimeline> = ({ found, form, names, lang, inside, since = 0 }) => (
  <ol class="timeline">
    {found.events
      .filter(({ seq }) => seq > since)
      .map((event, index) => {
        const at = shanghaiTime(event.at);
        const [told, among] = [found.notes.get(event.seq), found.remarks.get(event.seq)];
        return (
          <li class={index === 0 ? 'now' : 'done'}>
            <p class="what">{eventInWords(event, form, names, lang)}</p>
            <p class="when">
              <time datetime={at}>{momentInWords(at, lang)}</time> · {actorInWords(event.actor, names, lang)}
            </p>
            {told && <Spoken audience="public" said={told} lang={lang} />}
            {inside && among && <Spoken audience="internal" said={among} lang={lang} />}
          </li>
        );
      })}
  </ol>
);

/** Words on the ground of whom they are for: paper for the resident, yellow among colleagues. */
export const Spoken: FC<{ audience: 'public' | 'internal'; said: Said; lang: Lang }> = ({ audience, said, lang }) => (
  <div class={`said ${audience}`}>
    <p class="audience">{say(words[audience], lang)}</p>
    <dl class="parts">
      {paragraphsOf(said, lang).map(({ heading, text }) => (
        <>
          <dt class={heading === undefined ? 'unseen' : undefined}>{heading ?? say(words[audience], lang)}</dt>
          <dd class="text">{text}</dd>
        </>
      ))}
    </dl>
  </div>
);
