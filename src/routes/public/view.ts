import type { Context } from 'hono';
import type { AppEnv } from '../../context.ts';
import type { View } from '../../ui/view.ts';
import { siteOf } from '../site.ts';

/** How this request wants to see the page. No cookie remembers it: it stands in the address. */
export function viewOf(c: Context<AppEnv>): View {
  const site = siteOf(c.get('deps').sites, c.req.path);
  const url = new URL(c.req.url);
  return {
    ...(site && { site }),
    lang: url.searchParams.get('lang') === 'en' ? 'en' : 'zh',
    elder: url.searchParams.get('elder') === '1',
    embed: url.searchParams.get('embed') === '1',
    path: url.pathname + url.search,
    requestId: c.get('requestId'),
    waiting: c.get('waiting'),
    stops: c.get('stops'),
  };
}
