import { rmSync } from 'node:fs';
import { createClient } from '@libsql/client/web';
import type { Client } from '@libsql/client/web';
import { migrate } from '../../scripts/migrate.ts';
import { startSqld } from '../../scripts/sqld.ts';
import { openDatabase, type Database } from '../../src/db/database.ts';
import { openKeyRing, type KeyRing } from '../../src/lib/sealing/key-ring.ts';
import { databaseDir } from './migrated.ts';

/** A real, migrated sqld without the Worker, for tests that call a verb of the program themselves. */
export interface TestDatabase {
  db: Database;
  client: Client;
  stop(): Promise<void>;
}

export async function startDatabase(): Promise<TestDatabase> {
  const dir = databaseDir();
  const sqld = await startSqld({ dir });
  const client = createClient({ url: sqld.url });
  await migrate(client);
  const db = openDatabase({ url: sqld.url, timeoutMs: 8000 });
  return {
    db,
    client,
    async stop() {
      db.close();
      client.close();
      await sqld.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** The ring of every test: fixed, so that a failure can be repeated. */
export const testRing = (): KeyRing =>
  openKeyRing({ current: 'test', ring: { test: Buffer.alloc(32, 7).toString('base64') } });
