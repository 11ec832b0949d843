import { Hono } from 'hono';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import { answerRefusal } from '../refusal.tsx';
import { casePages } from './cases.tsx';
import { mailboxPages } from './mailbox.tsx';

/** Only in the local run; elsewhere as if it were not there. */
export const dev = new Hono<AppEnv>()
  .use(async (c, next) => {
    if (c.get('deps').environment !== 'local') return answerRefusal(c, refuse('route.unknown'));
    await next();
  })
  .route('/', mailboxPages)
  .route('/', casePages)
  .get('/county', (c) => {
    const [origin] = c.get('deps').extraOrigins;
    if (origin === undefined) return answerRefusal(c, refuse('route.unknown'));
    return c.redirect(`${origin}/${new URL(c.req.url).search}`);
  });
