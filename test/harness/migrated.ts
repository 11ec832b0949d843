import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client/web';
import { migrate } from '../../scripts/migrate.ts';
import { startSqld } from '../../scripts/sqld.ts';

/** Set once a run: where a database lies to which every migration was applied, and nothing else done. */
export const MIGRATED = 'MINYI_MIGRATED';

/** A directory for a database of a test's own, begun as a copy of the one migrated for the run, where there is one. */
export function databaseDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'minyi-'));
  const migrated = process.env[MIGRATED];
  if (migrated !== undefined) cpSync(migrated, dir, { recursive: true });
  return dir;
}

/** Applies every migration to a new database and leaves it stopped, to be copied. Gives its directory. */
export async function migrateOne(): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'minyi-migrated-'));
  const sqld = await startSqld({ dir });
  const client = createClient({ url: sqld.url });
  await migrate(client);
  client.close();
  await sqld.stop();
  return dir;
}
