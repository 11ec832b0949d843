import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '../chain/event.ts';
import type { Statement } from '../db/database.ts';
import { base64url, fromBase64, sha256 } from '../lib/bytes.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { openUnderRing, sealUnderRing } from '../lib/sealing/envelope.ts';
import { tidyIdentifier } from '../lib/text.ts';
import { accountById, closeEveryWay, type Account } from './account.ts';
import { changeAccount } from './change.ts';
import { sealSecret, type Way } from './proof.ts';
import { newRecoveryCodes, newToken, recoveryHash } from './recovery.ts';
import { newSession } from './sessions.ts';
import { authenticators, enrolLinks, recoveryCodes, sessions } from './tables.ts';
import type { StaffTools } from './tools.ts';
import { newTotpSecret, stepOf } from './totp.ts';

/** How long a link may be used. */
export const LINK_MINUTES = 15;

/** Issues an account's enrol link; earlier ones stop working. The way in there was stays until the new one is used. */
export async function issueLink(
  tools: StaffTools,
  actor: Actor,
  accountId: string,
): Promise<Result<string, 'unknown'>> {
  const token = newToken();
  const hash = await sha256(token);
  return changeAccount<string, 'unknown'>(tools, accountId, async () => {
    if (!(await accountById(tools, accountId))) return fail('unknown');
    const { orm } = tools.db;
    const expiresAt = tools.clock.now() + LINK_MINUTES * 60_000;
    return ok({
      actor,
      code: 'link-issued',
      statements: [
        orm.delete(enrolLinks).where(eq(enrolLinks.accountId, accountId)),
        orm.insert(enrolLinks).values({ hash, accountId, expiresAt }),
      ],
      value: `${tools.origin}/staff/enrol/${token}`,
    });
  });
}

/** The account a link is for; null where it is unknown, used, older than its life, or the account has ended. */
export async function accountOfLink(tools: StaffTools, token: string): Promise<Account | null> {
  const [link] = await tools.db.orm
    .select()
    .from(enrolLinks)
    .where(eq(enrolLinks.hash, await sha256(token)));
  if (!link || link.expiresAt <= tools.clock.now()) return null;
  return accountById(tools, link.accountId);
}

const pendingFor = (linkHash: string): string => `enrol|${linkHash}`;

/** A fresh secret for an authenticator, and its sealed form, which the page carries until the first code proves it. */
export async function offerSecret(
  { ring }: StaffTools,
  token: string,
): Promise<{ secret: Uint8Array<ArrayBuffer>; sealed: string }> {
  const secret = newTotpSecret();
  return { secret, sealed: await sealUnderRing(ring, 'token', pendingFor(await sha256(token)), base64url(secret)) };
}

/** The secret of a page that is shown again; null where it was made for another link. */
export async function offeredSecret(
  { ring }: StaffTools,
  token: string,
  sealed: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const opened = await openUnderRing(ring, 'token', pendingFor(await sha256(token)), sealed);
  return opened === null ? null : fromBase64(opened);
}

export type EnrolRefusal = 'link' | 'wrong';

/** What a new way in writes for its account. */
export interface NewWay {
  way: Way;
  statements: readonly Statement[];
}

export interface Enrolled {
  token: string;
  /** Shown once. */
  codes: readonly string[];
}

/** A new way in by an authenticator app, proved by its first code. */
export const newAuthenticator =
  (tools: StaffTools, secret: Uint8Array<ArrayBuffer> | null, code: string) =>
  async ({ id: accountId }: Account): Promise<Result<NewWay, 'wrong'>> => {
    if (!secret) return fail('wrong');
    const lastStep = await stepOf(secret, tidyIdentifier(code), tools.clock.now(), 0);
    if (lastStep === null) return fail('wrong');
    const sealed = await sealSecret(tools, accountId, secret);
    return ok({
      way: 'authenticator',
      statements: [tools.db.orm.insert(authenticators).values({ accountId, sealed, lastStep })],
    });
  };

/**
 * Uses a link: the new way in takes the place of every earlier one (a lost phone opens nothing any more), ten recovery
 * codes come with it, and its holder is signed in. All one batch; a link is used once.
 */
export async function enrol(
  tools: StaffTools,
  token: string,
  make: (account: Account) => Promise<Result<NewWay, 'wrong'>>,
  device: string,
): Promise<Result<Enrolled, EnrolRefusal>> {
  const asked = await accountOfLink(tools, token);
  if (!asked) return fail('link');
  return changeAccount<Enrolled, EnrolRefusal>(tools, asked.id, async () => {
    const account = await accountOfLink(tools, token);
    if (!account) return fail('link');
    const made = await make(account);
    if (!made.ok) return made;
    const session = await newSession(account.id, device, tools.clock.now());
    const codes = newRecoveryCodes();
    return ok({
      actor: `staff:${account.id}`,
      code: 'enrolled',
      data: { way: made.value.way },
      statements: [
        ...closeEveryWay(tools, account.id),
        ...made.value.statements,
        keepCodes(tools, account.id, await hashesOf(codes)),
        tools.db.orm.insert(sessions).values(session.row),
      ],
      value: { token: session.token, codes },
    });
  });
}

/** Ten new recovery codes; the old ones are void. */
export async function renewRecoveryCodes(tools: StaffTools, account: Account): Promise<readonly string[]> {
  const codes = newRecoveryCodes();
  await changeAccount<null, never>(tools, account.id, async () => {
    const drop = tools.db.orm.delete(recoveryCodes).where(eq(recoveryCodes.accountId, account.id));
    const statements = [drop, keepCodes(tools, account.id, await hashesOf(codes))];
    return ok({ actor: `staff:${account.id}`, code: 'recovery-renewed', statements, value: null });
  });
  return codes;
}

const hashesOf = (codes: readonly string[]): Promise<string[]> => Promise.all(codes.map(recoveryHash));

const keepCodes = ({ db }: StaffTools, accountId: string, hashes: readonly string[]): Statement =>
  db.orm.insert(recoveryCodes).values(hashes.map((hash) => ({ hash, accountId })));

/** How many of the ten are left. */
export async function codesLeft({ db }: StaffTools, accountId: string): Promise<number> {
  const rows = await db.orm
    .select({ hash: recoveryCodes.hash })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt)));
  return rows.length;
}
