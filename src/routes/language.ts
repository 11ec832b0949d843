import type { Context } from 'hono';
import { parseAccept } from 'hono/utils/accept';
import type { Lang } from '../lib/words.ts';

/** English where it is the language the caller likes best, else Chinese (api.md, Conventions). */
export function languageOf(c: Context): Lang {
  // Best first; of two liked alike the one named first.
  const [best] = parseAccept(c.req.header('accept-language') ?? '');
  return best?.type.toLowerCase().split('-')[0] === 'en' ? 'en' : 'zh';
}
