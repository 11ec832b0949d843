import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeHash, drawNumbers, fingerprint, statementText } from '../../src/cases/receipt.ts';
import { checkReceipt, parseReceipt } from '../../src/lib/receipt-number.ts';
import { fingerprintHolds, publicKeys } from '../../src/lib/sealing/signing.ts';
import { testRing } from '../harness/database.ts';

const ring = testRing();
const repeat = { site: 'wanrong', key: 'k', bodyHash: 'h' };

test('with a key number and code are the same each time; any other site, key, body or round draws others', async () => {
  const first = await drawNumbers(ring, 'WR', repeat, 0);
  expect(await drawNumbers(ring, 'WR', repeat, 0)).toEqual(first);
  const others = await Promise.all([
    drawNumbers(ring, 'WR', { ...repeat, site: 'wenxi' }, 0),
    drawNumbers(ring, 'WR', { ...repeat, key: 'K' }, 0),
    drawNumbers(ring, 'WR', { ...repeat, bodyHash: 'H' }, 0),
    drawNumbers(ring, 'WR', repeat, 1),
    drawNumbers(ring, 'WR', null, 0),
  ]);
  expect(new Set([first, ...others].map(({ receipt }) => receipt)).size).toBe(6);
});

test('whatever the key, the number checks and the code has six digits', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string(), async (key, bodyHash) => {
      const { receipt, code } = await drawNumbers(ring, 'JS', { site: 'jishan', key, bodyHash }, 0);
      expect(parseReceipt(receipt)).toMatchObject({ prefix: 'JS', canonical: receipt });
      expect(checkReceipt(parseReceipt(receipt)?.body ?? '')).toBe(true);
      expect(code).toMatch(/^\d{6}$/);
    }),
    { numRuns: 30 },
  );
});

test('no two of two thousand numbers are alike, and every character is used in every place', async () => {
  const drawn = await Promise.all(Array.from({ length: 2000 }, () => drawNumbers(ring, 'WR', null, 0)));
  const bodies = drawn.map(({ receipt }) => parseReceipt(receipt)?.body ?? '');
  expect(new Set(bodies).size).toBe(2000);
  for (let place = 0; place < 10; place += 1) {
    expect(new Set(bodies.map((body) => body[place])).size).toBe(29);
  }
});

test('a code is kept as something only its own number makes sense of', async () => {
  const kept = await codeHash(ring, 'test', 'WR-22222-22222', '482913');
  expect(kept).not.toContain('482913');
  expect(await codeHash(ring, 'test', 'WR-33333-33333', '482913')).not.toBe(kept);
});

test('a fingerprint holds for exactly what was said, in whatever order it is written', async () => {
  const statement = {
    site: 'wanrong',
    receipt: 'WR-22222-22222',
    submittedAt: '2026-11-22T14:03:09+08:00',
    kind: 'petition',
    answers: { title: '村东头路灯不亮', body: '说清楚' },
    contact: { name: '李某芳(示例)' },
  };
  const made = await fingerprint(ring, statement);
  const keys = await publicKeys(ring);
  const holds = async (changed: Partial<typeof statement>) =>
    fingerprintHolds(keys, await statementText(ring, 'test', { ...statement, ...changed }), made);
  expect(await holds({ answers: { body: '说清楚', title: '村东头路灯不亮' } })).toBe(true);
  expect(await holds({ answers: { ...statement.answers, title: '村西头路灯不亮' } })).toBe(false);
  expect(await holds({ contact: { name: '王某兰(示例)' } })).toBe(false);
  expect(await holds({ submittedAt: '2026-11-22T14:03:10+08:00' })).toBe(false);
  expect(await statementText(ring, 'test', statement)).not.toContain('李某芳');
});
