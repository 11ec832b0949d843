import * as v from 'valibot';
import { canonical } from '../lib/canonical.ts';

/** That a case was erased, as it lies in the object store: an id and a time, and nothing of the case. */
export interface ErasureNote {
  caseId: string;
  at: number;
}

const noteSchema = v.strictObject({ v: v.literal(1), caseId: v.pipe(v.string(), v.uuid()), at: v.number() });

export const erasureName = (caseId: string): string => `erasures/${caseId}.json`;

export const erasureText = ({ caseId, at }: ErasureNote): string => canonical({ v: 1, caseId, at });

/** A note read back; null where the text is none. */
export function readErasure(text: string): ErasureNote | null {
  try {
    const read = v.safeParse(noteSchema, JSON.parse(text));
    return read.success ? { caseId: read.output.caseId, at: read.output.at } : null;
  } catch {
    return null;
  }
}
