import { openCaseKey } from '../lib/sealing/case-key.ts';
import type { Due } from '../workflow/due.ts';

/** The answer to a submission (api.md, 201 Created). */
export interface Answer {
  receipt: string;
  code: string;
  fingerprint: string;
  kind: string;
  state: string;
  submittedAt: string;
  due: Due | null;
  statusUrl: string;
}

/** The state of what was accepted and is not in the database yet (api.md, 202 Accepted). */
export const SPOOLED = 'spooled';

/** Under which name the first answer is sealed with its case's key. */
export const ANSWER_FIELD = 'answer';

/** The first answer again, or null where its key is gone with the case. */
export async function openAnswer(
  ring: Parameters<typeof openCaseKey>[0],
  row: { caseId: string; wrapped: string | null; answer: string },
): Promise<Answer | null> {
  const key = row.wrapped === null ? null : await openCaseKey(ring, row.caseId, row.wrapped);
  const plain = await key?.open(ANSWER_FIELD, row.answer);
  return plain ? (JSON.parse(plain) as Answer) : null;
}
