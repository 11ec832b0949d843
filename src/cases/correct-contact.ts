import { sql } from 'drizzle-orm';
import { nextEvent, type Actor } from '../chain/event.ts';
import { events } from '../chain/tables.ts';
import { count } from '../db/counters.ts';
import type { Statement } from '../db/database.ts';
import { refuse, type Refusal } from '../errors.ts';
import { reach } from '../forms/body.ts';
import { phoneProblems } from '../forms/served-phone.ts';
import { ledgerWords as words } from '../i18n/ledger.ts';
import { shanghaiDate } from '../lib/clock.ts';
import type { Fields, Problem } from '../lib/fields/index.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { blindIndex } from '../lib/sealing/blind-index.ts';
import { openCaseKey, type CaseKey } from '../lib/sealing/case-key.ts';
import type { Channel } from '../notify/message.ts';
import type { Site } from '../sites/site.ts';
import { contactDigest } from './contact-digest.ts';
import type { FoundCase } from './look-up.ts';
import { channelsOf } from './messages.ts';
import { sentAgain } from './send-again.ts';
import { writeStep } from './step.ts';
import { jsonOf, openStored, ORIGINAL_CONTACT, storedCases } from './stored.ts';
import type { Tools } from './tools.ts';

/** What a sender may put right, as every form asks it. */
export const contactFields = {
  phone: { ...reach.phone, label: words.phone },
  email: { ...reach.email, label: words.email },
} satisfies Fields;

export interface NewContact {
  phone?: string;
  email?: string;
}

export interface Corrected {
  corrected: ('phone' | 'email')[];
  /** How many messages go again. */
  sentAgain: number;
}

const A_DAY = 3;
const DAY = 86_400_000;
const CHANNEL: Record<'phone' | 'email', Channel> = { phone: 'sms', email: 'email' };

const counterOf = (caseId: string, now: number): string => `contact|${caseId}|${shanghaiDate(now)}`;

/** What is wrong with a new contact beside its fields; empty where it may be taken. */
function faultsOf(given: NewContact, present: NewContact, site: Site): Problem[] {
  const named = (['phone', 'email'] as const).filter((name) => given[name] !== undefined);
  if (named.length === 0) return [{ path: 'phone', code: 'field.required', words: words.nothing }];
  const same = named
    .filter((name) => given[name] === present[name])
    .map((path): Problem => ({ path, code: 'field.invalid', words: words.same }));
  return same.length > 0 ? same : phoneProblems('phone', given.phone, site);
}

/**
 * Puts phone or e-mail of a found case right: the new one is sealed in place of the old, which stays under the case's key
 * for the fingerprint; what failed within a week goes again to the new one; all in one batch. `answers.invalid`: nothing new
 * was given; `rate.limited`: its sender did three times today already; `case.changed`: erased, or another was quicker.
 */
export async function correctContact(
  { db, ring, clock }: Tools,
  { row }: Pick<FoundCase, 'row'>,
  site: Site,
  given: NewContact,
  actor: Actor = 'citizen',
): Promise<Result<Corrected, Refusal>> {
  const now = clock.now();
  const [stored] = await storedCases(db, { id: row.id });
  const opened = stored && (await openStored(ring, stored));
  const [kept, last] = [stored?.key, stored?.events.at(-1)];
  const key = kept && (await openCaseKey(ring, row.id, kept.wrapped));
  if (!stored || opened?.is !== 'open' || !kept || !key || !last) return fail(refuse('case.changed'));
  const contact = (opened.body['contact'] ?? {}) as NewContact;
  const problems = faultsOf(given, contact, site);
  if (problems.length > 0) return fail(refuse('answers.invalid', { problems }));
  const [counted] = await db.orm.all<{ n: number }>(sql`SELECT n FROM counters WHERE name = ${counterOf(row.id, now)}`);
  const limited = actor === 'citizen';
  if (limited && (counted?.n ?? 0) >= A_DAY) {
    return fail(refuse('rate.limited', { retryAfter: DAY / 1000, values: { phone: site.phone } }));
  }
  const after = { phone: given.phone ?? contact.phone, email: given.email ?? contact.email };
  const corrected = (['phone', 'email'] as const).filter((name) => given[name] !== undefined);
  const event = await nextEvent(row.id, last, {
    at: now,
    actor,
    code: 'contact-corrected',
    data: { which: corrected.join(' '), contact: await contactDigest(kept.salt, after) },
  });
  const envelopes = { ...(jsonOf(stored.sealed) as Record<string, string>), ...(await sealedOf(key, given)) };
  envelopes[ORIGINAL_CONTACT] ??= await key.seal(ORIGINAL_CONTACT, JSON.stringify(opened.body['contact'] ?? null));
  const index = after.phone === undefined ? null : await blindIndex(ring, 'phone', after.phone);
  const reached = channelsOf(given).filter(({ channel }) => corrected.some((name) => CHANNEL[name] === channel));
  const again = await sentAgain({ db, ring }, { stored, site, key, revision: event.seq, reached, now });
  const statements: Statement[] = [
    ...(limited ? [count(counterOf(row.id, now), 1, A_DAY, now + 2 * DAY)] : []),
    db.orm.insert(events).values(event),
    sql`UPDATE cases SET seq = ${event.seq}, phone_index = ${index} WHERE id = ${row.id}`,
    sql`INSERT INTO case_secrets (case_id, sealed) VALUES (${row.id}, ${JSON.stringify(envelopes)})
      ON CONFLICT (case_id) DO UPDATE SET sealed = excluded.sealed`,
    ...again.statements,
  ];
  const written = await writeStep(db, statements);
  return written.ok ? ok({ corrected, sentAgain: again.count }) : written;
}

const sealedOf = async (key: CaseKey, given: NewContact): Promise<Record<string, string>> =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(given).map(async ([name, value]) => {
        const path = `contact.${name}`;
        return [path, await key.seal(path, JSON.stringify(value))] as const;
      }),
    ),
  );
