import type { Database, Statement } from '../db/database.ts';
import { openCaseKey, type CaseKey } from '../lib/sealing/case-key.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';
import { isPart, parts, partsFor, type Part, type Said } from '../workflow/said.ts';
import { caseNotes, caseRemarks } from './road-tables.ts';

/** What was said, by the number of the step. */
export type Notes = ReadonlyMap<number, Said>;

const fieldOf = (part: string, seq: number): string => `${part}|${seq}`;

const tables = { sender: caseNotes, colleagues: caseRemarks } as const;

/** Statements that keep what was said at a step, sealed: for the sender and among colleagues, each in its own table. */
export async function writtenRows(
  { orm }: Database,
  key: CaseKey,
  { stream: caseId, seq }: { stream: string; seq: number },
  said: Said,
): Promise<Statement[]> {
  const all = [...partsFor('sender'), ...partsFor('colleagues')];
  const given = all.flatMap((part) => (said[part] === undefined ? [] : [{ part, text: said[part] }]));
  // Sealed first: a statement among promises would be carried out at once.
  const sealed = await Promise.all(given.map(({ part, text }) => key.seal(fieldOf(part, seq), text)));
  return given.map(({ part }, at) =>
    orm.insert(tables[parts[part].for]).values({ caseId, seq, part, sealed: sealed[at] ?? '' }),
  );
}

interface Sealed {
  seq: number;
  part: string;
  sealed: string;
}

/** Opens what was said; what was tampered with is left out, as is what stands in the table of other readers. */
async function openAll(key: CaseKey, rows: readonly Sealed[], reader: (typeof parts)[Part]['for']): Promise<Notes> {
  const opened = new Map<number, Said>();
  const texts = await Promise.all(rows.map(({ seq, part, sealed }) => key.open(fieldOf(part, seq), sealed)));
  for (const [at, { seq, part }] of rows.entries()) {
    const text = texts[at] ?? null;
    if (text === null || !isPart(part) || parts[part].for !== reader) continue;
    opened.set(seq, { ...opened.get(seq), [part]: text });
  }
  return opened;
}

/** What was said to a case's sender. */
export const openNotes = (key: CaseKey, rows: readonly Sealed[]): Promise<Notes> => openAll(key, rows, 'sender');

/** What colleagues said, for staff alone. */
export const openRemarks = (key: CaseKey, rows: readonly Sealed[]): Promise<Notes> => openAll(key, rows, 'colleagues');

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
