import { desc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { codePauses } from './tables.ts';

const { site, pausedAt, sent, used, least, liftedAt, liftedBy, liftReason } = codePauses;
const figures = { site, pausedAt, sent, used, least };

/** A pause that is on, with the figures it began by. */
export interface OpenPause {
  site: string;
  pausedAt: number;
  sent: number;
  used: number;
  least: number;
}

/** One pause as those read it who look back. */
export interface Pause extends OpenPause {
  liftedAt: number | null;
  liftedBy: string | null;
  liftReason: string | null;
}

/** Every pause that is on. */
export const openPauses = ({ orm }: Database): Promise<OpenPause[]> =>
  orm.select(figures).from(codePauses).where(isNull(liftedAt));

/** The pauses of a site, open and lifted, the newest first. */
export const pausesOf = ({ orm }: Database, of: string, limit: number): Promise<Pause[]> =>
  orm
    .select({ ...figures, liftedAt, liftedBy, liftReason })
    .from(codePauses)
    .where(eq(site, of))
    .orderBy(desc(codePauses.id))
    .limit(limit);

/** Whether the codes of a site are paused, as a condition of the very statement that would send one. */
export const codesPaused = (of: string | SQL): SQL =>
  sql`EXISTS (SELECT 1 FROM code_pauses p WHERE p.site = ${of} AND p.lifted_at IS NULL)`;
