import { eq } from 'drizzle-orm';
import { fail, ok, type Result } from '../lib/result.ts';
import { accountById, type Account } from './account.ts';
import { changeAccount } from './change.ts';
import { reachFits, type Reach, type RoleId } from './roles.ts';
import { accounts, sessions } from './tables.ts';
import type { StaffTools } from './tools.ts';

export type RoleRefusal = 'unknown' | 'reach-wrong' | 'same';

/**
 * Gives an account another role and reach, and ends its open sessions, in one batch with the event that says what it was
 * and what it is. Nobody changes their own (`unknown`): no administrator can give themselves more, or lock all out.
 */
export async function changeRole(
  tools: StaffTools,
  actor: `staff:${string}`,
  id: string,
  { role, ...reach }: Reach & { role: RoleId },
): Promise<Result<Account, RoleRefusal>> {
  if (actor === `staff:${id}`) return fail('unknown');
  if (!reachFits(role, reach)) return fail('reach-wrong');
  return changeAccount<Account, RoleRefusal>(tools, id, async () => {
    const account = await accountById(tools, id);
    if (!account) return fail('unknown');
    const { site, station, department, deputy = null } = reach;
    const now = { role, site, station, department, deputy };
    const parts = Object.keys(now) as (keyof typeof now)[];
    if (parts.every((part) => (account[part] ?? null) === now[part])) return fail('same');
    const { orm } = tools.db;
    return ok({
      actor,
      code: 'role-changed',
      data: {
        ...now,
        ...Object.fromEntries(parts.map((part) => [`was-${part}`, account[part] ?? null])),
      },
      statements: [
        orm.update(accounts).set(now).where(eq(accounts.id, id)),
        orm.delete(sessions).where(eq(sessions.accountId, id)),
      ],
      value: { ...account, ...now },
    });
  });
}
