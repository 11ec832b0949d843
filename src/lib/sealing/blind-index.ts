import { base64url } from '../bytes.ts';
import type { KeyRing } from './key-ring.ts';

/** What a phone or an identity number is found by without being readable: 16 bytes of a keyed hash (security.md §5.11). */
export async function blindIndex(
  ring: KeyRing,
  what: 'phone' | 'email' | 'identity' | 'address',
  value: string,
): Promise<string> {
  return base64url((await ring.mac('blind', ring.current, `${what}|${value}`)).slice(0, 16));
}
