import type { Context } from 'hono';
import type { Sender } from '../../cases/sender.ts';
import type { AppEnv } from '../../context.ts';
import { refuse, type Refusal } from '../../errors.ts';
import { fail, ok, type Result } from '../../lib/result.ts';

/** The one key of the local run: every site, no limits, absent anywhere else. */
const LOCAL_KEY = 'mk_local';

/** Who sends: a partner by its key, or a program that must bring a proof of work. Refuses `key.invalid`. */
export async function senderOf(c: Context<AppEnv>, site: string): Promise<Result<Sender, Refusal>> {
  const { environment, partner: partnerOf, address } = c.get('deps');
  const header = c.req.header('authorization');
  if (header === undefined) return ok({ is: 'program', address });
  const key = /^bearer +(mk_[\w-]{1,128})$/i.exec(header)?.[1];
  if (key === undefined) return fail(refuse('key.invalid'));
  if (key === LOCAL_KEY && environment === 'local') {
    return ok({ is: 'partner', name: 'local', perDay: null, limited: false });
  }
  const partner = await partnerOf(site, key);
  return partner ? ok({ is: 'partner', ...partner, limited: true }) : fail(refuse('key.invalid'));
}

/** 1 to 255 visible ASCII characters. */
export const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;

/** The `Idempotency-Key`, where one is sent; refuses one of another form. */
export function idempotencyKeyOf(c: Context<AppEnv>): Result<string | undefined, Refusal> {
  const key = c.req.header('idempotency-key');
  if (key === undefined || IDEMPOTENCY_KEY.test(key)) return ok(key);
  return fail(refuse('idempotency.key-invalid'));
}
