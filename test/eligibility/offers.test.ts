import { expect, test } from 'vitest';
import { judge, offerOf, offersOf } from '../../src/eligibility/offers.ts';
import { amountInWords, stillPending } from '../../src/eligibility/published.ts';
import { siteById } from '../../src/sites/index.ts';
import type { Site } from '../../src/sites/site.ts';
import { passing } from './example-facts.ts';

const TODAY = '2026-11-22';

function county(id: string): Site {
  const site = siteById(id);
  if (!site) throw new Error(`no such county: ${id}`);
  return site;
}

const settled: Site = {
  ...county('wenxi'),
  settings: {
    ...county('wenxi').settings,
    terms: [{ measure: 'settling-in', effectiveFrom: '2027-01-01', amountFen: 3_000_000 }],
  },
};

test('a county offers the measures it names, in its own order', () => {
  expect(offersOf(county('wenxi'), TODAY).map(({ measure }) => measure.id)).toEqual([
    'settling-in',
    'station-funding',
    'hire-reward',
    'talent-enclave',
  ]);
  expect(offersOf(county('wanrong'), TODAY)).toEqual([]);
});

test('what a county does not offer, has not begun, or is no name at all is no offer', () => {
  expect(offerOf(county('wanrong'), 'settling-in', TODAY)).toBeUndefined();
  expect(offerOf(county('wenxi'), 'settling-in', '2023-04-30')).toBeUndefined();
  for (const id of ['moon-bonus', 'constructor', '', 7, null, ['settling-in']]) {
    expect(offerOf(county('wenxi'), id, TODAY)).toBeUndefined();
  }
});

test.each([
  ['2026-12-31', null, '待定 (公开报道未写金额)', true],
  ['2027-01-01', 3_000_000, '3 万元', false],
])('on %s the allowance is %s fen: a county settles what is 待定 by a date', (date, amountFen, inWords, pending) => {
  const offer = offerOf(settled, 'settling-in', date);
  if (!offer) throw new Error('not offered');
  expect(judge(offer, passing['settling-in'], 'zh')).toMatchObject({ outcome: 'eligible', amountFen });
  expect(amountInWords(offer.version, 'zh', offer.terms)).toBe(inWords);
  expect(stillPending(offer.version, offer.terms).some(({ zh }) => zh === '金额')).toBe(pending);
});
