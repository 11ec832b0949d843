import { sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';

/** A stream that is not what the seals say. `seq`: the event sealed; for `unsealed`, the head that should be. */
export interface UnkeptStream {
  stream: string;
  /** Of its case, where that is still there. */
  receipt: string | null;
  seq: number;
  /** How many events are left. */
  kept: number;
  why: 'gone' | 'cut' | 'rewritten' | 'unsealed';
}

interface Sealed {
  stream: string;
  receipt: string | null;
  seq: number;
  kept: number | null;
}

/** Streams that were cut off, rewritten or removed after they were sealed, and those that slipped past the seals. */
export async function unkeptStreams(db: Database, only?: string): Promise<UnkeptStream[]> {
  const [changed, slipped] = [await changedSince(db, only), await slippedPast(db, only)];
  return [
    ...changed.map((row) => ({ ...row, kept: row.kept ?? 0, why: whyOf(row) })),
    ...slipped.map((row) => ({ ...row, kept: row.seq, why: 'unsealed' as const })),
  ];
}

const whyOf = ({ seq, kept }: Sealed): UnkeptStream['why'] => {
  if (kept === null) return 'gone';
  return kept < seq ? 'cut' : 'rewritten';
};

const narrowed = (only?: string) => (only === undefined ? sql`` : sql`AND stream = ${only}`);

/** The first sealed head of each stream that is not found as it was sealed. */
const changedSince = ({ orm }: Database, only?: string): Promise<Sealed[]> =>
  orm.all(sql`SELECT x.stream, x.seq, c.receipt, (SELECT max(seq) FROM events WHERE stream = x.stream) AS kept
    FROM (SELECT stream, min(seq) AS seq FROM seal_heads h WHERE NOT EXISTS
        (SELECT 1 FROM events e WHERE e.stream = h.stream AND e.seq = h.seq AND e.hash = h.hash) ${narrowed(only)}
      GROUP BY stream) x
    LEFT JOIN cases c ON c.id = x.stream ORDER BY x.stream`);

/** Heads that no seal covers although they do not wait for one: written around the triggers. */
const slippedPast = ({ orm }: Database, only?: string): Promise<Sealed[]> =>
  orm.all(sql`SELECT x.stream, x.seq, c.receipt, x.seq AS kept
    FROM (SELECT stream, max(seq) AS seq FROM events
      WHERE stream NOT IN (SELECT stream FROM unsealed) ${narrowed(only)} GROUP BY stream) x
    LEFT JOIN cases c ON c.id = x.stream
    WHERE NOT EXISTS (SELECT 1 FROM seal_heads h WHERE h.stream = x.stream AND h.seq >= x.seq) ORDER BY x.stream`);
