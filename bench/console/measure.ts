export interface Timed {
  p50: number;
  p95: number;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

/** Asks one request after the other; milliseconds until the last byte of each. Anything but a 200 is an error. */
export async function timed(ask: () => Promise<{ status: number }>, times: number): Promise<Timed> {
  const took: number[] = [];
  for (let turn = -2; turn < times; turn += 1) {
    const began = performance.now();
    const { status } = await ask();
    if (status !== 200) throw new Error(`answered ${status}`);
    if (turn >= 0) took.push(performance.now() - began);
  }
  const sorted = took.toSorted((a, b) => a - b);
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95) };
}

export const inWords = ({ p50, p95 }: Timed): string => `${p50.toFixed(0)} / ${p95.toFixed(0)}`;
