import { Hono, type Context } from 'hono';
import type { AppEnv } from '../../context.ts';
import type { Json } from '../../forms/define.ts';
import { messageWords as words } from '../../i18n/messages.ts';
import { choice, longtext } from '../../lib/fields/index.ts';
import { switchMessages, type Switch } from '../../notify/stops/switch.ts';
import type { Site } from '../../sites/site.ts';
import { freshProof, needs } from './guards.ts';
import { MESSAGES, switchPage, throwSwitch, type Switching } from './switch-page.tsx';

const EVERY = 'every';

/** Each direction in its words. */
const WAYS: Record<Switch['to'], Switching['words']> = {
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

const switchingOf = (c: Context<AppEnv>, to: Switch['to']): Switching => ({
  path: `${MESSAGES}/${to}`,
  asks: asksOf(c.get('deps').sites),
  words: WAYS[to],
});

const take = (c: Context<AppEnv>, to: Switch['to']): Promise<Response> =>
  throwSwitch(c, switchingOf(c, to), async (value) => {
    const { sites, tools } = c.get('deps');
    const { site, channel, reason } = value as { site: string; channel: 'both' | 'sms' | 'email'; reason: string };
    const switched = await switchMessages(tools, {
      to,
      sites: sites.map(({ id }) => id).filter((id) => site === EVERY || id === site),
      channels: channel === 'both' ? ['sms', 'email'] : [channel],
      reason,
      by: `staff:${c.get('signedIn').account.id}`,
    });
    return switched.ok;
  });

const first = (c: Context<AppEnv>): Json => {
  const site = c.req.query('site');
  return { channel: 'both', ...(site !== undefined && { site }) };
};

/** The kill switch: thrown and lifted by administrators, with a fresh proof and a reason. */
export const stopPages = new Hono<AppEnv>()
  .use(`/messages/stop`, needs('messages.stop'), freshProof(`${MESSAGES}/stop`))
  .use(`/messages/resume`, needs('messages.stop'), freshProof(`${MESSAGES}/resume`))
  .get('/messages/stop', (c) => switchPage(c, switchingOf(c, 'stop'), { raw: first(c) }))
  .post('/messages/stop', (c) => take(c, 'stop'))
  .get('/messages/resume', (c) => switchPage(c, switchingOf(c, 'resume'), { raw: first(c) }))
  .post('/messages/resume', (c) => take(c, 'resume'));
