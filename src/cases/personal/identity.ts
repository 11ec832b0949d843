import { eq, sql } from 'drizzle-orm';
import { nextEvent } from '../../chain/event.ts';
import { events } from '../../chain/tables.ts';
import { count } from '../../db/counters.ts';
import { refuse, type Refusal } from '../../errors.ts';
import type { CaseKind } from '../../forms/define.ts';
import { dataRequestWords as words } from '../../i18n/data-requests.ts';
import { randomBytes } from '../../lib/bytes.ts';
import { shanghaiDate } from '../../lib/clock.ts';
import { maskPhone, parsePhone } from '../../lib/identifiers/phone.ts';
import { drawCode } from '../../lib/receipt-number.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import { openCaseKey } from '../../lib/sealing/case-key.ts';
import type { KeyRing } from '../../lib/sealing/key-ring.ts';
import { tidyIdentifier } from '../../lib/text.ts';
import { codesPaused } from '../../notify/codes/open.ts';
import { codeSent, codeUsed } from '../../notify/codes/record.ts';
import type { Site } from '../../sites/site.ts';
import { transition, type Transition } from '../../workflow/define.ts';
import type { FoundCase } from '../look-up.ts';
import { capsOf, tell } from '../messages.ts';
import { openContact } from '../open-contact.ts';
import { codeHash } from '../receipt.ts';
import { courseOf, stepRows, writeStep } from '../step.ts';
import { storedCases, type StoredCase } from '../stored.ts';
import type { Tools } from '../tools.ts';
import { IDENTITY, phoneDigest } from './proven.ts';
import { identityCodes } from './tables.ts';

/** The event of a code having been sent. */
export const CODE_SENT = 'identity-code';
export const CODE_MINUTES = 30;
const CODES_A_DAY = 3;
const TRIES_A_CODE = 5;
const MINUTE = 60_000;
const DAY = 86_400_000;

/** Never equal to the hash of a query code. */
const hashOf = (ring: KeyRing, kid: string, receipt: string, code: string): Promise<string> =>
  codeHash(ring, kid, `identity|${receipt}`, code);

interface Ready {
  stored: StoredCase;
  taken: Transition;
  phone: string;
}

/** The request as it stands, while it still waits for this; null where it does not. */
async function waiting({ db, ring }: Tools, { row, today }: FoundCase, form: CaseKind): Promise<Ready | null> {
  const [stored] = await storedCases(db, { id: row.id });
  const key = stored?.key && (await openCaseKey(ring, row.id, stored.key.wrapped));
  if (!stored || !key) return null;
  const course = courseOf(stored.row, stored.events, today);
  const taken = transition(form.workflow, stored.row.state, IDENTITY, 'citizen', course);
  const { phone } = await openContact(key, stored.sealed ?? '{}');
  return taken.ok && phone !== undefined && parsePhone(phone)?.kind === 'mobile'
    ? { stored, taken: taken.value, phone }
    : null;
}

/** Where the code of a request goes (masked), and whether one is on its way; null where the request waits for none. */
export async function identityWanted(
  tools: Tools,
  found: FoundCase,
  form: CaseKind,
): Promise<{ phone: string; sent: boolean } | null> {
  const ready = await waiting(tools, found, form);
  if (!ready) return null;
  const since = tools.clock.now() - CODE_MINUTES * MINUTE;
  const [sent] = await tools.db.orm.select().from(identityCodes).where(eq(identityCodes.caseId, found.row.id));
  return { phone: maskPhone(ready.phone), sent: sent !== undefined && sent.sentAt > since };
}

/**
 * Sends a fresh code to the phone of a request that was found by number and code; the one before is void. One batch.
 * `codes.paused`; `rate.limited`: three today already; `case.changed`: it waits for no code (any more), or another was quicker.
 */
export async function sendIdentityCode(
  tools: Tools,
  found: FoundCase,
  form: CaseKind,
  site: Site,
): Promise<Result<null, Refusal>> {
  const { db, ring, clock } = tools;
  const ready = await waiting(tools, found, form);
  const last = ready?.stored.events.at(-1);
  const key = ready?.stored.key && (await openCaseKey(ring, found.row.id, ready.stored.key.wrapped));
  const code = drawCode(randomBytes(64));
  if (!ready || !last || !key || code === null) return fail(refuse('case.changed'));
  const { id: caseId, receipt, lang, spam } = ready.stored.row;
  const now = clock.now();
  const event = await nextEvent(caseId, last, { at: now, actor: 'citizen', code: CODE_SENT, data: {} });
  const row = { caseId, codeHash: await hashOf(ring, ring.current, receipt, code), sentAt: now, tries: 0 };
  const params = { number: receipt, code, phone: site.phone };
  const notice = { site, caseId, receipt, template: 'identity-code', revision: event.seq, lang, params } as const;
  const counter = `identity|${caseId}|${shanghaiDate(now)}`;
  const [asked] = await db.orm.all<{ n: number | null; paused: number }>(
    sql`SELECT (SELECT n FROM counters WHERE name = ${counter}) AS n, ${codesPaused(site.id)} AS paused`,
  );
  const values = { phone: site.phone };
  if (asked?.paused === 1) return fail(refuse('codes.paused', { values }));
  if ((asked?.n ?? 0) >= CODES_A_DAY) return fail(refuse('rate.limited', { retryAfter: DAY / 1000, values }));
  return writeStep(db, [
    count(counter, 1, CODES_A_DAY, now + 2 * DAY),
    db.orm.insert(events).values(event),
    sql`UPDATE cases SET seq = ${event.seq} WHERE id = ${caseId}`,
    db.orm.insert(identityCodes).values(row).onConflictDoUpdate({ target: identityCodes.caseId, set: row }),
    // A machine must not make us write to numbers it filled in.
    ...(spam ? [] : await tell({ ...notice, recipient: { phone: ready.phone } }, key, ring, now, capsOf(site))),
    codeSent(notice, now),
  ]);
}

const wrongCode = (): Refusal =>
  refuse('answers.invalid', {
    problems: [{ path: 'phoneCode', code: 'field.invalid', words: words.wrongCode }],
  });

/**
 * Takes the code of a request's phone: from then on it is dealt with. Each try is charged before it is compared, five a
 * code. `answers.invalid`: wrong, too old, or tried too often, which look alike; `case.changed`: another was quicker.
 */
export async function confirmIdentity(
  tools: Tools,
  found: FoundCase,
  form: CaseKind,
  typed: string,
): Promise<Result<null, Refusal>> {
  const { db, ring, clock } = tools;
  const ready = await waiting(tools, found, form);
  const last = ready?.stored.events.at(-1);
  if (!ready?.stored.key || !last) return fail(refuse('case.changed'));
  const { row } = ready.stored;
  const now = clock.now();
  const own = sql`case_id = ${row.id} AND sent_at > ${now - CODE_MINUTES * MINUTE}`;
  const [charged, kept] = await db.write([
    sql`UPDATE identity_codes SET tries = tries + 1 WHERE ${own} AND tries < ${TRIES_A_CODE}`,
    sql`SELECT code_hash FROM identity_codes WHERE ${own}`,
  ]);
  const hashes = await Promise.all(ring.ids.map((kid) => hashOf(ring, kid, row.receipt, tidyIdentifier(typed))));
  const right = charged?.rowsAffected === 1 && hashes.some((hash) => hash === kept?.rows[0]?.['code_hash']);
  if (!right) return fail(wrongCode());
  const codes = { phone: await phoneDigest(ready.stored.key.salt, ready.phone) };
  const { workflow } = form;
  const step = await stepRows(db, { row, last, workflow, taken: ready.taken, actor: 'citizen', now, codes });
  const written = await writeStep(db, [
    ...step.statements,
    db.orm.delete(identityCodes).where(eq(identityCodes.caseId, row.id)),
    codeUsed(row.id, ['identity-code'], now),
  ]);
  return written.ok ? ok(null) : written;
}
