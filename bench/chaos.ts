import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from '@libsql/client/web';
import { stopChildren } from '../scripts/children.ts';
import { migrate } from '../scripts/migrate.ts';
import { freePort } from '../scripts/ports.ts';
import { configure, startSqld, type Database } from '../scripts/sqld.ts';
import { runMain } from '../scripts/stop.ts';
import { verifyAll } from '../scripts/verify/walk.ts';
import { BUILT_WORKER, buildWorker } from '../scripts/wrangler.ts';
import { openDatabase } from '../src/db/database.ts';
import { toolsOf } from '../test/cases/tools.ts';
import { petitionBody } from '../test/harness/bodies.ts';
import { startProxy, type Mischief } from '../test/harness/proxy.ts';
import { serve, type Served } from '../test/harness/served.ts';
import { TEST_KEYS } from '../test/harness/stack.ts';
import { openConnection, type Answer, type Request } from './load.ts';

const SENDERS = 8;
const PAUSE_MS = 30;

/** A database with its hands full turns the checker away as well: it asks again, a minute at most. */
async function asking<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 0; tries < 60; tries += 1) {
    const answer = await ask().then(
      (value) => ({ value }),
      () => null,
    );
    if (answer) return answer.value;
    await wait(1000);
  }
  return ask();
}

/** What one county and its residents went through. */
interface Tally {
  /** Idempotency key → receipt, of everything acknowledged. */
  acknowledged: Map<string, string>;
  spooled: number;
  /** Answers that were neither an acknowledgement nor lost: told to come back. */
  refused: number;
  lost: number;
  /** Milliseconds of the slowest acknowledgement. */
  slowest: number;
}

const none = (): Tally => ({ acknowledged: new Map(), spooled: 0, refused: 0, lost: 0, slowest: 0 });

const requestOf = (key: string): Request => ({
  path: '/api/v1/wanrong/petitions',
  headers: { 'content-type': 'application/json', authorization: 'Bearer mk_local', 'idempotency-key': key },
  body: JSON.stringify(petitionBody({ title: `第 ${key} 盏路灯不亮` })),
});

/** Notes an answer; whether it acknowledged. Another receipt for the same key would be a second case. */
function noted(tally: Tally, key: string, { status, body }: Answer, ms: number): boolean {
  if (status !== 201 && status !== 202) {
    tally.refused += 1;
    return false;
  }
  const receipt = /"receipt":"([^"]+)"/.exec(body)?.[1] ?? '';
  const known = tally.acknowledged.get(key);
  if (known !== undefined && known !== receipt) throw new Error(`${key} has two receipts: ${known} and ${receipt}`);
  tally.acknowledged.set(key, receipt);
  if (status === 202) tally.spooled += 1;
  tally.slowest = Math.max(tally.slowest, ms);
  return true;
}

/** Residents who send, and send again with the same key until they are answered. */
async function underLoad(url: () => string, name: string, trouble: () => Promise<void>): Promise<Tally> {
  const tally = none();
  const over = new AbortController();
  const sender = async (who: number): Promise<void> => {
    let connection = openConnection(url());
    for (let n = 0; !over.signal.aborted; n += 1) {
      const key = `${name}-${who}-${n}`;
      for (let acknowledged = false; !acknowledged;) {
        const from = performance.now();
        try {
          acknowledged = noted(tally, key, await connection.send(requestOf(key)), performance.now() - from);
        } catch (error) {
          if (error instanceof Error && error.message.includes('two receipts')) throw error;
          tally.lost += 1;
          connection = openConnection(url());
        }
        await wait(acknowledged ? PAUSE_MS : 200);
      }
    }
    connection.close();
  };
  const senders = Promise.all(Array.from({ length: SENDERS }, (_, who) => sender(who)));
  await Promise.race([trouble(), senders]);
  over.abort();
  await senders;
  return tally;
}

const kill = async ({ pid, gone }: { pid?: number | undefined; gone: Promise<string> }): Promise<void> => {
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
  await gone;
};

const times = async (count: number, what: () => Promise<void>): Promise<void> => {
  for (let n = 0; n < count; n += 1) await what();
};

await runMain(async () => {
  const dir = mkdtempSync(join(tmpdir(), 'minyi-chaos-'));
  await buildWorker(BUILT_WORKER);
  const port = await freePort();
  let sqld: Database = await startSqld({ dir: join(dir, 'db'), port });
  const client = createClient({ url: sqld.url });
  await migrate(client);
  const proxy = await startProxy(sqld.url);
  const values = {
    ENVIRONMENT: 'local',
    PUBLIC_URL: 'http://127.0.0.1:1',
    LIBSQL_URL: proxy.url,
    MINYI_KEYS: TEST_KEYS,
  };
  const front = await freePort();
  const start = () => serve({ dir: join(dir, 'workerd'), port: front, values });
  let served: Served = await start();

  const restart = async (): Promise<void> => void (sqld = await startSqld({ dir: join(dir, 'db'), port }));
  const playing = async (mischief: Mischief, ms: number): Promise<void> => {
    await wait(1000);
    proxy.mischief = mischief;
    await wait(ms);
    proxy.mischief = 'none';
    await wait(500);
  };
  const full = async (): Promise<void> => {
    await wait(1000);
    const sql = 'SELECT page_count * page_size / 1024 + 256 AS kb FROM pragma_page_count, pragma_page_size';
    const kb = Number((await client.execute(sql)).rows[0]?.['kb']);
    await configure(sqld.admin ?? '', { max_db_size: `${kb}KB` });
    await wait(8000);
    await configure(sqld.admin ?? '', { max_db_size: '10GB' });
  };

  /** Waits until all of them are there, then says whether everything fits together. */
  async function settled({ acknowledged }: Tally): Promise<string> {
    const receipts = JSON.stringify([...acknowledged.values()]);
    const sql = 'SELECT count(*) AS n FROM cases WHERE receipt IN (SELECT value FROM json_each(?))';
    let stored = 0;
    for (let tries = 0; tries < 120 && stored < acknowledged.size; tries += 1) {
      await wait(500);
      stored = await client.execute({ sql, args: [receipts] }).then(
        ({ rows }) => Number(rows[0]?.['n']),
        () => stored,
      );
    }
    const { rows } = await asking(() =>
      client.execute(`SELECT (SELECT count(*) FROM cases) AS cases, (SELECT count(*) FROM idempotency) AS keys,
      (SELECT count(*) FROM cases c WHERE (SELECT count(*) FROM outbox o WHERE o.case_id = c.id) <> 1) AS untold`),
    );
    const [{ cases, keys, untold } = {}] = rows as unknown as { cases?: number; keys?: number; untold?: number }[];
    const db = openDatabase({ url: sqld.url, timeoutMs: 10_000 });
    const { broken, brokenStreams } = await asking(() => verifyAll(toolsOf(db)));
    db.close();
    const faults = [
      ...(stored === acknowledged.size ? [] : [`${acknowledged.size - stored} lost`]),
      ...(new Set(acknowledged.values()).size === acknowledged.size ? [] : ['a receipt given twice']),
      ...(cases === keys ? [] : [`${cases} cases for ${keys} keys`]),
      ...(untold === 0 ? [] : [`${untold} cases without their one message`]),
      ...(broken.length + brokenStreams.length === 0 ? [] : [`${broken.length + brokenStreams.length} broken chains`]),
    ];
    return faults.length === 0 ? 'whole' : faults.join('; ');
  }

  const scenarios: [string, () => Promise<Tally>][] = [
    [
      'F1 sqld, 20 × kill -9',
      () =>
        underLoad(
          () => served.url,
          'f1',
          () =>
            times(20, async () => {
              await wait(700);
              await kill(sqld);
              await wait(300);
              await restart();
            }),
        ),
    ],
    [
      'workerd, 10 × kill -9 (F6 among them)',
      () =>
        underLoad(
          () => served.url,
          'w',
          () =>
            times(10, async () => {
              await wait(1000);
              await kill(served.child);
              served = await start();
            }),
        ),
    ],
    [
      'both at once, 3 ×',
      () =>
        underLoad(
          () => served.url,
          'b',
          () =>
            times(3, async () => {
              await wait(1000);
              await kill(sqld);
              await wait(500);
              await kill(served.child);
              served = await start();
              await wait(500);
              await restart();
            }),
        ),
    ],
    [
      'F2 sqld stopped for 30 s',
      () =>
        underLoad(
          () => served.url,
          'f2',
          async () => {
            await wait(1000);
            process.kill(sqld.pid ?? 0, 'SIGSTOP');
            await wait(30_000);
            process.kill(sqld.pid ?? 0, 'SIGCONT');
            await wait(2000);
          },
        ),
    ],
    ...(['reset', 'cut', 'fails', 'busy', 'page', 'slow'] as const).map((mischief): [string, () => Promise<Tally>] => [
      `F3 a proxy that plays ${mischief}`,
      () =>
        underLoad(
          () => served.url,
          `f3-${mischief}`,
          () => playing(mischief, 5000),
        ),
    ]),
    ['F4 disk full', () => underLoad(() => served.url, 'f4', full)],
    ...(['none', 'reset'] as const).map((mischief): [string, () => Promise<Tally>] => [
      `F15 64 at once under one key, database ${mischief === 'none' ? 'there' : 'gone'}`,
      async () => {
        proxy.mischief = mischief;
        const tally = none();
        const key = `f15-${mischief}`;
        await Promise.all(
          Array.from({ length: 64 }, async () => {
            const from = performance.now();
            noted(tally, key, await openConnection(served.url).send(requestOf(key)), performance.now() - from);
          }),
        );
        proxy.mischief = 'none';
        return tally;
      },
    ]),
  ];
  try {
    console.log(
      '| fault, under load | acknowledged | of these kept first (202) | told to come back | lost, sent again | slowest ms | afterwards |',
    );
    console.log('|---|---|---|---|---|---|---|');
    let all = 0;
    for (const [name, run] of scenarios) {
      const tally = await run();
      const verdict = await settled(tally);
      if (verdict !== 'whole') process.exitCode = 1;
      const { acknowledged, spooled, refused, lost, slowest } = tally;
      all += acknowledged.size;
      console.log(
        `| ${name} | ${acknowledged.size} | ${spooled} | ${refused} | ${lost} | ${slowest.toFixed(0)} | ${verdict} |`,
      );
    }
    console.log(
      `\n${all} acknowledged in all. "whole": every one is stored, one case a key, one message a case, all chains and fingerprints hold.`,
    );
  } finally {
    await stopChildren();
    rmSync(dir, { recursive: true, force: true });
  }
});
process.exit();
