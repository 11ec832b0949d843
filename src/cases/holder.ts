import { sql, type SQL } from 'drizzle-orm';

/** The department in charge of the row of `cases`, or null. The database keeps who holds what (0020_holders.sql). */
export const holder = sql`(SELECT h.department FROM case_holders h WHERE h.case_id = cases.id AND h.leads = 1)`;

/** Whether a department of a site leads or helps in the case of the row of `cases`. */
export const heldBy = (site: string | null, department: string | null): SQL => sql`EXISTS (SELECT 1 FROM case_holders h
    WHERE h.site = ${site} AND h.department = ${department} AND h.case_id = cases.id)`;
