import { sql } from 'drizzle-orm';
import type { Tools } from '../../src/cases/tools.ts';
import { both } from '../stop.ts';

/** How much still rests on one key of the ring. */
export interface RingUse {
  kid: string;
  /** Cases, and accounts with an address, that only this key opens. */
  cases: number;
  /** Query codes that can only be checked with this key: without it their holders need new ones. */
  codes: number;
}

/** What each key of the ring is still needed for; a key with nothing may be taken out. */
export async function ringUse({ db, ring }: Pick<Tools, 'db' | 'ring'>): Promise<RingUse[]> {
  const wrapped = await db.orm.all<{ kid: string; n: number }>(
    sql`SELECT substr(rest, 1, instr(rest, '.') - 1) AS kid, count(*) AS n
      FROM (SELECT substr(wrapped, instr(wrapped, '.') + 1) AS rest FROM case_keys) GROUP BY kid`,
  );
  const codes = await db.orm.all<{ kid: string; n: number }>(
    sql`SELECT substr(code_hash, 1, instr(code_hash, '.') - 1) AS kid, count(*) AS n FROM cases GROUP BY kid`,
  );
  return ring.ids.map((kid) => ({ kid, cases: countOf(wrapped, kid), codes: countOf(codes, kid) }));
}

const countOf = (rows: readonly { kid: string; n: number }[], kid: string): number =>
  rows.find((row) => row.kid === kid)?.n ?? 0;

/** A line a key. */
export const useLines = (uses: readonly RingUse[], current: string): string[] =>
  uses.map(({ kid, cases, codes }) => {
    const role = kid === current ? both('当前', 'current') : both('旧', 'old');
    return `${kid}  ${role}  ${both(`案件和账号 ${cases}, 查询码 ${codes}`, `cases and accounts ${cases}, codes ${codes}`)}`;
  });
