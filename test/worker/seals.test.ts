import { afterAll, beforeAll, expect, test } from 'vitest';
import { toolsOf } from '../cases/tools.ts';
import { pledgesOn } from '../harness/pledges.ts';
import { startStack, TEST_KEYS, type Stack } from '../harness/stack.ts';
import { verifyAll } from '../../scripts/verify/walk.ts';
import { walkSeals } from '../../src/chain/seal-walk.ts';
import { openDatabase } from '../../src/db/database.ts';
import { openKeyRing } from '../../src/lib/sealing/key-ring.ts';
import type { PublicKey } from '../../src/lib/sealing/signing.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

test('cron seals the chains once an hour; anybody can check it, and what is erased afterwards still fits', async () => {
  const jishan = pledgesOn(stack);
  const pair = await jishan.signed();
  await Promise.all([stack.scheduled(), stack.scheduled()]);
  await jishan.post('status/withdraw', pair);
  await stack.scheduled();

  const { rows } = await stack.db.execute('SELECT at / 3600000 AS hour FROM seals');
  // The test may run while an hour ends.
  expect(rows.length).toBeGreaterThan(0);
  expect(new Set(rows.map(({ hour }) => hour)).size).toBe(rows.length);

  // In the object store of workerd as well.
  const copies = await stack.db.execute('SELECT seq FROM seal_copies ORDER BY seq');
  expect(copies.rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));

  const db = openDatabase({ url: stack.databaseUrl, timeoutMs: 10_000 });
  const published = await stack.fetch('/.well-known/minyi-keys.json');
  const { keys, sealKeys } = await published.json<{ keys: PublicKey[]; sealKeys: PublicKey[] }>();
  expect(await walkSeals(db, sealKeys)).toMatchObject({ good: rows.length, fault: null });
  expect(await walkSeals(db, keys)).toMatchObject({ good: 0, fault: { seq: 1, why: 'changed' } });

  const walk = await verifyAll(toolsOf(db, { ring: openKeyRing(JSON.parse(TEST_KEYS)) }));
  expect(walk).toMatchObject({
    cases: 1,
    erased: 1,
    broken: [],
    brokenStreams: [],
    unkept: [],
    seals: { fault: null },
  });
  db.close();
});
