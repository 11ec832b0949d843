import { demoStaff } from '../../demo/staff.ts';
import { accountByLogin, openAccount } from '../../src/staff/account.ts';
import { issueLink } from '../../src/staff/enrol.ts';
import type { StaffTools } from '../../src/staff/tools.ts';

export interface DemoLink {
  login: string;
  name: string;
  link: string;
}

/** Opens the demo accounts that are not there yet, and issues a fresh enrol link to each: a local run's ways in. */
export async function demoLinks(tools: StaffTools): Promise<DemoLink[]> {
  const links: DemoLink[] = [];
  for (const { login, name, role, site, station = null, department = null, deputy = null } of demoStaff) {
    const known = await accountByLogin(tools, login);
    const opened =
      known ?? (await openAccount(tools, 'system', { login, name, role, site, station, department, deputy }));
    // Ended by somebody who tried it out: a login is not given twice.
    if ('ok' in opened && !opened.ok) continue;
    const account = 'ok' in opened ? opened.value : opened;
    const link = await issueLink(tools, 'system', account.id);
    if (link.ok) links.push({ login, name, link: link.value });
  }
  return links;
}
