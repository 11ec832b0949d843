import { sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { MATTER } from './events.ts';

/** What the tables of a bundle say otherwise than the chains. */
export interface BrokenBundle {
  receipt: string;
  why:
    /** It stands in a bundle that its chain did not bring it into. */
    | 'never-joined'
    /** Its chain brought it into a bundle, and nothing let it go. */
    | 'left-silently'
    /** A step is said to come from a lead that never took it. */
    | 'no-such-step';
}

/** The last word of a case's own chain on its bundle: an event that joined or parted it. */
const lastWord = sql`SELECT stream, code, data ->> 'matter' AS lead FROM events e
  WHERE code IN (${MATTER.joined}, ${MATTER.parted}) AND NOT EXISTS (SELECT 1 FROM events later
    WHERE later.stream = e.stream AND later.seq > e.seq AND later.code IN (${MATTER.joined}, ${MATTER.parted}))`;

/** Walks all bundles: each member stands where its chain says, and each step carried on was taken by the lead. */
export async function brokenBundles({ orm }: Database): Promise<BrokenBundle[]> {
  return orm.all<BrokenBundle>(sql`WITH word AS (${lastWord})
    SELECT c.receipt, 'never-joined' AS why FROM matter_members m JOIN cases c ON c.id = m.case_id
      WHERE NOT EXISTS (SELECT 1 FROM word w WHERE w.stream = m.case_id AND w.code = ${MATTER.joined} AND w.lead = m.lead_id)
    UNION ALL
    SELECT c.receipt, 'left-silently' FROM word w JOIN cases c ON c.id = w.stream
      WHERE w.code = ${MATTER.joined} AND EXISTS (SELECT 1 FROM case_keys WHERE case_id = w.stream)
        AND EXISTS (SELECT 1 FROM case_keys WHERE case_id = w.lead)
        AND NOT EXISTS (SELECT 1 FROM matter_members m WHERE m.case_id = w.stream AND m.lead_id = w.lead)
    UNION ALL
    SELECT DISTINCT c.receipt, 'no-such-step' FROM events e JOIN cases c ON c.id = e.stream
      WHERE e.data ->> 'carried' IS NOT NULL AND NOT EXISTS (SELECT 1 FROM events l
        WHERE l.stream = e.data ->> 'matter' AND l.seq = e.data ->> 'carried' AND l.code = e.code)
    ORDER BY 2 DESC, 1`);
}
