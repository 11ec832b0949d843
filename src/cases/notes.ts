import type { Database, Statement } from '../db/database.ts';
import { openCaseKey, type CaseKey } from '../lib/sealing/case-key.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';
import { caseNotes, caseRemarks } from './road-tables.ts';

/** What was written at a step: `note` for the sender, `remark` among colleagues. */
export interface Written {
  note?: string;
  remark?: string;
}

/** Notes for the sender, by the number of their step. */
export type Notes = ReadonlyMap<number, string>;

const noteField = (seq: number): string => `note|${seq}`;
const remarkField = (seq: number): string => `remark|${seq}`;

/** Statements that keep what was written at a step, sealed, each in its own table. */
export async function writtenRows(
  { orm }: Database,
  key: CaseKey,
  { stream: caseId, seq }: { stream: string; seq: number },
  { note, remark }: Written,
): Promise<Statement[]> {
  const rows: Statement[] = [];
  if (note !== undefined) {
    rows.push(orm.insert(caseNotes).values({ caseId, seq, sealed: await key.seal(noteField(seq), note) }));
  }
  if (remark !== undefined) {
    rows.push(orm.insert(caseRemarks).values({ caseId, seq, sealed: await key.seal(remarkField(seq), remark) }));
  }
  return rows;
}

/** A case's notes for its sender. Empty where its key is gone or not in the ring; what was tampered with is left out. */
export async function openNotes(
  ring: KeyRing,
  caseId: string,
  wrapped: string | null | undefined,
  rows: readonly { seq: number; sealed: string }[],
): Promise<Notes> {
  const key = rows.length > 0 && wrapped ? await openCaseKey(ring, caseId, wrapped) : null;
  if (!key) return new Map();
  const opened = rows.map(async ({ seq, sealed }) => [seq, await key.open(noteField(seq), sealed)] as const);
  const readable = (await Promise.all(opened)).flatMap(([seq, text]) => (text === null ? [] : [[seq, text] as const]));
  return new Map(readable);
}
