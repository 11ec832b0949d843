import { expect, test } from 'vitest';
import { compared } from '../../bench/messages/compare.ts';
import { runMessages } from '../../bench/messages/run.ts';

test('a stream of messages: each is taken once and written down as it was taken, by the supplier’s own record', async () => {
  const result = await runMessages({ rate: 25, seconds: 4, answerMs: 20, minuteMs: 2000 });
  expect(result).toMatchObject({ queued: 100, accepted: 100, faults: [], forged: 0 });
}, 120_000);

const row = (id: string, state = 'sent') => ({ id, created_at: 0, state, supplier_id: `s-${id}` });
const entry = (id: string) => ({ id, to: '', words: {}, supplierId: `s-${id}`, at: 5 });

test('the comparison sees what is lost, doubled, foreign, or written down wrongly', () => {
  expect(compared([row('a'), row('b')], [entry('a'), entry('b')])).toMatchObject({ faults: [], p50: 5, p99: 5 });
  expect(
    compared([row('a'), row('b', 'unknown'), row('c')], [entry('a'), entry('a'), entry('b'), entry('d')]).faults,
  ).toEqual([
    '1 lost: not in the supplier’s record',
    '1 taken more than once',
    '1 taken that no outbox knows',
    '2 written down otherwise than taken',
  ]);
});
