import type { Answer } from '../load.ts';

/** What one county and its residents went through. */
export interface Tally {
  /** Idempotency key → receipt, of everything acknowledged. */
  acknowledged: Map<string, string>;
  spooled: number;
  /** Answers that were neither an acknowledgement nor lost: told to come back. */
  refused: number;
  lost: number;
  /** Milliseconds of the slowest acknowledgement. */
  slowest: number;
  /** What the fault itself found out of order, beside what is looked at after each of them. */
  faults: string[];
}

export const none = (): Tally => ({
  acknowledged: new Map(),
  spooled: 0,
  refused: 0,
  lost: 0,
  slowest: 0,
  faults: [],
});

/** Another receipt for the same key: a second case. */
export class TwoReceipts extends Error {}

/** Notes an answer; whether it acknowledged. */
export function noted(tally: Tally, key: string, { status, body }: Answer, ms: number): boolean {
  if (status !== 201 && status !== 202) {
    tally.refused += 1;
    return false;
  }
  const receipt = /"receipt":"([^"]+)"/.exec(body)?.[1] ?? '';
  const known = tally.acknowledged.get(key);
  if (known !== undefined && known !== receipt) throw new TwoReceipts(`${key}: ${known} and ${receipt}`);
  tally.acknowledged.set(key, receipt);
  if (status === 202) tally.spooled += 1;
  tally.slowest = Math.max(tally.slowest, ms);
  return true;
}
