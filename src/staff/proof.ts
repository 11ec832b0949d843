import { and, eq, isNull } from 'drizzle-orm';
import type { Statement } from '../db/database.ts';
import { base64url, fromBase64 } from '../lib/bytes.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { openUnderRing, sealUnderRing } from '../lib/sealing/envelope.ts';
import { tidyIdentifier } from '../lib/text.ts';
import { recoveryHash } from './recovery.ts';
import { authenticators, recoveryCodes } from './tables.ts';
import type { StaffTools } from './tools.ts';
import { stepOf } from './totp.ts';

/** A way to prove who one is. */
export type Way = 'authenticator' | 'recovery-code' | 'passkey';

/** That somebody is who they say: what must be written with it, so that the same proof never counts twice. */
export interface Proof {
  way: Way;
  statements: readonly Statement[];
}

/** Looks at a proof for an account; asked again when the account changed meanwhile. */
export type Check = (accountId: string) => Promise<Result<Proof, 'wrong'>>;

const sealedFor = (accountId: string): string => `authenticator|${accountId}`;
/** Stands in for the secret of an account that has none: the same work, and never the same code. */
const NO_SECRET = new Uint8Array(20);

export const sealSecret = ({ ring }: StaffTools, accountId: string, secret: Uint8Array<ArrayBuffer>): Promise<string> =>
  sealUnderRing(ring, 'seal', sealedFor(accountId), base64url(secret));

/** The six digits an authenticator app shows. */
export const byAuthenticator =
  (tools: StaffTools, code: string): Check =>
  async (accountId) => {
    const { orm } = tools.db;
    const [row] = await orm.select().from(authenticators).where(eq(authenticators.accountId, accountId));
    const opened = row && (await openUnderRing(tools.ring, 'seal', sealedFor(accountId), row.sealed));
    const secret = fromBase64(opened ?? '');
    const known = secret?.length === NO_SECRET.length;
    const digits = tidyIdentifier(code);
    const step = await stepOf(known ? secret : NO_SECRET, digits, tools.clock.now(), row?.lastStep ?? 0);
    if (!known || step === null) return fail('wrong');
    const used = orm.update(authenticators).set({ lastStep: step }).where(eq(authenticators.accountId, accountId));
    return ok({ way: 'authenticator', statements: [used] });
  };

/** One of the ten codes, once. */
export const byRecoveryCode =
  (tools: StaffTools, code: string): Check =>
  async (accountId) => {
    const { orm } = tools.db;
    const hash = await recoveryHash(code);
    const own = and(eq(recoveryCodes.hash, hash), eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt));
    const [row] = await orm.select().from(recoveryCodes).where(own);
    if (!row) return fail('wrong');
    const used = orm.update(recoveryCodes).set({ usedAt: tools.clock.now() }).where(own);
    return ok({ way: 'recovery-code', statements: [used] });
  };
