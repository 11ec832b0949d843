import type { Context } from 'hono';
import { refuse, type Refusal } from '../../errors.ts';
import type { Json } from '../../forms/define.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import { readAtMost } from '../read-at-most.ts';

const LIMIT_BYTES = 64 * 1024;

/** The body as a JSON object: refuses another type (415), more than 64 KiB (413), and what is no object (400). */
export async function readJson(c: Context): Promise<Result<Json, Refusal>> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json' || c.req.header('content-encoding')) return fail(refuse('body.type'));
  try {
    const bytes = await readAtMost(c.req.raw, LIMIT_BYTES);
    if (!bytes) return fail(refuse('body.too-large'));
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes));
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return fail(refuse('body.malformed'));
    return ok(parsed as Json);
  } catch {
    return fail(refuse('body.malformed'));
  }
}
