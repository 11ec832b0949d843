import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient, type Client } from '@libsql/client/web';
import * as v from 'valibot';
import { migrate } from '../../scripts/migrate.ts';
import { freePort } from '../../scripts/ports.ts';
import { configure, startSqld, type Database as Server } from '../../scripts/sqld.ts';
import { openDatabase, type Database } from '../../src/db/database.ts';
import { keyRingSchema, type KeyRingSecret } from '../../src/lib/sealing/key-ring.ts';
import { startProxy, type Proxy } from '../../test/harness/proxy.ts';
import { serve, type Served, type ServedOptions } from '../../test/harness/served.ts';
import { TEST_KEYS } from '../../test/harness/stack.ts';

/** How a Worker differs from the one that usually answers. */
export type Otherwise = Pick<ServedOptions, 'built' | 'before' | 'store'> & { values?: Record<string, string> };

/** One county: sqld behind a proxy, the built Worker in workerd with its objects on disk. Everything can be killed. */
export interface County {
  dir: string;
  client: Client;
  /** Past the proxy. */
  db: Database;
  proxy: Proxy;
  /** The secret of its Workers from their next start on. */
  keys: KeyRingSecret;
  served(): Served;
  urls(): readonly string[];
  killWorker(): Promise<void>;
  startWorker(otherwise?: Otherwise): Promise<void>;
  /** A second Worker before the same database, with objects of its own, until `stop`. */
  beside(otherwise: Otherwise): Promise<void>;
  aloneAgain(): Promise<void>;
  killDatabase(): Promise<void>;
  startDatabase(): Promise<void>;
  /** Sends the process of the database a signal. */
  signal(name: 'SIGSTOP' | 'SIGCONT'): void;
  /** Lets the database grow by so many KB and no further, or, without a number, as it likes. */
  room(kb?: number): Promise<void>;
  /** Lets time go by for what waits in the outbox, in milliseconds. */
  pass(ms: number): Promise<void>;
  stop(): Promise<void>;
}

const kill = async ({ pid, gone }: { pid?: number | undefined; gone: Promise<string> }): Promise<void> => {
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
  await gone;
};

export async function startCounty(): Promise<County> {
  const dir = mkdtempSync(join(tmpdir(), 'minyi-chaos-'));
  const [port, front] = [await freePort(), await freePort()];
  let sqld: Server = await startSqld({ dir: join(dir, 'db'), port });
  const client = createClient({ url: sqld.url, intMode: 'number' });
  await migrate(client);
  const db = openDatabase({ url: sqld.url, timeoutMs: 10_000 });
  const proxy = await startProxy(sqld.url);
  const start = (where: { dir: string; port?: number }, { values, ...otherwise }: Otherwise = {}): Promise<Served> =>
    serve({
      ...where,
      ...otherwise,
      values: {
        ENVIRONMENT: 'local',
        PUBLIC_URL: 'http://127.0.0.1:1',
        LIBSQL_URL: proxy.url,
        MINYI_KEYS: JSON.stringify(county.keys),
        ...values,
      },
    });
  const usual = { dir: join(dir, 'workerd'), port: front };
  let others: Served[] = [];
  let served: Served;

  const county: County = {
    dir,
    client,
    db,
    proxy,
    keys: v.parse(keyRingSchema, TEST_KEYS),
    served: () => served,
    urls: () => [served, ...others].map(({ url }) => url),
    killWorker: () => kill(served.child),
    async startWorker(otherwise) {
      served = await start(usual, otherwise);
    },
    async beside(otherwise) {
      others.push(await start({ dir: mkdtempSync(join(dir, 'beside-')) }, otherwise));
    },
    async aloneAgain() {
      await Promise.all(others.map(({ child }) => kill(child)));
      others = [];
    },
    killDatabase: () => kill(sqld),
    async startDatabase() {
      sqld = await startSqld({ dir: join(dir, 'db'), port });
    },
    signal: (name) => void process.kill(sqld.pid ?? 0, name),
    async room(kb) {
      const sql = 'SELECT page_count * page_size / 1024 AS kb FROM pragma_page_count, pragma_page_size';
      const held = kb === undefined ? 0 : Number((await client.execute(sql)).rows[0]?.['kb']);
      await configure(sqld.admin ?? '', { max_db_size: kb === undefined ? '10GB' : `${held + kb}KB` });
    },
    async pass(ms) {
      await asking(() =>
        client.execute(`UPDATE outbox SET next_at = next_at - ${ms}, lease_until = lease_until - ${ms},
          placed_at = placed_at - ${ms} WHERE settled_at IS NULL`),
      );
    },
    async stop() {
      await Promise.all([served, ...others].map(({ child }) => child.stop()));
      await proxy.stop();
      client.close();
      db.close();
      await sqld.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  served = await start(usual);
  return county;
}

/** A database with its hands full turns the checker away as well: it asks again, a minute at most. */
export async function asking<T>(ask: () => Promise<T>): Promise<T> {
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
