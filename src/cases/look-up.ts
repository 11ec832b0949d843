import { sql } from 'drizzle-orm';
import type { EventRow } from '../chain/tables.ts';
import { failureOf } from '../db/failure.ts';
import { refuse, type Refusal } from '../errors.ts';
import { sha256 } from '../lib/bytes.ts';
import { checkReceipt, parseReceipt } from '../lib/receipt-number.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { newId } from '../lib/ids.ts';
import { blindIndex } from '../lib/sealing/blind-index.ts';
import { codeUsed } from '../notify/codes/record.ts';
import { shanghaiDate } from '../lib/clock.ts';
import { tidyIdentifier } from '../lib/text.ts';
import type { Site } from '../sites/site.ts';
import { ledgerRows, openLedger, type LedgerRow, type MessageLine } from './ledger.ts';
import { notesUnder, type Notes } from './notes.ts';
import { codeHash } from './receipt.ts';
import { findSpooled } from './spooled.ts';
import type { CaseRow } from './tables.ts';
import type { Tools } from './tools.ts';

export const WINDOW_MS = 15 * 60_000;
/** The sixth wrong try from one address, the fifty-first from all, is refused whatever it carries (api.md). */
export const TRIES_PER_ADDRESS = 5;
export const TRIES_IN_ALL = 50;

export interface Asked {
  site: Site;
  receipt: string;
  code: string;
  /** Of the client; counted by a keyed hash. */
  address: string;
}

export interface FoundCase {
  row: CaseRow;
  events: EventRow[];
  messages: MessageLine[];
  notes: Notes;
  /** The Shanghai date it was looked up on. */
  today: string;
}

const limited = ({ phone }: Site): Refusal =>
  refuse('rate.limited', { retryAfter: WINDOW_MS / 1000, values: { phone } });

/**
 * Finds a case by number and code, in the database or still waiting for it. A number that does not exist, a wrong check character and a wrong code take the same
 * queries and answer alike; a wrong try is counted in the batch that finds it wrong, so that tries at once are all counted.
 */
export async function lookUp(
  tools: Tools,
  { site, receipt, code, address }: Asked,
): Promise<Result<FoundCase, Refusal>> {
  const { db, ring, clock } = tools;
  const now = clock.now();
  const typed = tidyIdentifier(receipt).toUpperCase();
  const parsed = parseReceipt(receipt);
  const sound = parsed && parsed.prefix === site.prefix && checkReceipt(parsed.body);
  const number = await sha256(parsed?.canonical ?? typed);
  const from = await blindIndex(ring, 'address', address);
  const canonical = sound ? parsed.canonical : '';
  const hashes = await Promise.all(ring.ids.map((kid) => codeHash(ring, kid, canonical, tidyIdentifier(code))));
  const since = now - WINDOW_MS;
  const recent = sql`FROM wrong_tries WHERE site = ${site.id} AND number = ${number} AND at > ${since}`;
  const right = sql`SELECT id FROM cases WHERE site = ${site.id} AND receipt = ${canonical} AND code_hash IN (${sql.join(
    hashes.map((hash) => sql`${hash}`),
    sql`, `,
  )})`;
  const tryId = newId(now);
  const spooled = (counted: boolean) =>
    findSpooled(tools, site, now, {
      receipt: canonical,
      codeHashes: hashes,
      count: counted
        ? null
        : { number, address: from, windowMs: WINDOW_MS, perAddress: TRIES_PER_ADDRESS, inAll: TRIES_IN_ALL },
    });
  const asked = db.write([
    sql`SELECT count(*) FILTER (WHERE address = ${from}) AS mine, count(*) AS total ${recent}`,
    sql`INSERT INTO wrong_tries (id, site, number, address, at)
      SELECT ${tryId}, ${site.id}, ${number}, ${from}, ${now} WHERE NOT EXISTS (${right})`,
    sql`SELECT id, site, kind, receipt, code_hash AS codeHash, code_renewed_on AS codeRenewedOn, state, seq,
      submitted_at AS submittedAt, lang, title, answers, category, topic, station, subject, restricted, demo, spam, urgent, due,
      due_date AS dueDate, due_explanation AS dueExplanation, frozen, fingerprint, privacy_version AS privacyVersion,
      phone_index AS phoneIndex, identity_index AS identityIndex FROM cases WHERE id = (${right})`,
    sql`SELECT * FROM events WHERE stream = (${right}) ORDER BY seq DESC`,
    ledgerRows(sql`(${right})`),
    sql`SELECT n.seq, n.part, n.sealed, k.wrapped FROM case_notes n JOIN case_keys k ON k.case_id = n.case_id WHERE n.case_id = (${right})`,
    codeUsed(sql`(${right})`, ['new-code', 'new-code-quiet'], now),
  ]);
  let answers: Awaited<typeof asked>;
  try {
    answers = await asked;
  } catch (error) {
    if (failureOf(error).is !== 'passing') throw error;
    const waiting = await spooled(false);
    if (waiting.is === 'unknown') {
      return fail(refuse('unavailable', { retryAfter: 30, values: { phone: site.phone } }));
    }
    return waiting.is === 'found' ? ok(waiting.found) : fail(limited(site));
  }
  const [tries, , caseRows, eventRows, messageRows, noteRows] = answers;
  const { mine = 0, total = 0 } = (tries?.rows[0] ?? {}) as unknown as { mine?: number; total?: number };
  if (mine >= TRIES_PER_ADDRESS || total >= TRIES_IN_ALL) {
    return fail(limited(site));
  }
  const row = caseRows?.rows[0] as unknown as CaseRow | undefined;
  if (!row) {
    const waiting = await spooled(true);
    if (waiting.is !== 'found') return fail(refuse('receipt.not-found'));
    await db.write([sql`DELETE FROM wrong_tries WHERE id = ${tryId}`]);
    return ok(waiting.found);
  }
  const notes = (noteRows?.rows ?? []) as unknown as { seq: number; part: string; sealed: string; wrapped: string }[];
  return ok({
    row,
    notes: await notesUnder(ring, row.id, notes[0]?.wrapped, notes),
    today: shanghaiDate(now),
    events: (eventRows?.rows ?? []) as unknown as EventRow[],
    messages: await openLedger(ring, row.id, (messageRows?.rows ?? []) as unknown as LedgerRow[]),
  });
}
