import type { FC } from 'hono/jsx';
import { messageWords as words } from '../../i18n/messages.ts';
import { say, type Lang } from '../../lib/words.ts';
import { messageLimits, type MessageLimits } from '../../sites/message-limits.ts';

function valueInWords(value: MessageLimits[keyof MessageLimits], above: string, lang: Lang): string {
  if (value === null) return say(words.noLimit, lang);
  if (typeof value === 'number') return say(words.limit, lang, { value, above });
  return say(words.only, lang, { codes: value.map((code) => `+${code}`).join(', '), above });
}

/** The limits of a county's messages, with what happens above each. */
export const Limits: FC<{ limits: MessageLimits; lang: Lang }> = ({ limits, lang }) => (
  <section class="way">
    <h2>{say(words.limits, lang)}</h2>
    <p class="hint">{say(words.limitsHint, lang)}</p>
    <dl class="facts">
      {(Object.keys(messageLimits) as (keyof MessageLimits)[]).map((name) => (
        <>
          <dt>{say(messageLimits[name].label, lang)}</dt>
          <dd>{valueInWords(limits[name], say(messageLimits[name].above, lang), lang)}</dd>
        </>
      ))}
    </dl>
  </section>
);
