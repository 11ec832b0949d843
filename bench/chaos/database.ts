import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from '@libsql/client/web';
import { dump } from '../../scripts/backup/dump.ts';
import { load } from '../../scripts/backup/load.ts';
import { readSealed, writeSealed } from '../../scripts/backup/sealed-file.ts';
import { startSqld } from '../../scripts/sqld.ts';
import { verifyAll } from '../../scripts/verify/walk.ts';
import { openDatabase } from '../../src/db/database.ts';
import { openKeyRing } from '../../src/lib/sealing/key-ring.ts';
import type { County } from './county.ts';
import type { Fault } from './fault.ts';
import { allAtOnce, underLoad } from './residents.ts';
import type { Tally } from './tally.ts';

/** A database that hangs, lies, is full, or has to come back from its backup. */
export const database: readonly Fault[] = [
  {
    id: 'F2',
    what: 'sqld stopped for 30 s',
    run: (county) =>
      underLoad(county.urls, 'f2', async () => {
        await wait(1000);
        county.signal('SIGSTOP');
        await wait(30_000);
        county.signal('SIGCONT');
        await wait(2000);
      }),
  },
  ...(['reset', 'cut', 'fails', 'busy', 'page', 'slow'] as const).map((mischief): Fault => ({
    id: 'F3',
    what: `a proxy that plays ${mischief}`,
    run: ({ urls, proxy }) =>
      underLoad(urls, `f3-${mischief}`, async () => {
        await wait(1000);
        proxy.mischief = mischief;
        await wait(5000);
        proxy.mischief = 'none';
        await wait(500);
      }),
  })),
  {
    id: 'F4',
    what: 'disk full',
    run: ({ urls, room }) =>
      underLoad(urls, 'f4', async () => {
        await wait(1000);
        await room(256);
        await wait(8000);
        await room();
      }),
  },
  {
    id: 'F5',
    what: 'a backup meanwhile, put back elsewhere',
    async run(county) {
      let before: string[] = [];
      const tally: Tally = await underLoad(county.urls, 'f5', async () => {
        await wait(2000);
        before = await receiptsOf(county);
        await writeSealed(
          join(county.dir, 'backup'),
          { ring: openKeyRing(county.keys), now: Date.now() },
          dump(county.client),
        );
        await wait(1000);
      });
      return { ...tally, faults: await faultsOfBackup(county, before) };
    },
  },
  ...(['none', 'reset'] as const).map((mischief): Fault => ({
    id: 'F15',
    what: `64 at once under one key, database ${mischief === 'none' ? 'there' : 'gone'}`,
    async run({ urls, proxy }) {
      proxy.mischief = mischief;
      const tally = await allAtOnce(urls()[0] ?? '', 64, `f15-${mischief}`);
      proxy.mischief = 'none';
      return tally;
    },
  })),
];

const receiptsOf = async ({ client }: Pick<County, 'client'>): Promise<string[]> =>
  (await client.execute('SELECT receipt FROM cases')).rows.map(({ receipt }) => receipt as string);

/** What is wrong with the backup once it stands in another, empty database; `before`: what it must have at least. */
async function faultsOfBackup({ dir, keys }: County, before: readonly string[]): Promise<string[]> {
  const sqld = await startSqld({ dir: join(dir, 'restored') });
  const client = createClient({ url: sqld.url, intMode: 'number' });
  const db = openDatabase({ url: sqld.url, timeoutMs: 10_000 });
  try {
    const ring = openKeyRing(keys);
    await load(client, readSealed(join(dir, 'backup'), { ring, now: Date.now() }));
    const there = new Set(await receiptsOf({ client }));
    const gone = before.filter((receipt) => !there.has(receipt)).length;
    const { broken, brokenStreams, unkept, seals } = await verifyAll({ db, ring });
    const faults = broken.length + brokenStreams.length + unkept.length + (seals.fault ? 1 : 0);
    return [
      ...(gone === 0 ? [] : [`${gone} not in the backup`]),
      ...(faults === 0 ? [] : [`${faults} broken chains in the backup`]),
    ];
  } finally {
    client.close();
    db.close();
    await sqld.stop();
  }
}
