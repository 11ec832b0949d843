import { sql } from 'drizzle-orm';
import { refuse, type Refusal } from '../../errors.ts';
import { sha256 } from '../../lib/bytes.ts';
import { newId } from '../../lib/ids.ts';
import { checkReceipt, parseReceipt } from '../../lib/receipt-number.ts';
import { fail, type Result } from '../../lib/result.ts';
import { blindIndex } from '../../lib/sealing/blind-index.ts';
import { tidyIdentifier } from '../../lib/text.ts';
import type { Site } from '../../sites/site.ts';
import { TRIES_IN_ALL, TRIES_PER_ADDRESS, WINDOW_MS } from '../look-up.ts';
import type { Tools } from '../tools.ts';
import { CONFIRMED } from './from-chain.ts';
import { confirmHash } from './rows.ts';
import { settle } from './settle.ts';

/** After so many wrong ones a code is void for good, and a witness is needed: a filer must not guess it. */
const WRONG_CODES = 10;

export interface Asked {
  site: Site;
  receipt: string;
  code: string;
  /** Of the client; counted by a keyed hash. */
  address: string;
  /** The filer's account id, where the code is typed on the spot: only what that account filed. */
  filer?: string;
}

/**
 * Confirms a filing by the code that went to the person's own phone. Throttled like looking up, and every wrong try gets
 * the one answer `receipt.not-found`, whatever was wrong with it.
 */
export async function confirmByPhone(
  tools: Tools,
  { site, receipt, code, address, filer }: Asked,
): Promise<Result<null, Refusal>> {
  const { db, ring, clock } = tools;
  const now = clock.now();
  const parsed = parseReceipt(receipt);
  const sound = parsed && parsed.prefix === site.prefix && checkReceipt(parsed.body);
  const canonical = sound ? parsed.canonical : '';
  // Counted apart from look-ups of the same number.
  const number = await sha256(`confirm|${parsed?.canonical ?? tidyIdentifier(receipt).toUpperCase()}`);
  const from = await blindIndex(ring, 'address', address);
  const hashes = await Promise.all(ring.ids.map((kid) => confirmHash(ring, kid, canonical, tidyIdentifier(code))));
  const recent = sql`FROM wrong_tries WHERE site = ${site.id} AND number = ${number} AND at > ${now - WINDOW_MS}`;
  const free = sql`(SELECT count(*) FILTER (WHERE address = ${from}) < ${TRIES_PER_ADDRESS} AND count(*) < ${TRIES_IN_ALL} ${recent})`;
  const own = filer === undefined ? sql`1` : sql`b.filer = ${filer}`;
  const named = sql`SELECT b.case_id FROM case_behalf b JOIN cases c ON c.id = b.case_id
    WHERE c.site = ${site.id} AND c.receipt = ${canonical} AND ${own}`;
  const right = sql`${named} AND b.wrong_codes < ${WRONG_CODES} AND b.code_hash IN (${sql.join(
    hashes.map((hash) => sql`${hash}`),
    sql`, `,
  )})`;
  const [open, , , found] = await db.write([
    sql`SELECT ${free} AS free`,
    sql`UPDATE case_behalf SET wrong_codes = wrong_codes + 1
      WHERE case_id IN (${named}) AND confirmed_at IS NULL AND ${free} AND NOT EXISTS (${right})`,
    sql`INSERT INTO wrong_tries (id, site, number, address, at)
      SELECT ${newId(now)}, ${site.id}, ${number}, ${from}, ${now} WHERE NOT EXISTS (${right})`,
    sql`${right}`,
  ]);
  if (open?.rows[0]?.['free'] !== 1) {
    return fail(refuse('rate.limited', { retryAfter: WINDOW_MS / 1000, values: { phone: site.phone } }));
  }
  const caseId = found?.rows[0]?.['case_id'];
  if (typeof caseId !== 'string') return fail(refuse('receipt.not-found'));
  const by = filer === undefined ? ('citizen' as const) : (`staff:${filer}` as const);
  return settle(tools, caseId, {
    actor: by,
    code: CONFIRMED,
    data: { through: filer === undefined ? 'page' : 'clerk' },
  });
}
