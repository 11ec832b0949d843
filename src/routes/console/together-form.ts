import { MOST_PICKED, type Picked } from '../../cases/together/picked.ts';
import { parseReceipt } from '../../lib/receipt-number.ts';
import { keep, type View } from '../../ui/view.ts';

/** What a tick of the list says: the number, and how many events the case had then. */
export const pickValue = ({ receipt, seen }: Picked): string => `${receipt}.${seen}`;

/** What was picked, each case once and one page of them at most; what is no tick of ours is passed over. */
export function picksOf(values: readonly string[]): { picked: readonly Picked[]; tooMany: boolean } {
  const found = new Map<string, Picked>();
  for (const value of values) {
    const [number = '', count = ''] = value.split('.');
    const receipt = parseReceipt(number)?.canonical;
    const seen = /^\d{1,6}$/.test(count) ? Number(count) : 0;
    if (receipt !== undefined && !found.has(receipt)) found.set(receipt, { receipt, seen });
  }
  const all = [...found.values()];
  return { picked: all.slice(0, MOST_PICKED), tooMany: all.length > MOST_PICKED };
}

/** What was looked for stands in it, sealed. */
const LONGEST_LIST = 1000;

/** The list one came from, or what a search found, by its query alone: whatever it says leads nowhere else. */
export const listOf = (view: View, query: string): string => {
  const asked = new URLSearchParams(query.slice(0, LONGEST_LIST));
  const list = asked.has('q') ? '/staff/search' : '/staff/cases';
  return keep(view, asked.size === 0 ? list : `${list}?${asked.toString()}`);
};
