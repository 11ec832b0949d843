import { sql, type SQL } from 'drizzle-orm';
import { caseKeys } from '../db/case-keys.ts';
import { sentCodes } from '../notify/codes/tables.ts';
import { outOfMatters } from './matter/tables.ts';
import { caseAssignments, caseNotes, caseRemarks } from './road-tables.ts';
import { leavingIndex } from './search-index.ts';
import { presences } from './presence/tables.ts';
import { identityCodes, requestCases } from './personal/tables.ts';
import { caseSecrets } from './tables.ts';
import { tasks } from './tasks/tables.ts';

/** Everything that is kept of a case besides its row and its chain. */
const kept = [
  caseKeys,
  caseSecrets,
  caseNotes,
  caseRemarks,
  caseAssignments,
  tasks,
  presences,
  identityCodes,
  requestCases,
  sentCodes,
];

/** Statements that destroy a case's key and all its words at a time in ms, for the batch of the step that erases. */
export const erasing = (caseId: string, now: number): SQL[] => [
  // On a list of its own, which outlives the database: a backup that is put back must not bring them back.
  sql`INSERT INTO erasures (case_id, at) VALUES (${caseId}, ${now}) ON CONFLICT DO NOTHING`,
  ...kept.map((table) => sql`DELETE FROM ${table} WHERE ${table.caseId} = ${caseId}`),
  ...outOfMatters(caseId),
  // Nobody's copy has it any more.
  sql`DELETE FROM request_cases WHERE other_id = ${caseId}`,
  sql`DELETE FROM case_holders WHERE case_id = ${caseId}`,
  ...leavingIndex(caseId),
  sql`UPDATE outbox SET address_index = NULL WHERE case_id = ${caseId}`,
  sql`UPDATE cases SET title = '', answers = '{}', frozen = NULL, phone_index = NULL, identity_index = NULL,
    waits_for = NULL, acted_by = NULL WHERE id = ${caseId}`,
];
