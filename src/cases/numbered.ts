import { sql, type SQL } from 'drizzle-orm';

/**
 * Whether the row of `cases` has this number, in its canonical form. The number alone is in no index, since it is unique
 * within its county; its end is (0021_search.sql), so that whoever knows no county reads a few rows and not all.
 */
export const numbered = (receipt: string): SQL =>
  sql`cases.receipt = ${receipt} AND substr(cases.receipt, -4) = ${receipt.slice(-4)}`;
