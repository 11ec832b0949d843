import { expect, test } from 'vitest';
import { RECEIPT_ALPHABET } from '../../src/lib/receipt-number.ts';
import { listOf, picksOf, pickValue } from '../../src/routes/console/together-form.ts';

const VIEW = { lang: 'zh', elder: false, embed: false, path: '/staff/cases' } as const;
/** The n-th of many numbers of cases. */
const numbered = (n: number): string => {
  const size = RECEIPT_ALPHABET.length;
  return `WR-22222-222${RECEIPT_ALPHABET.charAt(Math.floor(n / size))}${RECEIPT_ALPHABET.charAt(n % size)}`;
};

test('a tick says the case and how much of it was seen; a case counts once, and what is no tick is passed over', () => {
  const one = { receipt: numbered(0), seen: 3 };
  const ticks = [
    pickValue(one),
    'wr2222222222.9',
    'x',
    '',
    '.3',
    `${numbered(1)}.-1`,
    `${numbered(2)}.1e3`,
    numbered(3),
  ];
  expect(picksOf(ticks)).toEqual({
    picked: [one, ...[1, 2, 3].map((n) => ({ receipt: numbered(n), seen: 0 }))],
    tooMany: false,
  });
});

test('of more than a page of cases the first page is kept, and that is said', () => {
  const ticks = Array.from({ length: 51 }, (_, n) => `${numbered(n)}.1`);
  const { picked, tooMany } = picksOf(ticks);
  expect([picked.length, picked.at(-1)?.receipt, tooMany]).toEqual([50, numbered(49), true]);
  expect(picksOf(ticks.slice(1)).tooMany).toBe(false);
});

test('the way back leads to the list and nowhere else', () => {
  expect(listOf(VIEW, 'view=new&topic=roads')).toBe('/staff/cases?view=new&topic=roads');
  expect(listOf({ ...VIEW, lang: 'en' }, '')).toBe('/staff/cases?lang=en');
  expect(listOf(VIEW, 'q=A256GCM.test.a.b&after=x')).toBe('/staff/search?q=A256GCM.test.a.b&after=x');
  for (const query of ['//bad.example', 'https://bad.example/?a=b', '#x', '"><b>', '\r\nlocation: x', 'x'.repeat(2000)])
    expect(listOf(VIEW, query)).toMatch(/^\/staff\/cases\?[\w=%&+.*-]{1,1600}$/);
});
