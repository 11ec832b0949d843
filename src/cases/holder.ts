import { sql, type SQL } from 'drizzle-orm';

/** Whether assignment `a` holds: none came after it, and it was not given back. */
const holds = sql`NOT EXISTS (SELECT 1 FROM case_assignments b WHERE b.case_id = a.case_id AND b.seq > a.seq)
  AND NOT EXISTS (SELECT 1 FROM events e WHERE e.stream = a.case_id AND e.seq > a.seq AND e.code = 'return')`;

/** The department in charge of the row of `cases`, or null. */
export const holder = sql`(SELECT a.lead FROM case_assignments a WHERE a.case_id = cases.id AND ${holds})`;

/** Ids of the cases that a department holds or helps with. Helpers stand in one field, parted by 、. */
export const heldBy = (department: string | null): SQL => sql`SELECT a.case_id FROM case_assignments a
    WHERE a.lead = ${department} AND ${holds}
  UNION ALL SELECT a.case_id FROM case_assignments a
    WHERE a.helpers IS NOT NULL AND instr('、' || a.helpers || '、', '、' || ${department} || '、') > 0 AND ${holds}`;
