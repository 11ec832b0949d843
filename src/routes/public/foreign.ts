import type { Context } from 'hono';
import type { AppEnv } from '../../context.ts';

/** A page posts to itself: a browser that says otherwise was sent here by another site. */
export function foreign(c: Context<AppEnv>): boolean {
  const origin = c.req.header('origin');
  return (
    origin !== undefined &&
    origin !== 'null' &&
    origin !== c.get('deps').tools.publicUrl &&
    origin !== new URL(c.req.url).origin
  );
}
