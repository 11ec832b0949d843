import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gathering } from '../../src/intake/gather.ts';
import type { Desk, Item, Taken } from '../../src/intake/item.ts';
import { itemOf } from './items.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const WRITTEN = { is: 'written' } as const;
const idsOf = (items: readonly Item[]): string => items.map(({ id }) => id).join('');

/** An object that notes its calls and answers each when it is told to. */
function noting() {
  const calls: { ids: string; end(taken: (Taken | null)[] | Error): void }[] = [];
  const alone: string[] = [];
  const desk: Desk = {
    take: async ({ id }) => (alone.push(id), { is: 'in-progress' }),
    takeAll: (items) =>
      new Promise((resolve, reject) => {
        calls.push({ ids: idsOf(items), end: (taken) => (taken instanceof Error ? reject(taken) : resolve(taken)) });
      }),
    find: async () => ({ is: 'unknown' }),
    repeatOf: async () => null,
    backlog: async () => ({ waiting: 0, oldest: null, stuck: 0 }),
    file: async () => undefined,
  };
  const held: Promise<void>[] = [];
  const gather = gathering({ now: () => Date.now() });
  const bring = (id: string, make = async () => itemOf(id, id)): Promise<Taken> =>
    gather(desk, { site: 'wanrong', make }, (call) => void held.push(call));
  return { calls, alone, held, bring, callsMade: () => calls.map(({ ids }) => ids) };
}

test('one alone goes at once; what comes while it is on its way goes together, and each has its own answer', async () => {
  const { bring, calls, callsMade, held } = noting();
  const [a, b, c] = [bring('a'), bring('b'), bring('c')];
  await vi.advanceTimersByTimeAsync(0);
  expect(callsMade()).toEqual(['a']);
  await vi.advanceTimersByTimeAsync(2);
  expect(callsMade()).toEqual(['a', 'bc']);
  calls[1]?.end([WRITTEN, { is: 'spooled' }]);
  expect([await b, await c]).toEqual([{ is: 'written' }, { is: 'spooled' }]);
  calls[0]?.end([WRITTEN]);
  expect(await a).toEqual({ is: 'written' });
  // Held until the last of them has its answer: the request that makes a call may be over before.
  await Promise.all(held);
  void bring('d');
  await vi.advanceTimersByTimeAsync(0);
  expect(callsMade()).toEqual(['a', 'bc', 'd']);
});

test('whoever waits behind another under its key is asked for alone, and keeps nobody waiting', async () => {
  const { bring, calls, alone } = noting();
  void bring('a');
  const [b, c] = [bring('b'), bring('c')];
  await vi.advanceTimersByTimeAsync(2);
  calls[1]?.end([WRITTEN, null]);
  expect([await b, await c, alone]).toEqual([{ is: 'written' }, { is: 'in-progress' }, ['c']]);
});

test('a call that fails leaves all of them to the database; the next goes at once again', async () => {
  const { bring, calls, callsMade } = noting();
  const a = bring('a');
  await vi.advanceTimersByTimeAsync(0);
  calls[0]?.end(new Error('the object was moved'));
  expect(await a).toEqual({ is: 'gone' });
  void bring('b');
  await vi.advanceTimersByTimeAsync(0);
  expect(callsMade()).toEqual(['a', 'b']);
});

test('they are made one after the other, each once; one that cannot be made is told so, and the others go on', async () => {
  const { bring, calls, callsMade } = noting();
  const made: string[] = [];
  const making = (id: string) => async () => {
    made.push(`${id}(`);
    await Promise.resolve();
    made.push(')');
    if (id === 'c') throw new Error('no such topic');
    return itemOf(id, id);
  };
  void bring('a');
  const [b, c, d] = ['b', 'c', 'd'].map((id) => bring(id, making(id)));
  const told = expect(c).rejects.toThrow('no such topic');
  await vi.advanceTimersByTimeAsync(2);
  expect([made.join(''), callsMade()]).toEqual(['b()c()d()', ['a', 'bd']]);
  calls[1]?.end([WRITTEN, { is: 'spooled' }]);
  expect([await b, await d]).toEqual([{ is: 'written' }, { is: 'spooled' }]);
  await told;
});

test('nobody joins those whose request was cut off before it made the call', async () => {
  const { bring, callsMade } = noting();
  void bring('a');
  void bring('b');
  // Its timer goes with the request.
  vi.clearAllTimers();
  vi.setSystemTime(Date.now() + 300);
  void bring('c');
  await vi.advanceTimersByTimeAsync(2);
  expect(callsMade()).toEqual(['a', 'c']);
});

test('no call makes more than 16', async () => {
  const { bring, callsMade } = noting();
  void bring('-');
  for (let n = 0; n < 20; n += 1) void bring('x');
  await vi.advanceTimersByTimeAsync(2);
  expect(callsMade().map(({ length }) => length)).toEqual([1, 16, 4]);
});
