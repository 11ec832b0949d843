import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, expect, test } from 'vitest';
import { localKeys, newKeyRing, turned } from '../../scripts/keys/ring.ts';
import { keyRingSchema } from '../../src/lib/sealing/key-ring.ts';

const dir = mkdtempSync(join(tmpdir(), 'minyi-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('the keys of a local run are made once, for its owner’s eyes only', () => {
  const file = join(dir, 'data', 'keys.json');
  const keys = localKeys(file);
  expect(localKeys(file)).toBe(keys);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a new ring is one the Worker opens', () => {
  expect(v.is(keyRingSchema, JSON.stringify(newKeyRing('2026-11-22')))).toBe(true);
});

test('a turned ring has a new current key, twice on one day too, and forgets none', () => {
  const first = newKeyRing('2026-11-22');
  const [second, third] = [turned(first, '2026-11-22'), turned(turned(first, '2026-11-22'), '2026-11-22')];
  expect(v.is(keyRingSchema, JSON.stringify(second))).toBe(true);
  expect(second.ring).toMatchObject(first.ring);
  expect(new Set([first.current, second.current, third.current]).size).toBe(3);
  expect(Object.keys(third.ring)).toHaveLength(3);
});
