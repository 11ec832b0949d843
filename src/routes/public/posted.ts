import type { Context } from 'hono';
import { refuse, type Refusal } from '../../errors.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import { readAtMost } from '../read-at-most.ts';

const LIMIT_BYTES = 1024 * 1024;
const TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/** A posted form: refuses another type (415), more than 1 MiB (413), and what cannot be read as one (400). */
export async function postedForm(c: Context): Promise<Result<FormData, Refusal>> {
  const type = c.req.header('content-type') ?? '';
  const essence = type.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!TYPES.includes(essence) || c.req.header('content-encoding')) return fail(refuse('body.type'));
  try {
    const bytes = await readAtMost(c.req.raw, LIMIT_BYTES);
    if (!bytes) return fail(refuse('body.too-large'));
    return ok(await new Response(bytes, { headers: { 'content-type': type } }).formData());
  } catch {
    return fail(refuse('body.malformed'));
  }
}
