import { eq } from 'drizzle-orm';
import { demoStaff, type DemoStaff } from '../../demo/staff.ts';
import { openAccount } from '../../src/staff/account.ts';
import { issueLink } from '../../src/staff/enrol.ts';
import { accounts } from '../../src/staff/tables.ts';
import { contactsOfNew } from '../../src/staff-messages/contact.ts';
import type { StaffTools } from '../../src/staff/tools.ts';

export interface DemoLink {
  login: string;
  name: string;
  link: string;
}

/** The id of the account of a login, ended ones included: a login is not given twice. */
export async function accountOf({ db }: Pick<StaffTools, 'db'>, login: string): Promise<string> {
  const [row] = await db.orm.select({ id: accounts.id }).from(accounts).where(eq(accounts.login, login));
  if (!row) throw new Error(`the demo account ${login} was never opened`);
  return row.id;
}

/** Opens the account of somebody of the demonstration unless it is there; its id. */
export async function opened(tools: StaffTools, one: DemoStaff): Promise<string> {
  const { login, name, role, site, station = null, department = null, deputy = null, email } = one;
  const given = email === undefined ? [] : [{ channel: 'email', address: email } as const];
  const about = { login, name, role, site, station, department, deputy };
  const account = await openAccount(tools, 'system', about, contactsOfNew(tools, given));
  if (account.ok) return account.value.id;
  if (account.error === 'login-taken') return accountOf(tools, login);
  throw new Error(`${login}: ${account.error}`);
}

/** Opens the demo accounts that are not there yet, and issues a fresh enrol link to each: a local run's ways in. */
export async function demoLinks(tools: StaffTools): Promise<DemoLink[]> {
  const links: DemoLink[] = [];
  for (const one of demoStaff) {
    // None for an account that somebody ended to try it out.
    const link = await issueLink(tools, 'system', await opened(tools, one));
    if (link.ok) links.push({ login: one.login, name: one.name, link: link.value });
  }
  return links;
}
