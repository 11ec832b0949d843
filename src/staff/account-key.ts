import { eq, sql } from 'drizzle-orm';
import { caseKeys } from '../db/case-keys.ts';
import type { Statement } from '../db/database.ts';
import { newCaseKey, openCaseKey, type CaseKey } from '../lib/sealing/case-key.ts';
import { streamOf } from './change.ts';
import { staffContacts, staffNotices, staffTold, staffWishes } from './contact-tables.ts';
import type { StaffTools } from './tools.ts';

/** No event of an account holds a digest of words. */
const NO_SALT = '';

/**
 * The key of an account's own: its addresses and every message to it are sealed under it, as a case's are under the case's.
 * `statements` keep a new one, for the batch that uses it first. Throws where the ring lacks the key that wrapped it.
 */
export async function accountKey(
  { db, ring }: Pick<StaffTools, 'db' | 'ring'>,
  accountId: string,
): Promise<{ key: CaseKey; statements: Statement[] }> {
  const stream = streamOf(accountId);
  const [kept] = await db.orm.select().from(caseKeys).where(eq(caseKeys.caseId, stream));
  if (!kept) {
    const key = await newCaseKey(ring, stream);
    const insert = db.orm.insert(caseKeys).values({ caseId: stream, wrapped: key.wrapped, salt: NO_SALT });
    return { key, statements: [insert] };
  }
  const key = await openCaseKey(ring, stream, kept.wrapped);
  if (!key) throw new Error('the ring lacks the key of an account');
  return { key, statements: [] };
}

/**
 * Statements after which nobody can be told anything any more: addresses, wishes and the key are gone, and with the key
 * every message that was made, sent or not.
 */
export const forgetContacts = (accountId: string): Statement[] => [
  ...[staffContacts, staffWishes, staffNotices, staffTold].map(
    (table) => sql`DELETE FROM ${table} WHERE ${table.accountId} = ${accountId}`,
  ),
  sql`UPDATE outbox SET address_index = NULL WHERE case_id = ${streamOf(accountId)}`,
  sql`DELETE FROM ${caseKeys} WHERE ${caseKeys.caseId} = ${streamOf(accountId)}`,
];
