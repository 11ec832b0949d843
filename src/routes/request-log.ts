import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { AppEnv } from '../context.ts';
import { log } from '../lib/log.ts';
import { siteOf } from './site.ts';

const API = '/api/v1';

/**
 * One line for each request: its method, the pattern of its route (never the path, which may hold a token or a number),
 * its status, how long it took in ms of waiting, its id and its site. No address, and nothing that was typed.
 */
export const requestLog = createMiddleware<AppEnv>(async (c, next) => {
  const { sites, tools } = c.get('deps');
  const from = tools.clock.now();
  await next();
  const { status } = c.res;
  const { method, path } = c.req;
  log(status === 500 ? 'error' : status > 500 ? 'warn' : 'info', 'request', {
    method,
    route: routePath(c),
    status,
    ms: tools.clock.now() - from,
    request: c.get('requestId'),
    site: siteOf(sites, path.startsWith(API) ? path.slice(API.length) : path)?.id,
  });
});
