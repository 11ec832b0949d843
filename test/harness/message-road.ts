import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient, type Client } from '@libsql/client/web';
import { migrate } from '../../scripts/migrate.ts';
import type { FaultEnds } from '../../scripts/readme/faults.ts';
import { freePort } from '../../scripts/ports.ts';
import { configure, startSqld, type Database as Server } from '../../scripts/sqld.ts';
import { openDatabase, type Database } from '../../src/db/database.ts';
import { withRetry } from '../../src/db/failure.ts';
import { blindIndex } from '../../src/lib/sealing/blind-index.ts';
import { ring, waiting } from '../notify/waiting.ts';
import { startAliyun } from '../simulators/aliyun.ts';
import { startRelay } from '../simulators/relay.ts';
import type { Simulator } from '../simulators/simulator.ts';
import { startTencent } from '../simulators/tencent.ts';
import { startProxy, type Proxy } from './proxy.ts';
import { serve, type Served } from './served.ts';
import { TEST_KEYS } from './stack.ts';

/** What the Worker says to the database at each step of a message, by words that only this step says. */
const STEPS = {
  lease: /due AS MATERIALIZED/,
  announce: /SELECT id, attempts, site/,
  settle: /settled_at = \?/,
} as const;

export type Step = keyof typeof STEPS;

/** The built Worker in workerd, sqld behind a proxy, three suppliers that check signatures and keep records. */
export interface MessageRoad {
  client: Client;
  /** Past the proxy, for what a test does itself. */
  db: Database;
  proxy: Proxy;
  /** `wanrong` sends by Aliyun, then Tencent, neither of which knows a repeat; `wenxi` by the relay, which does. */
  aliyun: Simulator;
  tencent: Simulator;
  relay: Simulator;
  url(): string;
  /** Puts messages that are due into the outbox, each to a number of its own; gives their ids. */
  put(site: 'wanrong' | 'wenxi', count: number): Promise<string[]>;
  tick(): Promise<void>;
  /** A tick that may be cut short. */
  tickAnyhow(): Promise<void>;
  /** Runs `what` once, the moment the Worker says this step to the database and before that has heard it. */
  at(step: Step, what: () => void): void;
  /** Lets time go by for everything in the outbox, in milliseconds. */
  pass(ms: number): Promise<void>;
  /** Waits until something is so, and fails where it never is. */
  until(so: () => boolean | Promise<boolean>): Promise<void>;
  killWorker(): Promise<void>;
  startWorker(): Promise<void>;
  killDatabase(): Promise<void>;
  startDatabase(): Promise<void>;
  /** Lets the database grow no further, or again. */
  full(yes: boolean): Promise<void>;
  ends(ids: readonly string[]): Promise<FaultEnds>;
  /** Everybody well, nothing waiting. */
  clear(): Promise<void>;
  stop(): Promise<void>;
}

const kill = async ({ pid, gone }: { pid?: number | undefined; gone: Promise<string> }): Promise<void> => {
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
  await gone;
};

const out = (state: string): boolean => state === 'sent' || state === 'delivered';

const SHIFTED = {
  outbox: ['next_at', 'lease_until', 'ask_at', 'created_at', 'settled_at', 'reported_at'],
  attempts: ['began_at', 'ended_at', 'reported_at'],
};

export async function startMessageRoad(): Promise<MessageRoad> {
  const dir = mkdtempSync(join(tmpdir(), 'minyi-'));
  const port = await freePort();
  let sqld: Server = await startSqld({ dir: join(dir, 'db'), port });
  const client = createClient({ url: sqld.url, intMode: 'number' });
  await migrate(client);
  const db = openDatabase({ url: sqld.url, timeoutMs: 8000 });
  let told: { step: Step; what: () => void } | null = null;
  const proxy = await startProxy(sqld.url, (body) => {
    if (!told || !STEPS[told.step].test(body)) return;
    const { what } = told;
    told = null;
    what();
  });
  const [aliyun, tencent, relay] = await Promise.all([startAliyun(), startTencent(), startRelay()]);
  const suppliers = [aliyun, tencent, relay];
  const front = await freePort();
  const start = (): Promise<Served> =>
    serve({
      dir: join(dir, 'workerd'),
      port: front,
      values: {
        ENVIRONMENT: 'production',
        PUBLIC_URL: 'https://faults.example',
        LIBSQL_URL: proxy.url,
        MINYI_KEYS: TEST_KEYS,
        MESSAGE_ROUTES: JSON.stringify({ '*': { sms: ['aliyun-sms', 'tencent-sms'] }, wenxi: { sms: ['relay'] } }),
        ...aliyun.env,
        ...tencent.env,
        ...relay.env,
      },
    });
  let served = await start();
  let numbers = 0;
  const up = { worker: true, database: true };

  const road: MessageRoad = {
    client,
    db,
    proxy,
    aliyun,
    tencent,
    relay,
    url: () => served.url,
    async put(site, count) {
      const now = Date.now();
      const each = await Promise.all(
        Array.from({ length: count }, async () => {
          const to = `154${String((numbers += 1)).padStart(8, '0')}`;
          return waiting({ site, now, to, addressIndex: await blindIndex(ring, 'phone', to) });
        }),
      );
      await withRetry(() => db.write(each.flatMap(({ statements }) => statements)));
      const marks = each.map(() => '?').join(', ');
      const sql = `SELECT id FROM outbox WHERE case_id IN (${marks})`;
      const { rows } = await client.execute({ sql, args: each.map(({ caseId }) => caseId) });
      return rows.map(({ id }) => id as string);
    },
    tick: () => served.tick(),
    tickAnyhow: () => served.tick().catch(() => undefined),
    at: (step, what) => void (told = { step, what }),
    async pass(ms) {
      await client.batch(
        Object.entries(SHIFTED).map(
          ([table, columns]) => `UPDATE ${table} SET ${columns.map((name) => `${name} = ${name} - ${ms}`).join(', ')}`,
        ),
      );
    },
    async until(so) {
      for (let tries = 0; !(await so()); tries += 1) {
        if (tries > 1200) throw new Error('it never came to that');
        await wait(25);
      }
    },
    killWorker: () => ((up.worker = false), kill(served.child)),
    async startWorker() {
      served = await start();
      up.worker = true;
    },
    killDatabase: () => ((up.database = false), kill(sqld)),
    async startDatabase() {
      sqld = await startSqld({ dir: join(dir, 'db'), port });
      up.database = true;
    },
    async full(yes) {
      const sql = 'SELECT page_count * page_size / 1024 AS kb FROM pragma_page_count, pragma_page_size';
      const kb = Number((await client.execute(sql)).rows[0]?.['kb']);
      await configure(sqld.admin ?? '', { max_db_size: yes ? `${kb}KB` : '10GB' });
    },
    async ends(ids) {
      const { rows } = await client.execute('SELECT id, state FROM outbox');
      const states = new Map(rows.map(({ id, state }) => [id as string, state as string]));
      const taken = Map.groupBy(
        suppliers.flatMap((one) => one.taken),
        ({ id }) => id,
      );
      const number = (is: (state: string, times: number) => boolean): number =>
        ids.filter((id) => is(states.get(id) ?? 'gone', taken.get(id)?.length ?? 0)).length;
      return {
        messages: ids.length,
        accepted: number((_, times) => times > 0),
        doubled: number((_, times) => times > 1),
        sent: number(out),
        failed: number((state) => state === 'failed'),
        unclear: number((state) => state === 'unknown'),
        queued: number((state) => state === 'queued'),
        wrong: number((state, times) => (out(state) && times === 0) || (state === 'failed' && times > 0)),
      };
    },
    async clear() {
      told = null;
      proxy.mischief = 'none';
      for (const one of suppliers) one.well();
      if (!up.database) await road.startDatabase();
      if (!up.worker) await road.startWorker();
      await client.batch(['outbox', 'attempts', 'counters', 'case_keys'].map((table) => `DELETE FROM ${table}`));
    },
    async stop() {
      await served.child.stop();
      await Promise.all([proxy.stop(), ...suppliers.map((one) => one.stop())]);
      client.close();
      db.close();
      await sqld.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  return road;
}
