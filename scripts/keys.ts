import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { KeyRingSecret } from '../src/lib/sealing/key-ring.ts';
import { fromRoot, isMain } from './root.ts';
import { runMain } from './stop.ts';

/** A ring of one fresh key, named after its day: the value of the secret `MINYI_KEYS`. */
export function newKeyRing(day: string): KeyRingSecret {
  const id = `k${day.replaceAll('-', '')}`;
  return { current: id, ring: { [id]: randomBytes(32).toString('base64') } };
}

/** The keys of the local run, made once: data sealed with lost keys cannot be opened again. */
export function localKeys(file = fromRoot('.data', 'keys.json')): string {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(newKeyRing(today()))}\n`, { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8').trim();
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

// `npm run -s keys | npx wrangler secret put MINYI_KEYS` gives a deployment its keys without a file of them.
if (isMain(import.meta.filename)) {
  await runMain(async () => console.log(JSON.stringify(newKeyRing(today()))));
}
