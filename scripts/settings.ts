import { existsSync, readFileSync } from 'node:fs';
import { parseEnv as parseFile } from 'node:util';
import type { Tools } from '../src/cases/tools.ts';
import { openDatabase } from '../src/db/database.ts';
import { parseEnv, type Settings } from '../src/env.ts';
import type { Clock } from '../src/lib/clock.ts';
import { direct } from '../src/intake/direct.ts';
import { openKeyRing } from '../src/lib/sealing/key-ring.ts';
import type { StaffTools } from '../src/staff/tools.ts';
import { LOCAL_ENV, localValues, openLocalDatabase } from './local.ts';
import { localPorts } from './ports.ts';
import { both, Stop } from './stop.ts';

/**
 * What a command works on: the deployment that the environment describes (`LIBSQL_URL`, `MINYI_KEYS`…), else the local
 * run's own database and keys. Starts an sqld where none is running; end with `stopChildren`.
 */
export async function commandSettings(env: NodeJS.ProcessEnv = process.env): Promise<Settings> {
  const values = env.LIBSQL_URL && env.MINYI_KEYS ? { ...env } : await localOnes(env);
  const parsed = parseEnv(values);
  if (parsed.ok) return parsed.settings;
  const names = parsed.wrong.join(', ');
  throw new Stop(both(`这些设置缺少或不对:${names}`, `Settings missing or wrong: ${names}`));
}

/**
 * The same for commands that build no link and send nothing: where another deployment is meant, its database and its keys
 * are all they need.
 */
export const databaseSettings = (env: NodeJS.ProcessEnv = process.env): Promise<Settings> =>
  commandSettings({ ENVIRONMENT: 'production', PUBLIC_URL: 'https://minyi.invalid', ...env });

async function localOnes(env: NodeJS.ProcessEnv): Promise<Record<string, string>> {
  const ports = localPorts(env.PORT);
  const [url, county] = [ports.worker, ports.county].map((port) => `http://127.0.0.1:${port}`) as [string, string];
  const kept = existsSync(LOCAL_ENV) ? (parseFile(readFileSync(LOCAL_ENV, 'utf8')) as Record<string, string>) : {};
  const database = await openLocalDatabase(env);
  const { PUBLIC_URL = url } = kept;
  return localValues(database, PUBLIC_URL, county);
}

/** The same for the verbs of accounts. */
export function staffToolsOf(settings: Settings, clock: Clock): StaffTools {
  const { db, ring } = toolsOf(settings, clock);
  return { db, ring, clock, origin: settings.STAFF_URL ?? settings.PUBLIC_URL };
}

/** The verbs' tools for a command: the same ones a request has, with a clock of the caller's choosing and no shield. */
export function toolsOf(settings: Settings, clock: Clock): Tools {
  const db = openDatabase({ url: settings.LIBSQL_URL, authToken: settings.LIBSQL_AUTH_TOKEN, timeoutMs: 10_000 });
  return {
    db,
    intake: direct(db),
    ring: openKeyRing(settings.MINYI_KEYS),
    clock,
    publicUrl: settings.PUBLIC_URL,
    allow: () => Promise.resolve(true),
  };
}
