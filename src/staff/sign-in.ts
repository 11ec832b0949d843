import { eq } from 'drizzle-orm';
import { fail, ok, type Result } from '../lib/result.ts';
import { accountById, accountByLogin, type Account } from './account.ts';
import { changeAccount } from './change.ts';
import type { Check } from './proof.ts';
import { newSession, type SignedIn } from './sessions.ts';
import { sessions } from './tables.ts';
import type { StaffTools } from './tools.ts';
import { chargeTry, forgetTries } from './tries.ts';

/** `wrong` says neither whether the login exists nor what about the proof was wrong. */
export type SignInRefusal = 'wrong' | 'locked';

/** Where a try comes from. */
export interface From {
  address: string;
  device: string;
}

const NOBODY = 'nobody';

/** A login as kept, whatever width or case it was typed in. */
export const tidyLogin = (login: string): string => login.normalize('NFKC').trim().toLowerCase().slice(0, 64);

/** Opens a session by login and code. An unknown login takes the same road and gets the same answer. */
export async function signIn(
  tools: StaffTools,
  login: string,
  check: Check,
  from: From,
): Promise<Result<{ token: string }, SignInRefusal>> {
  const name = tidyLogin(login);
  if (!(await chargeTry(tools, name, from.address))) return fail('locked');
  const account = await accountByLogin(tools, name);
  return openSession(tools, account?.id ?? NOBODY, check, from.device);
}

/** Opens a session for an account whose proof holds; its event, its rows and the session are one batch. */
export async function openSession(
  tools: StaffTools,
  accountId: string,
  check: Check,
  device: string,
): Promise<Result<{ token: string }, 'wrong'>> {
  return changeAccount<{ token: string }, 'wrong'>(tools, accountId, async () => {
    const [account, proof] = [await accountById(tools, accountId), await check(accountId)];
    if (!account || !proof.ok) return fail('wrong');
    const { token, row } = await newSession(accountId, device, tools.clock.now());
    const insert = tools.db.orm.insert(sessions).values(row);
    return ok({
      actor: `staff:${accountId}`,
      code: 'signed-in',
      data: { way: proof.value.way },
      statements: [...proof.value.statements, forgetTries(account.login), insert],
      value: { token },
    });
  });
}

/** Step-up: a fresh proof for a session that is open; counted like a try at signing in. */
export async function proveAgain(
  tools: StaffTools,
  { session, account }: SignedIn,
  check: Check,
  from: From,
): Promise<Result<Account, SignInRefusal>> {
  if (!(await chargeTry(tools, account.login, from.address))) return fail('locked');
  return changeAccount<Account, SignInRefusal>(tools, account.id, async () => {
    const proof = await check(account.id);
    if (!proof.ok) return proof;
    const proved = tools.db.orm
      .update(sessions)
      .set({ provedAt: tools.clock.now() })
      .where(eq(sessions.hash, session.hash));
    return ok({
      actor: `staff:${account.id}`,
      code: 'proved-again',
      data: { way: proof.value.way },
      statements: [...proof.value.statements, forgetTries(account.login), proved],
      value: account,
    });
  });
}
