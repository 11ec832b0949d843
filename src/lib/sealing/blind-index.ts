import { base64url } from '../bytes.ts';
import type { KeyRing } from './key-ring.ts';

type Indexed = 'phone' | 'email' | 'identity' | 'address';

/** What a phone or an identity number is found by without being readable: 16 bytes of a keyed hash (security.md §5.11). */
export const blindIndex = (ring: KeyRing, what: Indexed, value: string): Promise<string> =>
  indexUnder(ring, ring.current, what, value);

/** The same under every key of the ring: what was stored before the keys were turned is found as well. */
export const blindIndexes = (ring: KeyRing, what: Indexed, value: string): Promise<string[]> =>
  Promise.all(ring.ids.map((id) => indexUnder(ring, id, what, value)));

async function indexUnder(ring: KeyRing, id: string, what: Indexed, value: string): Promise<string> {
  return base64url((await ring.mac('blind', id, `${what}|${value}`)).slice(0, 16));
}
