import { sql } from 'drizzle-orm';
import { nextEvent } from '../chain/event.ts';
import { events } from '../chain/tables.ts';
import { caseKeys } from '../db/case-keys.ts';
import { failureOf } from '../db/failure.ts';
import { refuse, type Refusal } from '../errors.ts';
import { randomBytes } from '../lib/bytes.ts';
import { shanghaiDate } from '../lib/clock.ts';
import { checkReceipt, drawCode, parseReceipt } from '../lib/receipt-number.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { openCaseKey } from '../lib/sealing/case-key.ts';
import { codesPaused } from '../notify/codes/open.ts';
import { codeSent } from '../notify/codes/record.ts';
import type { Site } from '../sites/site.ts';
import { capsOf, channelsOf, tell } from './messages.ts';
import { openContact } from './open-contact.ts';
import { codeHash } from './receipt.ts';
import { callInstead } from './tasks/call-back.ts';
import { caseSecrets } from './tables.ts';
import type { Tools } from './tools.ts';

/**
 * Notes that somebody asked for a new code: the same single write whether the number exists or not, so that neither the
 * answer nor its time tells. Asked twice a day counts once. `codes.paused`: whatever the number, and whether or not there is
 * an e-mail on file; nothing is noted, and the code there is stays good.
 */
export async function askForNewCode({ db, clock }: Tools, site: Site, typed: string): Promise<Result<null, Refusal>> {
  const parsed = parseReceipt(typed);
  const sound = parsed && parsed.prefix === site.prefix && checkReceipt(parsed.body);
  const now = clock.now();
  const [asked] = await db.write([
    sql`SELECT ${codesPaused(site.id)} AS paused`,
    sql`INSERT INTO code_requests (site, receipt, day, asked_at)
      SELECT ${site.id}, ${sound ? parsed.canonical : ''}, ${shanghaiDate(now)}, ${now}
      WHERE ${sound ? 1 : 0} AND NOT ${codesPaused(site.id)} ON CONFLICT DO NOTHING`,
  ]);
  const paused = asked?.rows[0]?.['paused'] === 1;
  return paused ? fail(refuse('codes.paused', { values: { phone: site.phone } })) : ok(null);
}

interface Wanted {
  site: string;
  receipt: string;
  day: string;
  id: string | null;
  lang: 'zh' | 'en';
  seq: number;
  restricted: number;
  spam: number;
  wrapped: string | null;
  sealed: string | null;
  last: string | null;
}

/**
 * Carries out what was asked for: a new code to the phone or e-mail on file, once a day per case. What was asked for before
 * the codes of its site were paused waits until they go again.
 */
export async function renewCodes(tools: Tools, siteOf: (id: string) => Site | undefined, limit: number): Promise<void> {
  const [found] = await tools.db.write([
    sql`SELECT r.site, r.receipt, r.day, c.id, c.lang, c.seq, c.restricted, c.spam, k.wrapped, s.sealed, e.hash AS last
      FROM code_requests r LEFT JOIN cases c ON c.site = r.site AND c.receipt = r.receipt
        LEFT JOIN ${caseKeys} k ON k.case_id = c.id LEFT JOIN ${caseSecrets} s ON s.case_id = c.id
        LEFT JOIN events e ON e.stream = c.id AND e.seq = c.seq
      WHERE r.done_at IS NULL AND NOT ${codesPaused(sql`r.site`)} ORDER BY r.asked_at LIMIT ${limit}`,
  ]);
  for (const wanted of (found?.rows ?? []) as unknown as Wanted[]) await renewCode(tools, siteOf(wanted.site), wanted);
}

async function renewCode(tools: Tools, site: Site | undefined, wanted: Wanted): Promise<void> {
  const { db, clock } = tools;
  const now = clock.now();
  const done = sql`UPDATE code_requests SET done_at = ${now}
    WHERE site = ${wanted.site} AND receipt = ${wanted.receipt} AND day = ${wanted.day} AND done_at IS NULL`;
  const change = site ? await renewal(tools, site, wanted, now) : [];
  await db.write([done, ...change]).catch((error: unknown) => {
    // Another sweep, or an officer, was quicker: the next tick reads the case anew.
    if (failureOf(error).is !== 'constraint') throw error;
  });
}

async function renewal({ db, ring }: Tools, site: Site, wanted: Wanted, now: number) {
  const { id, wrapped, sealed, last, seq, receipt, lang } = wanted;
  if (id === null || wrapped === null || sealed === null || last === null) return [];
  // Spam sends nothing: a machine must not make us write to numbers it filled in.
  if (wanted.spam === 1) return [];
  const key = await openCaseKey(ring, id, wrapped);
  if (!key) return [];
  const recipient = await openContact(key, sealed);
  const code = drawCode(randomBytes(64));
  if (code === null) return [];
  // Nobody to send it to: the old code stays, and whoever left a landline is told so.
  if (channelsOf(recipient).length === 0) {
    return callInstead({ caseId: id, template: 'new-code', cause: `code ${wanted.day}`, recipient }, now);
  }
  const event = await nextEvent(id, { seq, hash: last }, { at: now, actor: 'citizen', code: 'code-renewed', data: {} });
  // A 检举控告 is never named in a message (api.md, Submitting).
  const template = wanted.restricted === 1 ? 'new-code-quiet' : 'new-code';
  const notice = { site, caseId: id, receipt, template, revision: event.seq, lang, recipient } as const;
  return [
    db.orm.insert(events).values(event),
    sql`UPDATE cases SET seq = ${event.seq}, code_renewed_on = ${shanghaiDate(now)},
      code_hash = ${await codeHash(ring, ring.current, receipt, code)} WHERE id = ${id}`,
    ...(await tell({ ...notice, params: { number: receipt, code } }, key, ring, now, capsOf(site))),
    codeSent(notice, now),
  ];
}
