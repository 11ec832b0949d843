import { asc, eq, gt, inArray } from 'drizzle-orm';
import { events, type EventRow } from '../chain/tables.ts';
import { caseKeys } from '../db/case-keys.ts';
import type { Database } from '../db/database.ts';
import type { Json } from '../forms/define.ts';
import { openCaseKey } from '../lib/sealing/case-key.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';
import { putTogether } from './body-parts.ts';
import { matterLeads, matterMembers } from './matter/tables.ts';
import { numbered } from './numbered.ts';
import { caseAssignments, caseNotes, caseRemarks, type Assignment, type WordsRow } from './road-tables.ts';
import { cases, caseSecrets, type CaseRow } from './tables.ts';

/** A case with all that is kept of it; only its key opens what is sealed. */
export interface StoredCase {
  row: CaseRow;
  /** Null once the key was destroyed. */
  key: { wrapped: string; salt: string } | null;
  /** JSON: field path → envelope. */
  sealed: string | null;
  /** Oldest first. */
  events: EventRow[];
  /** Sealed words of its steps: for the sender, and among colleagues. */
  notes: WordsRow[];
  remarks: WordsRow[];
  assignments: Assignment[];
  /** Its place in a bundle on one matter: whom it follows, or whether others follow it. */
  matter: { follows: string | null; leads: boolean };
}

const byCase = <R extends { caseId: string }>(found: readonly R[]) => Map.groupBy(found, ({ caseId }) => caseId);

/** One case by its number or id, some by their ids, or the next `limit` after an id, oldest first; one round trip. */
export async function storedCases(
  { orm }: Database,
  which: { receipt: string } | { id: string } | { ids: readonly string[] } | { after: string; limit: number },
): Promise<StoredCase[]> {
  const picked = () => {
    const ids = orm.select({ id: cases.id }).from(cases);
    if ('ids' in which) return ids.where(inArray(cases.id, [...which.ids]));
    if ('id' in which) return ids.where(eq(cases.id, which.id));
    return 'receipt' in which
      ? ids.where(numbered(which.receipt))
      : ids.where(gt(cases.id, which.after)).orderBy(asc(cases.id)).limit(which.limit);
  };
  const [rows, keys, secrets, links, notes, remarks, assignments, members, leads] = await orm.batch([
    orm.select().from(cases).where(inArray(cases.id, picked())).orderBy(asc(cases.id)),
    orm.select().from(caseKeys).where(inArray(caseKeys.caseId, picked())),
    orm.select().from(caseSecrets).where(inArray(caseSecrets.caseId, picked())),
    orm.select().from(events).where(inArray(events.stream, picked())).orderBy(asc(events.stream), asc(events.seq)),
    orm.select().from(caseNotes).where(inArray(caseNotes.caseId, picked())),
    orm.select().from(caseRemarks).where(inArray(caseRemarks.caseId, picked())),
    orm.select().from(caseAssignments).where(inArray(caseAssignments.caseId, picked())),
    orm.select().from(matterMembers).where(inArray(matterMembers.caseId, picked())),
    orm.select().from(matterLeads).where(inArray(matterLeads.caseId, picked())),
  ]);
  const leadOf = new Map(members.map(({ caseId, leadId }) => [caseId, leadId]));
  const leading = new Set(leads.map(({ caseId }) => caseId));
  const keyOf = new Map(keys.map((key) => [key.caseId, key]));
  const sealedOf = new Map(secrets.map(({ caseId, sealed }) => [caseId, sealed]));
  const eventsOf = Map.groupBy(links, ({ stream }) => stream);
  const [notesOf, remarksOf, assignmentsOf] = [byCase(notes), byCase(remarks), byCase(assignments)];
  return rows.map((row) => ({
    row,
    notes: notesOf.get(row.id) ?? [],
    remarks: remarksOf.get(row.id) ?? [],
    assignments: assignmentsOf.get(row.id) ?? [],
    matter: { follows: leadOf.get(row.id) ?? null, leads: leading.has(row.id) },
    key: keyOf.get(row.id) ?? null,
    sealed: sealedOf.get(row.id) ?? null,
    events: eventsOf.get(row.id) ?? [],
  }));
}

/** JSON of an object as stored; what somebody spoilt reads as empty, and is found out by its fingerprint. */
export function jsonOf(text: string | null): Json {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? (value as Json) : {};
  } catch {
    return {};
  }
}

/** Where the contact that the fingerprint was made of is sealed once its sender has put it right; JSON, or null. */
export const ORIGINAL_CONTACT = 'originalContact';

/**
 * What was sent: whole, as it is now (`body`) and as it was signed, or why it cannot be read. `erased`: its key was
 * destroyed; `locked`: the ring lacks its key.
 */
export type Opened = { is: 'open'; body: Json; signed: Json } | { is: 'erased' } | { is: 'locked' };

/** Puts open and sealed answers together again. An envelope that was tampered with is left out. */
export async function openStored(ring: KeyRing, { row, key: kept, sealed }: StoredCase): Promise<Opened> {
  if (!kept) return { is: 'erased' };
  const key = await openCaseKey(ring, row.id, kept.wrapped);
  if (!key) return { is: 'locked' };
  const envelopes = Object.entries(jsonOf(sealed));
  const plain = await Promise.all(
    envelopes.map(async ([path, text]) => [path, await key.open(path, String(text))] as const),
  );
  const readable = plain.flatMap(([path, text]) => (text === null ? [] : [[path, JSON.parse(text) as unknown]]));
  const { [ORIGINAL_CONTACT]: original, ...present } = Object.fromEntries(readable) as Record<string, unknown>;
  const body = putTogether({ open: jsonOf(row.answers), sealed: present });
  return { is: 'open', body, signed: original === undefined ? body : { ...body, contact: original } };
}
