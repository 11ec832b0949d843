import { Hono, type Context } from 'hono';
import type { AppEnv } from '../../context.ts';
import { codeWords as words } from '../../i18n/codes.ts';
import { messageWords } from '../../i18n/messages.ts';
import { choice, longtext } from '../../lib/fields/index.ts';
import { liftPause } from '../../notify/codes/pause.ts';
import { freshProof, needs } from './guards.ts';
import { MESSAGES, switchPage, throwSwitch, type Switching } from './switch-page.tsx';

const PATH = `${MESSAGES}/resume-codes`;

const switchingOf = (c: Context<AppEnv>): Switching => {
  const options = c.get('deps').sites.map(({ id, name }) => ({ value: id, label: name }));
  return {
    path: PATH,
    asks: {
      site: choice({ label: messageWords.place, options }),
      reason: longtext({ label: messageWords.reason, hint: messageWords.reasonHint, min: 4, max: 500 }),
    },
    words: { title: words.resumeTitle, lead: words.resumeLead, send: words.resumeNow, nothing: words.ranSo },
  };
};

const take = (c: Context<AppEnv>): Promise<Response> =>
  throwSwitch(c, switchingOf(c), async (value) => {
    const { site, reason } = value as { site: string; reason: string };
    const by = `staff:${c.get('signedIn').account.id}` as const;
    return (await liftPause(c.get('deps').tools, { site, reason, by })).ok;
  });

/** Lets the codes of a county go again: by administrators, with a fresh proof and a reason. */
export const codesResumePages = new Hono<AppEnv>()
  .use('/messages/resume-codes', needs('messages.stop'), freshProof(PATH))
  .get('/messages/resume-codes', (c) => switchPage(c, switchingOf(c), { raw: { site: c.req.query('site') ?? '' } }))
  .post('/messages/resume-codes', (c) => take(c));
