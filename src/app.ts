import { Hono, type Context } from 'hono';
import type { AppEnv, Deps } from './context.ts';
import { failureOf } from './db/failure.ts';
import { refuse } from './errors.ts';
import { framesOf, log } from './lib/log.ts';
import { api } from './routes/api/index.ts';
import { callbacks } from './routes/callbacks.ts';
import { consolePages } from './routes/console/index.ts';
import { dev } from './routes/dev/index.ts';
import { docs } from './routes/docs/index.tsx';
import { health } from './routes/health.ts';
import { allowedMethods } from './routes/allowed-methods.ts';
import { publicPages } from './routes/public/index.tsx';
import { answerRefusal } from './routes/refusal.tsx';
import { siteOf } from './routes/site.ts';
import { requestLog } from './routes/request-log.ts';
import { securityHeaders } from './routes/security-headers.ts';
import { wellKnown } from './routes/well-known.ts';

const routes = new Hono<AppEnv>()
  .use(securityHeaders)
  .use(requestLog)
  .route('/', health)
  .route('/.well-known', wellKnown)
  .route('/api/v1', api)
  // No site is called api: what is missing here is a route.
  .all('/api/*', (c) => missing(c))
  .route('/callbacks', callbacks)
  .route('/docs', docs)
  .route('/dev', dev)
  .route('/staff', consolePages)
  // Nor is a site called any of these: a method they do not know is refused, not taken for an unknown site.
  .on('ALL', ['/healthz', '/readyz', '/.well-known/*', '/callbacks/*', '/docs/*', '/dev/*'], (c) => missing(c))
  .route('/', publicPages);

/** One slash at the end, as people type it; two at the front would lead to another host. */
const SLASHED = /^\/[^/].*[^/]\/$/;

/** Nothing answers this path, or not to this method. */
function missing(c: Context<AppEnv>): Response | Promise<Response> {
  const { path, method } = c.req;
  if (SLASHED.test(path) && (method === 'GET' || method === 'HEAD')) {
    return c.redirect(path.slice(0, -1) + new URL(c.req.url).search, 301);
  }
  const allow = allowedMethods(routes, path);
  if (allow.length > 0 && !allow.includes(method))
    return answerRefusal(c, refuse('method.refused', { allow: allow.join(', ') }));
  return answerRefusal(c, refuse('route.unknown'));
}

routes.notFound(missing);

routes.onError((error, c) => {
  // The database is gone or too slow: the caller is told when to come back.
  if (failureOf(error).is === 'passing') {
    const phone = siteOf(c.get('deps').sites, c.req.path.replace('/api/v1', ''))?.phone ?? '';
    return answerRefusal(c, refuse('unavailable', { retryAfter: 30, values: { phone } }));
  }
  log('error', 'unexpected', { request: c.get('requestId'), error: error.name, frames: framesOf(error) });
  return answerRefusal(c, refuse('server.fault'));
});

/** Every route of the program, for the test that walks them. */
export const allRoutes = routes.routes;

/** The program with its dependencies for one request. */
export const app = (deps: Deps): { fetch(request: Request): Response | Promise<Response> } => ({
  fetch: (request) => routes.fetch(request, { deps }),
});
