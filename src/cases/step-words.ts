import { sha256 } from '../lib/bytes.ts';
import { canonical } from '../lib/canonical.ts';
import { openCaseKey } from '../lib/sealing/case-key.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';
import { partsFor, type Said } from '../workflow/said.ts';
import { openNotes, openRemarks } from './notes.ts';
import { jsonOf, type StoredCase } from './stored.ts';

/** All words of one step, wherever they are kept. */
export type StepWords = Said & { lead?: string; with?: string };

const NAMES = [...partsFor('sender'), ...partsFor('colleagues'), 'lead', 'with'] as const;

/** The salted digest that stands in the chain for the words of a step, or null where it had none. */
export async function wordsDigest(salt: string, said: StepWords): Promise<string | null> {
  const given = NAMES.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]] as const]));
  return given.length === 0 ? null : sha256(`${salt}|${canonical(Object.fromEntries(given))}`);
}

/** The number of the first step whose words are no longer those its event stands for; null where all are, or none can be read. */
export async function firstChangedWords(ring: KeyRing, stored: StoredCase): Promise<number | null> {
  const { row, key: kept, events, notes, remarks, assignments } = stored;
  const key = kept && (await openCaseKey(ring, row.id, kept.wrapped));
  if (!key || !kept) return null;
  const [told, internal] = await Promise.all([openNotes(key, notes), openRemarks(key, remarks)]);
  const given = new Map(assignments.map((one) => [one.seq, one]));
  for (const { seq, data } of events) {
    const { lead, helpers } = given.get(seq) ?? {};
    const words = { ...told.get(seq), ...internal.get(seq), lead, with: helpers ?? undefined };
    if ((jsonOf(data)['words'] ?? null) !== (await wordsDigest(kept.salt, words))) return seq;
  }
  return null;
}
