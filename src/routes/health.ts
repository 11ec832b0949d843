import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import type { AppEnv } from '../context.ts';

/** For whoever watches: is the program there, and can it reach its database. */
export const health = new Hono<AppEnv>()
  .get('/healthz', (c) => c.json({ ok: true }))
  .get('/readyz', async (c) => {
    const reachable = await c
      .get('deps')
      .tools.db.orm.run(sql`SELECT 1`)
      .then(
        () => true,
        () => false,
      );
    return reachable ? c.json({ ok: true, database: 'reachable' }) : c.json({ ok: false, database: 'gone' }, 503);
  });
