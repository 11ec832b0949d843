import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from './fault.ts';
import { underLoad } from './residents.ts';

const TEN_MINUTES = 600_000;

/** A clock for a Worker: what it is off, in ms, from which moment on. It jumps while requests are in hand. */
const clockOf = (steps: readonly { from: number; off: number }[]): string =>
  `{ const right = Date.now.bind(Date), steps = ${JSON.stringify(steps)};
  Date.now = () => { const now = right(); return now + (steps.findLast(({ from }) => from <= now)?.off ?? 0); }; }\n`;

const always = (off: number): string => clockOf([{ from: 0, off }]);

/** Clocks that are wrong by ten minutes. */
export const clocks: readonly Fault[] = [
  {
    id: 'F12',
    what: 'a clock that jumps ten minutes ahead, behind, and right again, twice',
    async run(county) {
      const from = Date.now() + 3000;
      const offs = [TEN_MINUTES, -TEN_MINUTES, 0, -TEN_MINUTES, TEN_MINUTES, 0];
      await county.killWorker();
      await county.startWorker({ before: clockOf(offs.map((off, n) => ({ from: from + n * 2000, off }))) });
      const tally = await underLoad(county.urls, 'f12-jumps', () => wait(3000 + offs.length * 2000));
      await county.killWorker();
      await county.startWorker();
      return tally;
    },
  },
  {
    id: 'F12',
    what: 'two Workers whose clocks are twenty minutes apart, one killed and back 5 ×',
    async run(county) {
      const values = { INTAKE: 'direct' };
      const ahead = { values, before: always(TEN_MINUTES) };
      await county.killWorker();
      await county.startWorker(ahead);
      await county.beside({ values, before: always(-TEN_MINUTES) });
      const tally = await underLoad(county.urls, 'f12-apart', async () => {
        for (let n = 0; n < 5; n += 1) {
          await wait(1500);
          await county.killWorker();
          await county.startWorker(ahead);
        }
      });
      await county.aloneAgain();
      await county.killWorker();
      await county.startWorker();
      return tally;
    },
  },
];
