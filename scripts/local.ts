import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { localKeys } from './keys/ring.ts';
import { fromRoot } from './root.ts';
import { answers, startSqld } from './sqld.ts';
import type { Database } from './sqld.ts';

/** Everything a local run keeps; deleting it starts afresh. */
export const DATA = fromRoot('.data');
/** Vars and secrets of the local Worker, where git does not look. */
export const LOCAL_ENV = fromRoot('.data', 'local.env');
const RUNNING = fromRoot('.data', 'sqld.json');

/**
 * The database of the local run: the one `LIBSQL_URL` names, else the one `npm start` has running, else an sqld of our own
 * on `.data/db`. Two servers on one directory would corrupt it.
 */
export async function openLocalDatabase(env: NodeJS.ProcessEnv = process.env): Promise<Database> {
  if (env.LIBSQL_URL) return someoneElses(env.LIBSQL_URL, env.LIBSQL_AUTH_TOKEN);
  const other = await runningUrl();
  if (other) return someoneElses(other);
  const database = await startSqld({ dir: fromRoot('.data', 'db') });
  writeFileSync(RUNNING, JSON.stringify({ url: database.url, pid: database.pid }));
  return database;
}

/** Vars and secrets of the local Worker, by name; `county` is the origin of the stand-in page. */
export function localValues(database: Database, url: string, county: string): Record<string, string> {
  return {
    ENVIRONMENT: 'local',
    PUBLIC_URL: url,
    STAFF_URL: url.replace('127.0.0.1', 'localhost'),
    EXTRA_ORIGINS: county,
    MINYI_KEYS: localKeys(),
    LIBSQL_URL: database.url,
    ...(database.authToken ? { LIBSQL_AUTH_TOKEN: database.authToken } : {}),
  };
}

function someoneElses(url: string, authToken?: string): Database {
  return { url, authToken, gone: new Promise(() => {}), stop: () => Promise.resolve() };
}

/** A noted port may meanwhile belong to another program, so the process must live too. */
async function runningUrl(): Promise<string | null> {
  if (!existsSync(RUNNING)) return null;
  const { url, pid } = JSON.parse(readFileSync(RUNNING, 'utf8')) as { url: string; pid: number };
  try {
    process.kill(pid, 0);
  } catch {
    return null;
  }
  return (await answers(`${url}/health`)) ? url : null;
}
