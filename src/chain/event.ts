import { sha256 } from '../lib/bytes.ts';
import { canonical } from '../lib/canonical.ts';
import type { EventRow } from './tables.ts';

/** Who did it: the resident, a member of staff by id, or the program itself. */
export type Actor = 'citizen' | 'system' | `staff:${string}`;

export interface NewEvent {
  at: number;
  actor: Actor;
  code: string;
  /** Codes and salted digests only; words would outlive their erasure. */
  data: Record<string, string | number | boolean | null>;
}

const FIRST_LINK = '';

const hashOf = (event: Omit<EventRow, 'hash'>): Promise<string> => {
  const { stream, seq, at, actor, code, data, prev } = event;
  return sha256(canonical({ stream, seq, at, actor, code, data, prev }));
};

/** The next link of a stream after `last` (none: the first), its hash taken over the one before. */
export async function nextEvent(
  stream: string,
  last: { seq: number; hash: string } | null,
  event: NewEvent,
): Promise<EventRow> {
  const link = {
    stream,
    seq: (last?.seq ?? 0) + 1,
    at: event.at,
    actor: event.actor,
    code: event.code,
    data: canonical(event.data),
    prev: last?.hash ?? FIRST_LINK,
  };
  return { ...link, hash: await hashOf(link) };
}

export type ChainFault = { seq: number; why: 'missing' | 'changed' | 'unlinked' };

/** Walks one stream's events in order; the first broken link, or null where the chain is whole. */
export async function firstBrokenLink(chain: readonly EventRow[]): Promise<ChainFault | null> {
  let prev = FIRST_LINK;
  for (const [index, event] of chain.entries()) {
    if (event.seq !== index + 1) return { seq: index + 1, why: 'missing' };
    if (event.prev !== prev) return { seq: event.seq, why: 'unlinked' };
    if (event.hash !== (await hashOf(event))) return { seq: event.seq, why: 'changed' };
    prev = event.hash;
  }
  return null;
}
