import type { Hono } from 'hono';
import type { AppEnv } from '../context.ts';

const METHODS = ['GET', 'POST', 'PUT', 'DELETE'];

/** Methods a path would answer to, for `Allow`; empty where no route has the path at all. */
export function allowedMethods(app: Hono<AppEnv>, path: string): string[] {
  const found = METHODS.filter((method) => {
    const [handlers] = app.router.match(method, path);
    return handlers.some(([[, route]]) => route.method === method);
  });
  return found.includes('GET') ? ['GET', 'HEAD', ...found.filter((method) => method !== 'GET')] : found;
}
