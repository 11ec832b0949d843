import type { County } from './county.ts';
import type { Tally } from './tally.ts';

/** One way in which things go wrong under load, by its number in the list of faults a county must outlive. */
export interface Fault {
  id: string;
  what: string;
  run(county: County): Promise<Tally>;
}

export const times = async (count: number, what: (n: number) => Promise<unknown>): Promise<void> => {
  for (let n = 0; n < count; n += 1) await what(n);
};
