import type { FC } from 'hono/jsx';
import type { Present } from '../../cases/presence/presence.ts';
import { forecast } from '../../cases/together/forecast.ts';
import type { PickedCase } from '../../cases/together/picked.ts';
import type { Json } from '../../forms/define.ts';
import { dateInWords } from '../../i18n/dates.ts';
import { togetherWords as words } from '../../i18n/together.ts';
import { nodeAt, type Fields } from '../../lib/fields/index.ts';
import { say, type Lang } from '../../lib/words.ts';
import { keep } from '../../ui/view.ts';
import type { Transition } from '../../workflow/define.ts';
import { asksByReader } from '../../workflow/said.ts';
import { AUDIENCES, typedFor } from './action-page.tsx';
import { Spoken } from './case-timeline.tsx';
import { ConsolePage } from './console-page.tsx';
import { inWords } from './here.tsx';
import { heldInWords, KeptPicks, PickedLines, stateInWords } from './picked-lines.tsx';
import { BackToList, Cannot, type Together } from './together-page.tsx';

interface SurePage extends Together {
  /** As it was typed, and read without a problem. */
  raw: Json;
  /** Who else has which case open, by its id. */
  present: ReadonlyMap<string, readonly Present[]>;
  now: number;
}

/** What the action will do to one case, in a few words each. */
function forecastInWords(one: PickedCase, taken: Transition, raw: Json, asks: Fields, lang: Lang): string[] {
  const { to, due, joined, unsaid } = forecast(one, taken, Object.keys(raw));
  const from = stateInWords(one, lang);
  const before = one.stored.row.dueDate;
  return [
    to === undefined
      ? say(words.stays, lang, { state: from })
      : say(words.becomes, lang, { from, to: stateInWords(one, lang, to) }),
    ...(due === null ? (before === null ? [] : [say(words.noDue, lang)]) : [dueInWords(due, lang)]),
    ...heldInWords(one, lang),
    ...(joined > 0 ? [say(words.joined, lang, { count: joined })] : []),
    ...unsaid.map((name) => say(words.unsaid, lang, { label: labelOf(asks, name, lang) })),
  ];
}

const dueInWords = (date: string, lang: Lang): string => say(words.due, lang, { date: dateInWords(date, lang) });

function labelOf(asks: Fields, name: string, lang: Lang): string {
  const node = nodeAt(asks, name);
  return node?.label ? say(node.label, lang) : name;
}

/** Codes and names as typed; words for the resident and among colleagues each on their own ground. */
const Filled: FC<{ asks: Fields; raw: Json; lang: Lang }> = ({ asks, raw, lang }) => {
  const { rest } = asksByReader(asks);
  const typed = Object.keys(rest).filter((name) => raw[name] !== undefined);
  return (
    <section class="filled" aria-labelledby="filled">
      <h2 id="filled">{say(words.filled, lang)}</h2>
      {Object.keys(raw).length === 0 && <p class="hint">{say(words.nothingFilled, lang)}</p>}
      {typed.length > 0 && (
        <dl class="brief">
          {typed.map((name) => (
            <>
              <dt>{labelOf(asks, name, lang)}</dt>
              <dd>{String(raw[name])}</dd>
            </>
          ))}
        </dl>
      )}
      {AUDIENCES.map(([audience, reader]) => {
        const said = typedFor(reader, raw);
        return Object.keys(said).length > 0 ? <Spoken {...{ audience, said, lang }} /> : null;
      })}
    </section>
  );
};

/** Before it is done: what will happen to each case, which it is not possible in, and why. */
export const SurePage: FC<SurePage> = (props) => {
  const { view, account, action, picked, list, can, asks, raw, present, now } = props;
  const { lang } = view;
  const said = { action: say(action.label, lang), count: can.length };
  const lines = can.map(({ one, taken }) => {
    const here = (present.get(one.stored.row.id) ?? []).map((other) => inWords(other, now, lang));
    return { one, notes: [...forecastInWords(one, taken, raw, asks, lang), ...here] };
  });
  const path = `/staff/together/${action.id}`;
  return (
    <ConsolePage {...{ view, account }} title={say(words.sureTitle, lang, said)} description={say(words.lead, lang)}>
      <Filled {...{ asks, raw, lang }} />
      <PickedLines {...{ view, lines }} id="can" title={say(words.can, lang, said)} />
      <Cannot {...props} />
      <form method="post" class="sure" action={keep(view, `${path}/take`)}>
        <KeptPicks {...{ picked, list }} />
        {Object.entries(raw).map(([name, value]) => (
          <input type="hidden" {...{ name }} value={String(value)} />
        ))}
        <button class="button">{say(words.sure, lang, said)}</button>
        <button class="button quiet" name="change" value="1" formaction={keep(view, path)}>
          {say(words.change, lang)}
        </button>
      </form>
      <BackToList {...{ view, list }} />
    </ConsolePage>
  );
};
