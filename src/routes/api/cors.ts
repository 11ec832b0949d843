import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import { answerRefusal } from '../refusal.tsx';

const METHODS = 'GET, HEAD, POST, PUT, DELETE';
const HEADERS = 'content-type, idempotency-key, accept-language, authorization, content-digest';
const EXPOSED = 'location, retry-after, idempotent-replayed';

/**
 * Cross-origin use by exactly the origins a site lists, without credentials. A request that would change something and
 * comes from anywhere else is refused; nothing is reflected that is not listed.
 */
export const cors = createMiddleware<AppEnv>(async (c, next) => {
  const origin = c.req.header('origin');
  const { sites, tools } = c.get('deps');
  const site = sites.find(({ id }) => id === c.req.path.split('/')[3]);
  const isOurs = (one: string) => one === tools.publicUrl || one === new URL(c.req.url).origin;
  const listed = origin !== undefined && (site?.origins.includes(origin) || isOurs(origin));
  const shared: Record<string, string> = {
    vary: 'origin',
    ...(listed && { 'access-control-allow-origin': origin, 'access-control-expose-headers': EXPOSED }),
  };
  if (c.req.method === 'OPTIONS') {
    const preflight = {
      'access-control-allow-methods': METHODS,
      'access-control-allow-headers': HEADERS,
      'access-control-max-age': '600',
    };
    return c.body(null, 204, { ...shared, ...preflight });
  }
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (site && origin !== undefined && !listed && !reads) c.res = await answerRefusal(c, refuse('origin.refused'));
  else await next();
  for (const [name, value] of Object.entries(shared)) c.res.headers.append(name, value);
});
