/** What the server's challenge says (altcha-lib v2); the rest of it goes back as it came. */
export interface Challenge {
  parameters: { algorithm: string; cost: number; keyPrefix: string; nonce: string; salt: string };
}

/**
 * Looks for the counter whose key, hashed `cost` times over salt, nonce and counter, begins with the prefix; null after
 * `patience` milliseconds. The library's own solver brings its server along, and every byte of a form page counts.
 */
export async function solve({ parameters }: Challenge, patience: number) {
  const { algorithm, cost, keyPrefix, nonce, salt } = parameters;
  const password = fromHex(`${salt}${nonce}00000000`);
  const last = new DataView(password.buffer, password.length - 4);
  const begun = Date.now();
  for (let counter = 0; Date.now() - begun < patience; counter += 1) {
    last.setUint32(0, counter);
    let key: ArrayBuffer = password.buffer;
    for (let round = 0; round < cost; round += 1) key = await crypto.subtle.digest(algorithm, key);
    const derivedKey = toHex(key);
    if (derivedKey.startsWith(keyPrefix)) return { counter, derivedKey };
  }
  return null;
}

const fromHex = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const toHex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
