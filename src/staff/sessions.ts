import { desc, eq } from 'drizzle-orm';
import { sha256 } from '../lib/bytes.ts';
import { newId } from '../lib/ids.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { liveAccount, type Account } from './account.ts';
import { changeAccount } from './change.ts';
import { newToken } from './recovery.ts';
import { accounts, sessions } from './tables.ts';
import type { StaffTools } from './tools.ts';

const MINUTE = 60_000;
const IDLE = 30 * MINUTE;
const LONGEST = 12 * 60 * MINUTE;
const FRESH_PROOF = 5 * MINUTE;
/** How often a session in use is noted: one write a minute, not one a page. */
const NOTED_EVERY = MINUTE;

export type Session = typeof sessions.$inferSelect;

/** Whether a session still counts: not idle for 30 minutes, not older than 12 hours. */
export const isLive = ({ createdAt, seenAt }: Pick<Session, 'createdAt' | 'seenAt'>, now: number): boolean =>
  now - seenAt < IDLE && now - createdAt < LONGEST;

/** Step-up: whether its holder proved who they are within the last 5 minutes. */
export const provedLately = ({ provedAt }: Pick<Session, 'provedAt'>, now: number): boolean =>
  now - provedAt < FRESH_PROOF;

/** A fresh session, not yet stored, and the token that opens it; the token is kept nowhere. */
export async function newSession(
  accountId: string,
  device: string,
  now: number,
): Promise<{ token: string; row: Session }> {
  const token = newToken();
  const times = { createdAt: now, seenAt: now, provedAt: now };
  return { token, row: { hash: await sha256(token), id: newId(now), accountId, device, ...times } };
}

export interface SignedIn {
  session: Session;
  account: Account;
}

/**
 * The session a token opens, with its account; null where there is none, it is over or the account has ended. `isUse`:
 * whether asking keeps it from being idle.
 */
export async function sessionOf({ db, clock }: StaffTools, token: string, isUse = true): Promise<SignedIn | null> {
  const now = clock.now();
  const [found] = await db.orm
    .select({ session: sessions, row: accounts })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(eq(sessions.hash, await sha256(token)));
  const account = liveAccount(found?.row);
  if (!found || !account || !isLive(found.session, now)) return null;
  if (isUse && now - found.session.seenAt >= NOTED_EVERY)
    await db.write([db.orm.update(sessions).set({ seenAt: now }).where(eq(sessions.hash, found.session.hash))]);
  return { session: found.session, account };
}

/** The live sessions of an account, the one used last first. */
export async function sessionsOf({ db, clock }: StaffTools, accountId: string): Promise<Session[]> {
  const rows = await db.orm
    .select()
    .from(sessions)
    .where(eq(sessions.accountId, accountId))
    .orderBy(desc(sessions.seenAt));
  return rows.filter((session) => isLive(session, clock.now()));
}

/** Ends one of the account's own sessions; another account's is unknown. */
export async function endSession(tools: StaffTools, account: Account, id: string): Promise<Result<null, 'unknown'>> {
  return changeAccount<null, 'unknown'>(tools, account.id, async () => {
    const own = (await sessionsOf(tools, account.id)).find((session) => session.id === id);
    if (!own) return fail('unknown');
    const end = tools.db.orm.delete(sessions).where(eq(sessions.hash, own.hash));
    return ok({ actor: `staff:${account.id}`, code: 'session-ended', statements: [end], value: null });
  });
}
