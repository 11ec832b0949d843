import { setTimeout as wait } from 'node:timers/promises';
import { times, type Fault } from './fault.ts';
import { underLoad } from './residents.ts';

/** Processes that end without a word. */
export const killed: readonly Fault[] = [
  {
    id: 'F1',
    what: 'sqld, 20 × kill -9',
    run: (county) =>
      underLoad(county.urls, 'f1', () =>
        times(20, async () => {
          await wait(700);
          await county.killDatabase();
          await wait(300);
          await county.startDatabase();
        }),
      ),
  },
  {
    id: 'F6',
    what: 'workerd, 10 × kill -9',
    run: (county) =>
      underLoad(county.urls, 'f6', () =>
        times(10, async () => {
          await wait(1000);
          await county.killWorker();
          await county.startWorker();
        }),
      ),
  },
  {
    id: 'F1 + F6',
    what: 'both at once, 3 ×',
    run: (county) =>
      underLoad(county.urls, 'f16', () =>
        times(3, async () => {
          await wait(1000);
          await county.killDatabase();
          await wait(500);
          await county.killWorker();
          await county.startWorker();
          await wait(500);
          await county.startDatabase();
        }),
      ),
  },
];
