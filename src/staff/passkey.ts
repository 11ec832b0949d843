import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { base64url, fromBase64, utf8 } from '../lib/bytes.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import type { Account } from './account.ts';
import { challengeHolds, newChallenge } from './challenge.ts';
import type { NewWay } from './enrol.ts';
import type { Check } from './proof.ts';
import { challengesUsed, passkeys } from './tables.ts';
import type { StaffTools } from './tools.ts';

const rpId = ({ origin }: StaffTools): string => new URL(origin).hostname;

type RegistrationResponse = Parameters<typeof verifyRegistrationResponse>[0]['response'];
type AuthenticationResponse = Parameters<typeof verifyAuthenticationResponse>[0]['response'];

/** What the browser posts; all but the id is the library's to judge. */
const answer = v.pipe(v.string(), v.parseJson(), v.looseObject({ id: v.string(), response: v.looseObject({}) }));

/** Options for making a passkey. It must know its holder (PIN, finger, face) and be found without a login. */
export async function offerPasskey(tools: StaffTools, account: Account, purpose: string): Promise<string> {
  const options = await generateRegistrationOptions({
    rpName: 'Minyi',
    rpID: rpId(tools),
    userName: account.login,
    userDisplayName: account.name,
    userID: utf8(account.id),
    challenge: await newChallenge(tools, purpose),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return JSON.stringify(options);
}

/** A new way in by the passkey the browser has just made. */
export const newPasskey =
  (tools: StaffTools, posted: string, purpose: string) =>
  async ({ id: accountId }: Account): Promise<Result<NewWay, 'wrong'>> => {
    const read = v.safeParse(answer, posted);
    if (!read.success) return fail('wrong');
    const verified = await verifyRegistrationResponse({
      response: read.output as unknown as RegistrationResponse,
      expectedChallenge: (challenge) => challengeHolds(tools, purpose, challenge),
      expectedOrigin: tools.origin,
      expectedRPID: rpId(tools),
      // The library throws at whatever is not as it should be.
    }).catch(() => null);
    if (!verified?.verified) return fail('wrong');
    const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
    const row = {
      id,
      accountId,
      publicKey: base64url(publicKey),
      counter,
      transports: JSON.stringify(transports),
      createdAt: tools.clock.now(),
    };
    return ok({ way: 'passkey', statements: [tools.db.orm.insert(passkeys).values(row)] });
  };

/** Options for using a passkey; without a list of keys, so that nothing tells who has one. */
export async function askForPasskey(tools: StaffTools, purpose: string): Promise<string> {
  const options = await generateAuthenticationOptions({
    rpID: rpId(tools),
    challenge: await newChallenge(tools, purpose),
    userVerification: 'required',
  });
  return JSON.stringify(options);
}

/** The account the posted passkey belongs to; null where none does. */
export async function accountOfPasskey({ db }: StaffTools, posted: string): Promise<string | null> {
  const read = v.safeParse(answer, posted);
  if (!read.success) return null;
  const [row] = await db.orm.select().from(passkeys).where(eq(passkeys.id, read.output.id));
  return row?.accountId ?? null;
}

/** A passkey's signature over a challenge of ours; each challenge counts once. */
export const byPasskey =
  (tools: StaffTools, posted: string, purpose: string): Check =>
  async (accountId) => {
    const read = v.safeParse(answer, posted);
    if (!read.success) return fail('wrong');
    const { orm } = tools.db;
    const [row] = await orm.select().from(passkeys).where(eq(passkeys.id, read.output.id));
    const publicKey = fromBase64(row?.publicKey ?? '');
    if (!row || row.accountId !== accountId || !publicKey) return fail('wrong');
    let used = '';
    const verified = await verifyAuthenticationResponse({
      response: read.output as unknown as AuthenticationResponse,
      expectedChallenge: async (challenge) => {
        used = challenge;
        return (await isUnused(tools, challenge)) && challengeHolds(tools, purpose, challenge);
      },
      expectedOrigin: tools.origin,
      expectedRPID: rpId(tools),
      credential: { id: row.id, publicKey, counter: row.counter },
    }).catch(() => null);
    if (!verified?.verified) return fail('wrong');
    const counter = verified.authenticationInfo.newCounter;
    return ok({
      way: 'passkey',
      statements: [
        orm.update(passkeys).set({ counter }).where(eq(passkeys.id, row.id)),
        orm.insert(challengesUsed).values({ challenge: used, expiresAt: tools.clock.now() + 3_600_000 }),
      ],
    });
  };

async function isUnused({ db }: StaffTools, challenge: string): Promise<boolean> {
  const rows = await db.orm.select().from(challengesUsed).where(eq(challengesUsed.challenge, challenge));
  return rows.length === 0;
}
