import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../context.ts';
import { siteOf } from './site.ts';

/** Everything from our own host, no inline script or style, forms to ourselves, no plug-ins. */
const policy = (ancestors: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');

/**
 * Headers of every answer (security.md §5.4). Pages of a site may be framed by exactly the site's origins and so carry no
 * X-Frame-Options; everything else by nobody.
 */
export const securityHeaders = createMiddleware<AppEnv>(async (c, next) => {
  const { deps } = c.env as unknown as { deps: AppEnv['Variables']['deps'] };
  c.set('deps', deps);
  c.set('requestId', crypto.randomUUID());
  await next();
  const { headers } = c.res;
  const site = siteOf(deps.sites, c.req.path);
  if (site) {
    headers.set('content-security-policy', policy(["'self'", ...site.origins].join(' ')));
    reportUnlisted(site.origins, deps.tools.publicUrl, c.req.header('referer'), c.req.query('embed'), site.id);
  } else {
    headers.set('content-security-policy', policy("'none'"));
    headers.set('x-frame-options', 'DENY');
  }
  headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  headers.set('x-content-type-options', 'nosniff');
  if (!headers.has('referrer-policy')) headers.set('referrer-policy', 'strict-origin-when-cross-origin');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()');
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  headers.set('x-request-id', c.get('requestId'));
});

/** Tells the operator which page pasted the tag without being listed; the browser itself refuses to show the frame. */
function reportUnlisted(
  listed: readonly string[],
  own: string,
  referer: string | undefined,
  embed: string | undefined,
  site: string,
): void {
  if (embed !== '1' || !referer || !URL.canParse(referer)) return;
  const { origin } = new URL(referer);
  if (origin !== own && !listed.includes(origin)) console.warn(`origin not listed: ${origin} (site ${site})`);
}
