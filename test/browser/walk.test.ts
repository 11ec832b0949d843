import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { storedCases } from '../../src/cases/stored.ts';
import { verifyCase } from '../../src/cases/verify.ts';
import { openDatabase } from '../../src/db/database.ts';
import { openKeyRing, type KeyRingSecret } from '../../src/lib/sealing/key-ring.ts';
import { startBrowser } from '../harness/browser.ts';
import { startStack, TEST_KEYS, type Stack } from '../harness/stack.ts';
import { walkThrough } from '../harness/walk.ts';

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack(), startBrowser()]);
});
afterAll(async () => {
  await Promise.all([browser.close(), stack.stop()]);
});

test('a petition goes its whole road by hand: return, extension, answer, review and closing', async () => {
  const seen: string[] = [];
  const { receipt, faults } = await walkThrough(stack, browser, async ({ name }) => void seen.push(name));
  expect(seen).toHaveLength(10);
  expect(faults).toEqual([]);
  const db = openDatabase({ url: stack.databaseUrl, timeoutMs: 10_000 });
  const [stored] = await storedCases(db, { receipt });
  db.close();
  expect(stored?.row.state).toBe('closed');
  expect(stored?.events.map(({ code }) => code)).toEqual([
    'submitted',
    'register',
    'assign',
    'return',
    'assign',
    'accept',
    'extend',
    'answer',
    'ask-review',
    'review',
    'close',
  ]);
  const verdict = stored && (await verifyCase(openKeyRing(JSON.parse(TEST_KEYS) as KeyRingSecret), stored));
  expect(verdict?.faults).toEqual([]);
});
