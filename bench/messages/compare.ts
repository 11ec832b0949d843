import type { Taken } from '../../test/simulators/simulator.ts';

/** A message as the outbox has it at the end. */
export interface Row {
  id: string;
  created_at: number;
  state: string;
  supplier_id: string | null;
}

export interface Compared {
  queued: number;
  accepted: number;
  /** A sentence for each way in which outbox and record differ; none is what must hold. */
  faults: string[];
  /** Accepted a second, from the first to the last. */
  perSecond: number;
  /** Milliseconds from due to accepted. */
  p50: number;
  p99: number;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

const count = (what: string, list: readonly unknown[]): string[] =>
  list.length === 0 ? [] : [`${list.length} ${what}`];

/** The outbox against the supplier's own record: each message taken once, under its id, and written down as it was taken. */
export function compared(rows: readonly Row[], taken: readonly Taken[]): Compared {
  const byId = Map.groupBy(taken, ({ id }) => id);
  const known = new Set(rows.map(({ id }) => id));
  const faults = [
    ...count(
      'lost: not in the supplier’s record',
      rows.filter(({ id }) => !byId.has(id)),
    ),
    ...count(
      'taken more than once',
      [...byId.values()].filter((entries) => entries.length > 1),
    ),
    ...count(
      'taken that no outbox knows',
      taken.filter(({ id }) => !known.has(id)),
    ),
    ...count(
      'written down otherwise than taken',
      rows.filter(
        ({ id, state, supplier_id }) => state !== 'sent' || supplier_id !== (byId.get(id)?.[0]?.supplierId ?? null),
      ),
    ),
  ];
  const waits = rows.flatMap(({ id, created_at }) => (byId.get(id) ?? []).map((entry) => entry.at - created_at));
  const times = taken.map((entry) => entry.at);
  const span = (times.at(-1) ?? 0) - (times[0] ?? 0);
  const sorted = waits.toSorted((a, b) => a - b);
  return {
    queued: rows.length,
    accepted: taken.length,
    faults,
    perSecond: ((taken.length - 1) * 1000) / span,
    p50: at(sorted, 0.5),
    p99: at(sorted, 0.99),
  };
}
