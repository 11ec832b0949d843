import { Hono, type Context } from 'hono';
import type { AppEnv } from '../../context.ts';
import type { Json } from '../../forms/define.ts';
import { messageWords as words } from '../../i18n/messages.ts';
import { describeProblems } from '../../i18n/problems.ts';
import { choice, longtext, readForm, readGroup, type Problem } from '../../lib/fields/index.ts';
import { say, type Words } from '../../lib/words.ts';
import { switchMessages, type Switch } from '../../notify/stops/switch.ts';
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

const PATH = '/staff/messages';
const EVERY = 'every';

/** Each direction in its words. */
const WAYS: Record<Switch['to'], { title: Words; lead: Words; send: Words; nothing: Words }> = {
  stop: { title: words.stopTitle, lead: words.stopLead, send: words.stopNow, nothing: words.stoodSo },
  resume: { title: words.resumeTitle, lead: words.resumeLead, send: words.resumeNow, nothing: words.ranSo },
};

const asksOf = (sites: readonly Site[]) => ({
  site: choice({
    label: words.place,
    options: [...sites.map(({ id, name }) => ({ value: id, label: name })), { value: EVERY, label: words.all }],
  }),
  channel: choice({
    label: words.channel,
    options: [
      { value: 'both', label: words.both },
      { value: 'sms', label: words.sms },
      { value: 'email', label: words.email },
    ],
  }),
  reason: longtext({ label: words.reason, hint: words.reasonHint, min: 4, max: 500 }),
});

interface Shown {
  raw: Json;
  problems?: readonly Problem[];
  /** All that was chosen stood so already. */
  nothing?: boolean;
}

function page(c: Context<AppEnv>, to: Switch['to'], { raw, problems = [], nothing }: Shown, status: 200 | 409 | 422) {
  const view = viewOf(c);
  const { lang } = view;
  const asks = asksOf(c.get('deps').sites);
  const { title, lead, send, nothing: said } = WAYS[to];
  return c.html(
    <ConsolePage
      {...{ view, account: c.get('signedIn').account }}
      title={say(title, lang)}
      description={say(lead, lang)}
    >
      <ErrorSummary lang={lang} problems={describeProblems(problems, asks, lang)} />
      {nothing && (
        <div role="alert">
          <Notice tone="bad">
            <p>{say(said, lang)}</p>
          </Notice>
        </div>
      )}
      <form method="post" action={keep(view, `${PATH}/${to}`)}>
        <FieldsView fields={asks} values={raw} {...{ problems, lang }} />
        <button class="button">{say(send, lang)}</button>
      </form>
      <p class="turn-back">
        <ButtonLink href={keep(view, PATH)} label={say(words.back, lang)} quiet />
      </p>
    </ConsolePage>,
    status,
  );
}

async function take(c: Context<AppEnv>, to: Switch['to']) {
  const { sites, tools } = c.get('deps');
  const posted = await postedForm(c);
  if (!posted.ok) return answerRefusal(c, posted.error);
  const asks = asksOf(sites);
  const raw: Json = readForm(asks, posted.value);
  const { value, problems } = readGroup(asks, raw);
  if (problems.length > 0) return page(c, to, { raw, problems }, 422);
  const { site, channel, reason } = value as { site: string; channel: 'both' | 'sms' | 'email'; reason: string };
  const switched = await switchMessages(tools, {
    to,
    sites: sites.map(({ id }) => id).filter((id) => site === EVERY || id === site),
    channels: channel === 'both' ? ['sms', 'email'] : [channel],
    reason,
    by: `staff:${c.get('signedIn').account.id}`,
  });
  return switched.ok ? c.redirect(keep(viewOf(c), PATH), 303) : page(c, to, { raw, nothing: true }, 409);
}

const first = (c: Context<AppEnv>): Json => {
  const site = c.req.query('site');
  return { channel: 'both', ...(site !== undefined && { site }) };
};

/** The kill switch: thrown and lifted by administrators, with a fresh proof and a reason. */
export const stopPages = new Hono<AppEnv>()
  .use(`/messages/stop`, needs('messages.stop'), freshProof(`${PATH}/stop`))
  .use(`/messages/resume`, needs('messages.stop'), freshProof(`${PATH}/resume`))
  .get('/messages/stop', (c) => page(c, 'stop', { raw: first(c) }, 200))
  .post('/messages/stop', (c) => take(c, 'stop'))
  .get('/messages/resume', (c) => page(c, 'resume', { raw: first(c) }, 200))
  .post('/messages/resume', (c) => take(c, 'resume'));
