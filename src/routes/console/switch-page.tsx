import type { Context } from 'hono';
import type { AppEnv } from '../../context.ts';
import type { Json } from '../../forms/define.ts';
import { messageWords } from '../../i18n/messages.ts';
import { describeProblems } from '../../i18n/problems.ts';
import { readForm, readGroup, type Fields, type Problem } from '../../lib/fields/index.ts';
import { say, type Words } from '../../lib/words.ts';
import { ButtonLink } from '../../ui/buttons.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FieldsView } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { keep } from '../../ui/view.ts';
import { postedForm } from '../public/posted.ts';
import { viewOf } from '../public/view.ts';
import { answerRefusal } from '../refusal.tsx';
import { ConsolePage } from './console-page.tsx';

/** Where all switches are seen, and where each leads back to. */
export const MESSAGES = '/staff/messages';

/** Something of messages that is stopped or let go: where, what is asked, and in which words. */
export interface Switching {
  path: string;
  asks: Fields;
  words: { title: Words; lead: Words; send: Words; nothing: Words };
}

interface Shown {
  raw: Json;
  problems?: readonly Problem[];
  /** All that was chosen stood so already. */
  nothing?: boolean;
}

/** The question of a switch. */
export function switchPage(
  c: Context<AppEnv>,
  { path, asks, words }: Switching,
  { raw, problems = [], nothing }: Shown,
  status: 200 | 409 | 422 = 200,
) {
  const view = viewOf(c);
  const { lang } = view;
  return c.html(
    <ConsolePage
      {...{ view, account: c.get('signedIn').account }}
      title={say(words.title, lang)}
      description={say(words.lead, lang)}
    >
      <ErrorSummary lang={lang} problems={describeProblems(problems, asks, lang)} />
      {nothing && (
        <div role="alert">
          <Notice tone="bad">
            <p>{say(words.nothing, lang)}</p>
          </Notice>
        </div>
      )}
      <form method="post" action={keep(view, path)}>
        <FieldsView fields={asks} values={raw} {...{ problems, lang }} />
        <button class="button">{say(words.send, lang)}</button>
      </form>
      <p class="turn-back">
        <ButtonLink href={keep(view, MESSAGES)} label={say(messageWords.back, lang)} quiet />
      </p>
    </ConsolePage>,
    status,
  );
}

/** Reads the answer and throws the switch; `done` tells whether that changed anything. */
export async function throwSwitch(
  c: Context<AppEnv>,
  switching: Switching,
  done: (value: Json) => Promise<boolean>,
): Promise<Response> {
  const posted = await postedForm(c);
  if (!posted.ok) return answerRefusal(c, posted.error);
  const raw: Json = readForm(switching.asks, posted.value);
  const { value, problems } = readGroup(switching.asks, raw);
  if (problems.length > 0) return switchPage(c, switching, { raw, problems }, 422);
  if (!(await done(value))) return switchPage(c, switching, { raw, nothing: true }, 409);
  return c.redirect(keep(viewOf(c), MESSAGES), 303);
}
