import { inArray, sql } from 'drizzle-orm';
import { idFrom } from '../../lib/ids.ts';
import { cases } from '../tables.ts';
import type { Tools } from '../tools.ts';
import { bandsOf } from './sketch.ts';
import { bandScope, toldBy, wholeText } from './words-of.ts';

const DAY = 86_400_000;
/** How long a filing is found by its words. */
export const FOUND_FOR_DAYS = 180;

/**
 * Gives bands to the next `limit` filings that wait for them, and takes them from those that are too old to be found; how
 * many waited. Safe to call at any time, twice at once too.
 */
export async function keepBands({ db, clock }: Pick<Tools, 'db' | 'clock'>, limit: number): Promise<number> {
  const oldest = idFrom(clock.now() - FOUND_FOR_DAYS * DAY);
  const waiting = await db.orm.all<{ id: string }>(
    sql`SELECT case_id AS id FROM matter_waiting ORDER BY case_id DESC LIMIT ${limit}`,
  );
  const ids = waiting.map(({ id }) => id);
  const rows = ids.length === 0 ? [] : await db.orm.select().from(cases).where(inArray(cases.id, ids));
  const bands = rows.flatMap((row) => {
    const told = row.id < oldest ? null : toldBy(row);
    return told ? bandsOf(bandScope(row), wholeText(told)).map((band) => [row.id, band] as const) : [];
  });
  await db.write([
    // Erased between reading and writing: a filing that waits no more gets no bands.
    sql`INSERT INTO matter_bands (case_id, band)
      SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(bands)})
      WHERE EXISTS (SELECT 1 FROM matter_waiting WHERE case_id = value ->> 0) ON CONFLICT DO NOTHING`,
    sql`DELETE FROM matter_waiting WHERE case_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
    sql`DELETE FROM matter_bands WHERE case_id < ${oldest}`,
  ]);
  return ids.length;
}
