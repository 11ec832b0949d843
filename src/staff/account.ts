import { asc, eq } from 'drizzle-orm';
import type { Actor } from '../chain/event.ts';
import type { Statement } from '../db/database.ts';
import { newId } from '../lib/ids.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { forgetContacts } from './account-key.ts';
import { changeAccount } from './change.ts';
import { isRole, reachFits, type Reach, type RoleId } from './roles.ts';
import { accounts, authenticators, enrolLinks, passkeys, recoveryCodes, sessions } from './tables.ts';
import type { StaffTools } from './tools.ts';

/** A member of staff who may come in. */
export interface Account extends Reach {
  id: string;
  login: string;
  name: string;
  role: RoleId;
}

export type AccountRow = typeof accounts.$inferSelect;

/** The account of a row; null where it has ended or its role is no longer in the list. */
export function liveAccount(row: AccountRow | undefined): Account | null {
  if (!row || row.endedAt !== null || !isRole(row.role)) return null;
  const { id, login, name, role, site, station, department, deputy } = row;
  return { id, login, name, role, site, station, department, deputy };
}

export async function accountById({ db }: StaffTools, id: string): Promise<Account | null> {
  const [row] = await db.orm.select().from(accounts).where(eq(accounts.id, id));
  return liveAccount(row);
}

export async function accountByLogin({ db }: StaffTools, login: string): Promise<Account | null> {
  const [row] = await db.orm.select().from(accounts).where(eq(accounts.login, login));
  return liveAccount(row);
}

/** Every account that has not ended, by login. */
export async function allAccounts({ db }: StaffTools): Promise<Account[]> {
  const rows = await db.orm.select().from(accounts).orderBy(asc(accounts.login));
  return rows.map(liveAccount).filter((account) => account !== null);
}

const LOGIN = /^[a-z][a-z0-9-]{1,31}$/;
const NAME = /^\P{Cc}{1,60}$/u;

export type OpenRefusal = 'login-shape' | 'login-taken' | 'name-shape' | 'reach-wrong';

/**
 * Opens an account; it lets nobody in before its enrol link is used. A login is never given twice. `alongside`: what else
 * is kept of it, in the same batch.
 */
export async function openAccount(
  tools: StaffTools,
  actor: Actor,
  account: Omit<Account, 'id'>,
  alongside: (id: string) => Promise<readonly Statement[]> = () => Promise.resolve([]),
): Promise<Result<Account, OpenRefusal>> {
  const { login, name, role, site, station, department, deputy = null } = account;
  if (!LOGIN.test(login)) return fail('login-shape');
  if (!NAME.test(name)) return fail('name-shape');
  if (!reachFits(role, account)) return fail('reach-wrong');
  const now = tools.clock.now();
  const id = newId(now);
  return changeAccount<Account, OpenRefusal>(tools, id, async () => {
    const taken = await tools.db.orm.select({ id: accounts.id }).from(accounts).where(eq(accounts.login, login));
    if (taken.length > 0) return fail('login-taken');
    const row = { id, login, name, role, site, station, department, deputy, createdAt: now };
    return ok({
      actor,
      code: 'opened',
      data: { role, site, station, department, ...(deputy !== null && { deputy }) },
      statements: [tools.db.orm.insert(accounts).values(row), ...(await alongside(id))],
      value: { id, ...account },
    });
  });
}

/** Ends an account: all its sessions, every way in and every way to reach its holder are gone at once; its chain stays. */
export async function endAccount(tools: StaffTools, actor: Actor, id: string): Promise<Result<Account, 'unknown'>> {
  return changeAccount<Account, 'unknown'>(tools, id, async () => {
    const account = await accountById(tools, id);
    if (!account) return fail('unknown');
    const { orm } = tools.db;
    const end = orm.update(accounts).set({ endedAt: tools.clock.now() }).where(eq(accounts.id, id));
    return ok({
      actor,
      code: 'ended',
      statements: [end, ...closeEveryWay(tools, id), ...forgetContacts(id)],
      value: account,
    });
  });
}

/** Statements after which nothing lets the account in: no key, no code, no link, no session. */
export function closeEveryWay({ db: { orm } }: StaffTools, id: string): Statement[] {
  return [
    orm.delete(passkeys).where(eq(passkeys.accountId, id)),
    orm.delete(authenticators).where(eq(authenticators.accountId, id)),
    orm.delete(recoveryCodes).where(eq(recoveryCodes.accountId, id)),
    orm.delete(enrolLinks).where(eq(enrolLinks.accountId, id)),
    orm.delete(sessions).where(eq(sessions.accountId, id)),
  ];
}
