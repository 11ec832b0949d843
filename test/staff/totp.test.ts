import { expect, test } from 'vitest';
import { utf8 } from '../../src/lib/bytes.ts';
import { base32, stepAt, stepOf, totpAt, totpUri } from '../../src/staff/totp.ts';

// RFC 6238 appendix B, the rows of SHA-1.
const SECRET = utf8('12345678901234567890');
const VECTORS: [seconds: number, digits: string][] = [
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
];

test.each(VECTORS)('at %i seconds the digits are those of RFC 6238', async (seconds, digits) => {
  expect(await totpAt(SECRET, stepAt(seconds * 1000), 8)).toBe(digits);
  expect(await totpAt(SECRET, stepAt(seconds * 1000))).toBe(digits.slice(2));
});

test('digits count one step early or late and no further, each step once', async () => {
  const now = 1_111_111_111_000;
  const step = stepAt(now);
  const at = async (shift: number, last = 0) => stepOf(SECRET, await totpAt(SECRET, step + shift), now, last);
  expect(await Promise.all([-2, -1, 0, 1, 2].map((shift) => at(shift)))).toEqual([
    null,
    step - 1,
    step,
    step + 1,
    null,
  ]);
  expect(await at(0, step)).toBeNull();
  expect(await at(-1, step)).toBeNull();
  expect(await at(1, step)).toBe(step + 1);
});

test('a secret is written in base32 as RFC 4648 has it', () => {
  expect(['f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => base32(utf8(text)))).toEqual([
    'MY',
    'MZXQ',
    'MZXW6',
    'MZXW6YQ',
    'MZXW6YTB',
    'MZXW6YTBOI',
  ]);
  expect(totpUri(SECRET, { issuer: 'Minyi', login: 'a-b' })).toBe(
    'otpauth://totp/Minyi:a-b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Minyi',
  );
});
