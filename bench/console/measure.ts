import type { StaffBrowser } from '../../test/harness/staff.ts';

export interface Timed {
  p50: number;
  p95: number;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

/** Asks for a page one request after the other; milliseconds until its last byte. Anything but a 200 is an error. */
export async function timed(browser: StaffBrowser, path: string, times: number): Promise<Timed> {
  const took: number[] = [];
  for (let turn = -2; turn < times; turn += 1) {
    const began = performance.now();
    const { status } = await browser.get(path);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    if (turn >= 0) took.push(performance.now() - began);
  }
  const sorted = took.toSorted((a, b) => a - b);
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95) };
}

export const inWords = ({ p50, p95 }: Timed): string => `${p50.toFixed(0)} / ${p95.toFixed(0)}`;
