import { sql, type SQL } from 'drizzle-orm';
import { caseKeys } from '../db/case-keys.ts';
import { caseAssignments, caseNotes, caseRemarks } from './road-tables.ts';
import { caseSecrets } from './tables.ts';

/** Everything that is kept of a case besides its row and its chain. */
const kept = [caseKeys, caseSecrets, caseNotes, caseRemarks, caseAssignments];

/** Statements that destroy a case's key and all its words, for the batch of the step that erases. */
export const erasing = (caseId: string): SQL[] => [
  ...kept.map((table) => sql`DELETE FROM ${table} WHERE ${table.caseId} = ${caseId}`),
  sql`UPDATE cases SET title = '', answers = '{}', frozen = NULL, phone_index = NULL, identity_index = NULL WHERE id = ${caseId}`,
];
