import { Hono, type Context } from 'hono';
import type { AppEnv } from '../../context.ts';
import type { Json } from '../../forms/define.ts';
import { codeWords as words } from '../../i18n/codes.ts';
import { messageWords } from '../../i18n/messages.ts';
import { describeProblems } from '../../i18n/problems.ts';
import { choice, longtext, readForm, readGroup, type Problem } from '../../lib/fields/index.ts';
import { say } from '../../lib/words.ts';
import { liftPause } from '../../notify/codes/pause.ts';
import type { Site } from '../../sites/site.ts';
import { ButtonLink } from '../../ui/buttons.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FieldsView } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { keep } from '../../ui/view.ts';
import { postedForm } from '../public/posted.ts';
import { viewOf } from '../public/view.ts';
import { answerRefusal } from '../refusal.tsx';
import { ConsolePage } from './console-page.tsx';
import { freshProof, needs } from './guards.ts';

const BACK = '/staff/messages';
const PATH = `${BACK}/resume-codes`;

const asksOf = (sites: readonly Site[]) => ({
  site: choice({ label: messageWords.place, options: sites.map(({ id, name }) => ({ value: id, label: name })) }),
  reason: longtext({ label: messageWords.reason, hint: messageWords.reasonHint, min: 4, max: 500 }),
});

interface Shown {
  raw: Json;
  problems?: readonly Problem[];
  /** The codes of the county chosen were not stopped. */
  nothing?: boolean;
}

function page(c: Context<AppEnv>, { raw, problems = [], nothing }: Shown, status: 200 | 409 | 422) {
  const view = viewOf(c);
  const { lang } = view;
  const asks = asksOf(c.get('deps').sites);
  return c.html(
    <ConsolePage
      {...{ view, account: c.get('signedIn').account }}
      title={say(words.resumeTitle, lang)}
      description={say(words.resumeLead, lang)}
    >
      <ErrorSummary lang={lang} problems={describeProblems(problems, asks, lang)} />
      {nothing && (
        <div role="alert">
          <Notice tone="bad">
            <p>{say(words.ranSo, lang)}</p>
          </Notice>
        </div>
      )}
      <form method="post" action={keep(view, PATH)}>
        <FieldsView fields={asks} values={raw} {...{ problems, lang }} />
        <button class="button">{say(words.resumeNow, lang)}</button>
      </form>
      <p class="turn-back">
        <ButtonLink href={keep(view, BACK)} label={say(messageWords.back, lang)} quiet />
      </p>
    </ConsolePage>,
    status,
  );
}

async function take(c: Context<AppEnv>) {
  const { sites, tools } = c.get('deps');
  const posted = await postedForm(c);
  if (!posted.ok) return answerRefusal(c, posted.error);
  const asks = asksOf(sites);
  const raw: Json = readForm(asks, posted.value);
  const { value, problems } = readGroup(asks, raw);
  if (problems.length > 0) return page(c, { raw, problems }, 422);
  const { site, reason } = value as { site: string; reason: string };
  const lifted = await liftPause(tools, { site, reason, by: `staff:${c.get('signedIn').account.id}` });
  return lifted.ok ? c.redirect(keep(viewOf(c), BACK), 303) : page(c, { raw, nothing: true }, 409);
}

/** Lets the codes of a county go again: by administrators, with a fresh proof and a reason. */
export const codesResumePages = new Hono<AppEnv>()
  .use('/messages/resume-codes', needs('messages.stop'), freshProof(PATH))
  .get('/messages/resume-codes', (c) => page(c, { raw: { site: c.req.query('site') ?? '' } }, 200))
  .post('/messages/resume-codes', (c) => take(c));
