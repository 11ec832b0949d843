import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { KeyRingSecret } from '../../src/lib/sealing/key-ring.ts';
import { fromRoot } from '../root.ts';

/** A ring of one fresh key, named after its day: the value of the secret `MINYI_KEYS`. */
export function newKeyRing(day: string): KeyRingSecret {
  const id = `k${day.replaceAll('-', '')}`;
  return { current: id, ring: { [id]: randomBytes(32).toString('base64') } };
}

/** The ring with a fresh key on top: new data is sealed with it, the old ones go on opening what they sealed. */
export function turned(ring: KeyRingSecret, day: string): KeyRingSecret {
  const fresh = newKeyRing(day);
  const taken = Object.keys(ring.ring).filter((id) => id.startsWith(fresh.current)).length;
  const id = taken === 0 ? fresh.current : `${fresh.current}x${taken}`;
  return { current: id, ring: { ...ring.ring, [id]: fresh.ring[fresh.current] ?? '' } };
}

/** The keys of the local run, made once: data sealed with lost keys cannot be opened again. */
export function localKeys(file = fromRoot('.data', 'keys.json')): string {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(newKeyRing(today()))}\n`, { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8').trim();
}

/** The day a key is named after. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
