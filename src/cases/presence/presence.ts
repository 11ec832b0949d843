import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { numbered } from '../numbered.ts';
import { within, type Reader } from '../scope.ts';

export type Doing = 'reading' | 'writing';

export const isDoing = (text: string): text is Doing => text === 'reading' || text === 'writing';

/** A colleague who has a case open. */
export interface Present {
  caseId: string;
  name: string;
  doing: Doing;
  /** Of the last beat, in ms. */
  at: number;
}

/** Without a beat for so long nobody is there any more; a page beats every 30 seconds. */
const GONE_AFTER = 90_000;

export interface Beat {
  /** A receipt in its canonical form. */
  receipt: string;
  page: string;
  doing: Doing;
  now: number;
}

const others = (reader: Reader, now: number, which: SQL): SQL => sql`SELECT p.case_id AS caseId, a.name, p.doing, p.at
  FROM case_presences p JOIN staff_accounts a ON a.id = p.account_id
  WHERE p.case_id IN (${which}) AND p.account_id <> ${reader.id} AND p.at > ${now - GONE_AFTER} ORDER BY p.at DESC`;

/** Notes that a reader has a case open, and tells who else has; null where the case is not there for them. */
export async function beat(
  db: Database,
  reader: Reader,
  { receipt, page, doing, now }: Beat,
): Promise<Present[] | null> {
  const scope = within(reader);
  if (!scope) return null;
  const there = sql`SELECT id FROM cases WHERE ${numbered(receipt)} AND ${scope}`;
  const [noted, found] = await db.write([
    sql`INSERT INTO case_presences (case_id, account_id, page, doing, at)
      SELECT id, ${reader.id}, ${page}, ${doing}, ${now} FROM cases WHERE ${numbered(receipt)} AND ${scope}
      ON CONFLICT (case_id, account_id) DO UPDATE SET page = excluded.page, doing = excluded.doing, at = excluded.at`,
    others(reader, now, there),
  ]);
  return noted?.rowsAffected === 1 ? ((found?.rows ?? []) as unknown as Present[]) : null;
}

/** A page was left: whoever has the case open in another, or opened one since, is still there. */
export async function leave(
  db: Database,
  reader: Reader,
  { receipt, page }: Pick<Beat, 'receipt' | 'page'>,
): Promise<void> {
  await db.write([
    sql`DELETE FROM case_presences WHERE account_id = ${reader.id} AND page = ${page}
      AND case_id IN (SELECT id FROM cases WHERE ${numbered(receipt)})`,
  ]);
}

/** Who else has which of these cases open, by case; the caller has found them for this reader. */
export async function presentIn(
  { orm }: Database,
  reader: Reader,
  caseIds: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, Present[]>> {
  if (caseIds.length === 0) return new Map();
  const found = await orm.all<Present>(
    others(reader, now, sql`SELECT value FROM json_each(${JSON.stringify(caseIds)})`),
  );
  return Map.groupBy(found, ({ caseId }) => caseId);
}

/** What is long over, for the sweep. */
export const sweepPresences = (now: number): SQL => sql`DELETE FROM case_presences WHERE at < ${now - 2 * GONE_AFTER}`;
