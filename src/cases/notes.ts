import type { Database, Statement } from '../db/database.ts';
import { openCaseKey, type CaseKey } from '../lib/sealing/case-key.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';
import { caseNotes, caseRemarks } from './road-tables.ts';

/** What was written at a step: `note` for the sender, `remark` among colleagues. */
export interface Written {
  note?: string;
  remark?: string;
}

/** What was written, by the number of the step. */
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

interface Sealed {
  seq: number;
  sealed: string;
}

async function openAll(key: CaseKey, rows: readonly Sealed[], field: (seq: number) => string): Promise<Notes> {
  const opened = rows.map(async ({ seq, sealed }) => [seq, await key.open(field(seq), sealed)] as const);
  const readable = (await Promise.all(opened)).flatMap(([seq, text]) => (text === null ? [] : [[seq, text] as const]));
  return new Map(readable);
}

/** A case's notes for its sender; what was tampered with is left out. */
export const openNotes = (key: CaseKey, rows: readonly Sealed[]): Promise<Notes> => openAll(key, rows, noteField);

/** What colleagues wrote, for staff alone. */
export const openRemarks = (key: CaseKey, rows: readonly Sealed[]): Promise<Notes> => openAll(key, rows, remarkField);

/** Notes of a case by its wrapped key; empty where the key is gone or not in the ring. */
export async function notesUnder(
  ring: KeyRing,
  caseId: string,
  wrapped: string | null | undefined,
  rows: readonly Sealed[],
): Promise<Notes> {
  const key = rows.length > 0 && wrapped ? await openCaseKey(ring, caseId, wrapped) : null;
  return key ? openNotes(key, rows) : new Map();
}
