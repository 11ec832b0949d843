import type { Context } from 'hono';
import type { Lang } from '../lib/words.ts';

/** English where the caller's first language is English, else Chinese (api.md, Conventions). */
export function languageOf(c: Context): Lang {
  const first = c.req.header('accept-language')?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('en') ? 'en' : 'zh';
}
