import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { turned } from '../../scripts/keys/ring.ts';
import { rotateKeys } from '../../src/jobs/rotate-keys.ts';
import { openKeyRing } from '../../src/lib/sealing/key-ring.ts';
import type { County } from './county.ts';
import { times, type Fault } from './fault.ts';
import { underLoad } from './residents.ts';

/** The words by which a run takes messages up: without them nothing leaves. */
const TAKES_MESSAGES_UP = /due AS MATERIALIZED/;
const TWO_HOURS = 2 * 3_600_000;

const anyhow = (tick: Promise<void>): Promise<void> => tick.catch(() => undefined);

/** What stands around the road of a submission: wake-ups, the object store, the keys. */
export const around: readonly Fault[] = [
  {
    id: 'F7',
    what: 'no wake-up at all, then two cron ticks',
    async run({ urls, proxy }) {
      proxy.refuses = TAKES_MESSAGES_UP;
      const tally = await underLoad(urls, 'f7', () => wait(5000));
      await wait(2000);
      proxy.refuses = null;
      return tally;
    },
  },
  {
    id: 'F8',
    what: 'every wake-up one to five times, at once',
    async run({ urls, served }) {
      const wakes: Promise<unknown>[] = [];
      const tally = await underLoad(urls, 'f8', () =>
        times(12, async (n) => {
          for (let again = n % 5; again >= 0; again -= 1) wakes.push(anyhow(served().tick()));
          await wait(400);
        }),
      );
      // So many at once may fill the database's queue: a tick that fails is a fault more.
      await Promise.all(wakes);
      return tally;
    },
  },
  {
    id: 'F9',
    what: 'an object store that fails, breaks off, or keeps everybody waiting',
    async run(county) {
      const store = await badStore();
      await county.killWorker();
      await county.startWorker({ store: store.address });
      const ticks: Promise<unknown>[] = [];
      const tally = await underLoad(county.urls, 'f9', () =>
        times(6, () => {
          ticks.push(anyhow(county.served().tick()));
          return wait(1000);
        }),
      );
      // A tick whose copies fail says so, once all its other jobs are done.
      await Promise.all(ticks);
      await county.killWorker();
      await county.startWorker();
      const asked = store.asked();
      await store.stop();
      return { ...tally, faults: asked > 0 ? [] : ['the store was never asked'] };
    },
  },
  {
    id: 'F13',
    what: 'a new key on top, twice, while the old cases are wrapped anew',
    run: (county) =>
      underLoad(county.urls, 'f13', () =>
        times(2, async () => {
          await wait(1500);
          county.keys = turned(county.keys, new Date().toISOString().slice(0, 10));
          await county.killWorker();
          await county.startWorker();
          await rewrapAll(county);
        }),
      ),
  },
];

/** As the hourly sweep does two hours later, while residents go on. */
async function rewrapAll({ db, keys }: County): Promise<void> {
  const clock = { now: () => Date.now() + TWO_HOURS };
  const tools = { db, ring: openKeyRing(keys), clock };
  while ((await rotateKeys(tools, 500)) === 500);
}

/** An object store of which nothing good comes, one way after the other. */
async function badStore(): Promise<{ address: string; asked(): number; stop(): Promise<void> }> {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    if (asked % 3 === 0) return void request.socket.destroy();
    setTimeout(() => response.writeHead(500).end(), asked % 3 === 1 ? 0 : 3000);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the store has no port');
  return {
    address: `127.0.0.1:${address.port}`,
    asked: () => asked,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
