import { rmSync } from 'node:fs';
import { createClient } from '@libsql/client/web';
import type { Client } from '@libsql/client/web';
import { migrate } from '../../scripts/migrate.ts';
import { freePort } from '../../scripts/ports.ts';
import { startSqld } from '../../scripts/sqld.ts';
import { databaseDir } from './migrated.ts';
import { startWorkerd } from './workerd.ts';

export interface StackOptions {
  /** Vars on top of, or instead of, those of a local run. */
  vars?: Record<string, string>;
  secrets?: Record<string, string>;
}

/** The whole product as it runs: built Worker and assets in workerd, a real sqld on a directory of its own. */
export interface Stack {
  /** Origin of the Worker, without a slash at the end; also its `PUBLIC_URL`. */
  url: string;
  /** Like `fetch`, for a path of the Worker; redirects are not followed. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Where the console is: by name, since passkeys refuse an IP address. */
  staffUrl: string;
  db: Client;
  /** For what opens its own connection, as the seed does. */
  databaseUrl: string;
  /** Where the database's files lie, for tests that look for what must not be in them. */
  dataDir: string;
  /** Lets the database go down and come back, with its data, at the same address. */
  stopDatabase(): Promise<void>;
  startDatabase(): Promise<void>;
  /** One cron tick, at a time of the test's choosing. */
  scheduled(at?: Date): Promise<void>;
  /** Everything the Worker has logged so far, one line a message. */
  logs(): string[];
  stop(): Promise<void>;
}

/** The keys of every test: fixed, so that a failure can be repeated. */
export const TEST_KEYS = JSON.stringify({ current: 'test', ring: { test: Buffer.alloc(32, 7).toString('base64') } });

/** An origin that every site accepts in tests, as the stand-in county page is in a local run. */
export const COUNTY_ORIGIN = 'http://127.0.0.1:8788';

const staffOrigin = (origin: string): string => origin.replace('127.0.0.1', 'localhost');

export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const dataDir = databaseDir();
  const port = await freePort();
  let database = await startSqld({ dir: dataDir, port });
  const db = createClient({ url: database.url });
  await migrate(db);

  const worker = await startWorkerd((origin) => ({
    ENVIRONMENT: 'local',
    PUBLIC_URL: origin,
    STAFF_URL: staffOrigin(origin),
    EXTRA_ORIGINS: COUNTY_ORIGIN,
    LIBSQL_URL: database.url,
    MINYI_KEYS: TEST_KEYS,
    ...options.vars,
    ...options.secrets,
  }));
  const origin = worker.url;

  return {
    url: origin,
    staffUrl: staffOrigin(origin),
    fetch: (path, init) => fetch(new Request(`${origin}${path}`, { redirect: 'manual', ...init })),
    db,
    databaseUrl: database.url,
    dataDir,
    stopDatabase: () => database.stop(),
    async startDatabase() {
      database = await startSqld({ dir: dataDir, port });
    },
    async scheduled(at = new Date()) {
      const outcome = await worker.scheduled(at);
      if (outcome !== 'ok') throw new Error(`the scheduled run ended as ${outcome}`);
    },
    logs: () => [...worker.logs],
    async stop() {
      await worker.stop();
      db.close();
      await database.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
