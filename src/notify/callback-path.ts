import { base64url } from '../lib/bytes.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';

const secretUnder = async (ring: KeyRing, kid: string, supplier: string): Promise<string> =>
  base64url(await ring.mac('callback', kid, supplier));

/** Where a supplier reports to: a path nobody guesses, of the supplier's own and of the current key of the ring. */
export const callbackPath = async (ring: KeyRing, supplier: string): Promise<string> =>
  `/callbacks/${supplier}/${await secretUnder(ring, ring.current, supplier)}`;

/** Whether the last part of a path is the supplier's secret under any key of the ring; all are compared, whole. */
export async function isCallbackSecret(ring: KeyRing, supplier: string, given: string): Promise<boolean> {
  const secrets = await Promise.all(ring.ids.map((kid) => secretUnder(ring, kid, supplier)));
  return secrets.map((secret) => same(secret, given)).includes(true);
}

function same(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let index = 0; index < a.length; index += 1) difference |= a.charCodeAt(index) ^ b.charCodeAt(index);
  return difference === 0;
}
