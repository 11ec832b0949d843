import { sql, type SQL } from 'drizzle-orm';
import type { Site } from '../../sites/site.ts';
import type { TemplateId } from '../templates.ts';

const DAY = 86_400_000;

interface Sent {
  caseId: string;
  template: TemplateId;
  revision: number;
}

/** Notes a code of the same batch that goes by SMS; one that goes by e-mail alone, or nowhere, leaves no row. */
export const codeSent = ({ caseId, template, revision }: Sent, now: number): SQL =>
  sql`INSERT INTO sent_codes (case_id, revision, template, site, asked_at)
    SELECT case_id, revision, template, site, ${now} FROM outbox
    WHERE case_id = ${caseId} AND template = ${template} AND channel = 'sms' AND revision = ${revision}
    ON CONFLICT DO NOTHING`;

/** Notes that the last code of a case was typed back. `caseId` may be a query that gives none: then nothing is noted. */
export const codeUsed = (caseId: string | SQL, of: readonly TemplateId[], now: number): SQL =>
  sql`UPDATE sent_codes SET used_at = ${now} WHERE used_at IS NULL AND (case_id, revision) =
    (SELECT case_id, max(revision) FROM sent_codes WHERE case_id = ${caseId} AND template IN ${of})`;

/** What is too old to say anything at any site. */
export const oldCodes = (sites: readonly Site[], now: number): SQL =>
  sql`DELETE FROM sent_codes
    WHERE asked_at < ${now - DAY * Math.max(...sites.map(({ settings }) => settings.codes.withinDays))}`;
