import { and, eq, sql } from 'drizzle-orm';
import { nextEvent, type Actor } from '../chain/event.ts';
import { events } from '../chain/tables.ts';
import type { Database, Statement } from '../db/database.ts';
import { refuse, type Refusal } from '../errors.ts';
import { fail, type Result } from '../lib/result.ts';
import { openCaseKey } from '../lib/sealing/case-key.ts';
import { writtenRows } from './notes.ts';
import { caseRecusals } from './road-tables.ts';
import { writeStep } from './step.ts';
import { wordsDigest } from './step-words.ts';
import { storedCases } from './stored.ts';
import type { Tools } from './tools.ts';

/** The events of somebody stepping back from a case, and of that being taken back; they change nothing of the case itself. */
export const RECUSED = 'recused';
export const RECUSAL_LIFTED = 'recusal-lifted';

export interface Recusal {
  caseId: string;
  /** Who says so, and of which account; the same where somebody says it of themselves. */
  by: Actor;
  account: string;
  /** Why, among colleagues. */
  remark: string;
}

/**
 * Hides a case from an account that has an interest in it (信访工作条例 28(3)): event, reason and recusal in one batch. That
 * somebody else can hold the case is the caller's to know. `case.changed`: another was quicker, or it is so already.
 */
export const recuse = (tools: Tools, recusal: Recusal): Promise<Result<null, Refusal>> =>
  written(tools, recusal, RECUSED, (seq) =>
    tools.db.orm.insert(caseRecusals).values({ accountId: recusal.account, caseId: recusal.caseId, seq }),
  );

/** Accounts that stepped back from a case. */
export const recusedFrom = async ({ orm }: Database, caseId: string): Promise<string[]> =>
  (await orm.select().from(caseRecusals).where(eq(caseRecusals.caseId, caseId))).map(({ accountId }) => accountId);

/** The cases from which an account stepped back. */
export const recusalsOf = async ({ orm }: Database, accountId: string): Promise<Set<string>> =>
  new Set(
    (await orm.select().from(caseRecusals).where(eq(caseRecusals.accountId, accountId))).map(({ caseId }) => caseId),
  );

/** Lets an account see a case again from which it was kept by mistake. `case.changed`: it is not kept from it, or another was quicker. */
export async function liftRecusal(tools: Tools, recusal: Recusal): Promise<Result<null, Refusal>> {
  const { caseId, account } = recusal;
  if (!(await recusedFrom(tools.db, caseId)).includes(account)) return fail(refuse('case.changed'));
  return written(tools, recusal, RECUSAL_LIFTED, () =>
    tools.db.orm.delete(caseRecusals).where(and(eq(caseRecusals.caseId, caseId), eq(caseRecusals.accountId, account))),
  );
}

async function written(
  { db, ring, clock }: Tools,
  { caseId, by, account, remark }: Recusal,
  code: string,
  change: (seq: number) => Statement,
): Promise<Result<null, Refusal>> {
  const [stored] = await storedCases(db, { id: caseId });
  const key = stored?.key && (await openCaseKey(ring, caseId, stored.key.wrapped));
  const last = stored?.events.at(-1);
  if (!stored?.key || !key || !last) return fail(refuse('case.changed'));
  const data = { account, words: await wordsDigest(stored.key.salt, { remark }) };
  const event = await nextEvent(caseId, last, { at: clock.now(), actor: by, code, data });
  return writeStep(db, [
    db.orm.insert(events).values(event),
    sql`UPDATE cases SET seq = ${event.seq} WHERE id = ${caseId}`,
    change(event.seq),
    ...(await writtenRows(db, key, event, { remark })),
  ]);
}
