import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../src/workflow/calendar/dates.ts';
import { calendar } from '../../src/workflow/calendar/index.ts';
import { deadline, type Period } from '../../src/workflow/deadline.ts';
import { daysOf, isPaused, passOver, type Pause } from '../../src/workflow/pause.ts';
import vectors from '../vectors/pauses.json' with { type: 'json' };

const hearing = (from: string, until: string): Pause => ({
  why: 'hearing',
  from,
  until,
  basis: { instrument: '信访工作条例', article: 36, paragraph: 2 },
});

test.each(vectors.cases)('$about', ({ start, count, unit, pauses, unrolled, date }) => {
  const left = pauses.map(([from = '', until = '']) => hearing(from, until));
  expect(deadline({ start, count, unit: unit as Period['unit'], pauses: left }, calendar)).toMatchObject({
    unrolled,
    date,
  });
});

const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-03-02', days));
const pauses = fc.array(fc.tuple(day, fc.integer({ min: 0, max: 9 })), { maxLength: 4 });

test('however pauses lie, exactly the days counted lie between start and end', () => {
  fc.assert(
    fc.property(pauses, fc.integer({ min: 1, max: 60 }), (drawn, count) => {
      const left = drawn.map(([from, more]) => hearing(from, addDays(from, more)));
      const end = passOver('2026-03-02', count, left);
      const between = Array.from({ length: daysOf({ from: '2026-03-03', until: end }) }, (_, n) =>
        addDays('2026-03-03', n),
      );
      expect(between.filter((one) => !isPaused(one, left))).toHaveLength(count);
      expect(isPaused(end, left)).toBe(false);
    }),
  );
});
