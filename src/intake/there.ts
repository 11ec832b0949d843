import type { Database } from '../db/database.ts';
import type { Item } from './item.ts';

type Known = Pick<Item, 'id' | 'site' | 'receipt' | 'codeHash'>;

/**
 * Which of these are in the database already, by id: an earlier try may have been committed and only its answer lost. The
 * same number with the same code is the same submission too: both were derived from one key and one body.
 */
export async function thereOf(db: Database, items: readonly Known[]): Promise<Set<string>> {
  const asked = items.map(({ id, site, receipt, codeHash }) => [id, site, receipt, codeHash]);
  const [found] = await db.write([
    {
      sql: `SELECT a.value ->> 0 AS id FROM json_each(?) a WHERE EXISTS (SELECT 1 FROM cases WHERE id = a.value ->> 0)
        OR EXISTS (SELECT 1 FROM cases WHERE site = a.value ->> 1 AND receipt = a.value ->> 2 AND code_hash = a.value ->> 3)`,
      args: [JSON.stringify(asked)],
    },
  ]);
  return new Set((found?.rows ?? []).map((row) => row['id'] as string));
}
