import { sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import type { Account } from '../staff/account.ts';
import type { Workflow } from '../workflow/define.ts';
import { worksOn } from './offered.ts';
import { RECUSED } from './recuse.ts';
import { within } from './scope.ts';
import type { StaffCase } from './staff-view.ts';

/** SQLite takes 500 terms of a compound SELECT. */
const AT_ONCE = 200;

/** Of some accounts, those that see a case and work on it: whoever could hold it. Those who stepped back are not among them. */
export async function handlersOf(
  { orm }: Database,
  accounts: readonly Account[],
  found: StaffCase,
  workflow: Workflow,
): Promise<Account[]> {
  const able = accounts.filter((account) => worksOn(account, found, workflow));
  const seeing = new Set<string>();
  for (let from = 0; from < able.length; from += AT_ONCE) {
    const asked = able.slice(from, from + AT_ONCE).flatMap((account) => {
      const scope = within(account);
      return scope ? [sql`SELECT ${account.id} AS id FROM cases WHERE cases.id = ${found.row.id} AND ${scope}`] : [];
    });
    if (asked.length === 0) continue;
    const rows = await orm.all<{ id: string }>(sql.join(asked, sql` UNION ALL `));
    for (const { id } of rows) seeing.add(id);
  }
  return able.filter(({ id }) => seeing.has(id));
}

/** The department in charge of a case where all who could work on it there stepped back; null where somebody is left. */
export async function vacantHolder(
  db: Database,
  accounts: readonly Account[],
  found: StaffCase,
  workflow: Workflow,
): Promise<string | null> {
  const { holder, row, events } = found;
  // A department may well have no account yet; only a recusal can leave it without anybody.
  if (holder === null || !events.some(({ code }) => code === RECUSED)) return null;
  const inside = accounts.filter(({ site, department }) => site === row.site && department === holder);
  const left = inside.length > 0 ? await handlersOf(db, inside, found, workflow) : [];
  return inside.length > 0 && left.length === 0 ? holder : null;
}
