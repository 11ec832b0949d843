import type { FC } from 'hono/jsx';
import { momentInWords, dateInWords } from '../i18n/dates.ts';
import { timeline } from '../i18n/timeline.ts';
import { say, type Lang } from '../lib/words.ts';

export interface TimelineEntry {
  state: 'done' | 'now' | 'to-come';
  /** A sentence, never a status code. */
  label: string;
  /** RFC 3339 for what happened, `YYYY-MM-DD` for what is to come. */
  at?: string;
  note?: string;
  /** The same in its parts, each under what it is. */
  parts?: readonly { label: string; text: string }[];
}

/** What happened and what comes, newest first as given. Shape and an unseen word say the state, not colour alone. */
export const Timeline: FC<{ entries: readonly TimelineEntry[]; lang: Lang }> = ({ entries, lang }) => (
  <ol class="timeline">
    {entries.map(({ state, label, at, note, parts }) => (
      <li class={state} aria-current={state === 'now' ? 'step' : undefined}>
        <p class="what">
          <span class="unseen">{say(timeline[state], lang)}: </span>
          {label}
        </p>
        {at && (
          <p class="when">
            <time datetime={at}>{at.length > 10 ? momentInWords(at, lang) : dateInWords(at, lang)}</time>
          </p>
        )}
        {note && !parts && <p class="note">{note}</p>}
        {parts && (
          <dl class="parts">
            {parts.map((part) => (
              <>
                <dt>{part.label}</dt>
                <dd>{part.text}</dd>
              </>
            ))}
          </dl>
        )}
      </li>
    ))}
  </ol>
);
