import { Hono } from 'hono';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import { shanghaiTime } from '../../lib/clock.ts';
import { mailboxMessages } from '../../notify/providers/mailbox.ts';
import { answerRefusal } from '../refusal.tsx';

const SHOWN = 200;

/** Only in the local run; elsewhere as if it were not there. */
export const dev = new Hono<AppEnv>()
  .use(async (c, next) => {
    if (c.get('deps').environment !== 'local') return answerRefusal(c, refuse('route.unknown'));
    await next();
  })
  .get('/mailbox.json', async (c) => {
    const { db, ring } = c.get('deps').tools;
    const messages = await mailboxMessages({ db, ring }, SHOWN);
    return c.json(
      messages.map(({ id, channel, to, subject, text, receipt, at }) => ({
        id,
        channel,
        to,
        ...(subject !== undefined && { subject }),
        text,
        receipt,
        at: shanghaiTime(at),
      })),
    );
  });
