import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client/web';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../scripts/migrate.ts';
import { freePort } from '../../scripts/ports.ts';
import { startSqld, type Database } from '../../scripts/sqld.ts';
import { verifyAll } from '../../scripts/verify/walk.ts';
import { openDatabase } from '../../src/db/database.ts';
import { toolsOf } from '../cases/tools.ts';
import { petitionBody } from '../harness/bodies.ts';
import { serve, type Served } from '../harness/served.ts';
import { TEST_KEYS } from '../harness/stack.ts';

const dir = mkdtempSync(join(tmpdir(), 'minyi-'));
let sqld: Database;
let served: Served;
const start = async (port?: number) =>
  serve({
    dir: join(dir, 'workerd'),
    port,
    values: { ENVIRONMENT: 'local', PUBLIC_URL: 'http://127.0.0.1:1', LIBSQL_URL: sqld.url, MINYI_KEYS: TEST_KEYS },
  });

beforeAll(async () => {
  sqld = await startSqld({ dir: join(dir, 'db'), port: await freePort() });
  const client = createClient({ url: sqld.url });
  await migrate(client);
  client.close();
  served = await start();
});
afterAll(async () => {
  await served.child.stop();
  await sqld.stop();
  rmSync(dir, { recursive: true, force: true });
});

async function post(key: string): Promise<{ status: number; receipt: string }> {
  const response = await fetch(`${served.url}/api/v1/wanrong/petitions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer mk_local', 'idempotency-key': key },
    body: JSON.stringify(petitionBody()),
  });
  return { status: response.status, receipt: (await response.json<{ receipt: string }>()).receipt };
}

const kill = async ({ pid, gone }: { pid?: number | undefined; gone: Promise<string> }) => {
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
  await gone;
};

test('database and Worker are both killed: what was acknowledged is filed by itself once both are back', async () => {
  const port = Number(new URL(served.url).port);
  const database = Number(new URL(sqld.url).port);
  const written = await post('written');
  await kill(sqld);
  const kept = await Promise.all([post('kept-1'), post('kept-2'), post('kept-3')]);
  await kill(served.child);
  expect([written.status, ...kept.map(({ status }) => status)]).toEqual([201, 202, 202, 202]);

  served = await start(port);
  expect(await post('kept-2')).toEqual(kept[1]);
  sqld = await startSqld({ dir: join(dir, 'db'), port: database });
  const client = createClient({ url: sqld.url });
  const rows = async () => (await client.execute('SELECT receipt FROM cases')).rows.map(({ receipt }) => receipt);
  await expect.poll(async () => (await rows()).length, { timeout: 20_000 }).toBe(4);
  expect(new Set(await rows())).toEqual(new Set([written, ...kept].map(({ receipt }) => receipt)));
  expect(await post('kept-3')).toEqual({ status: 201, receipt: kept[2]?.receipt });
  const db = openDatabase({ url: sqld.url, timeoutMs: 8000 });
  expect(await verifyAll(toolsOf(db))).toMatchObject({ cases: 4, broken: [], brokenStreams: [] });
  const { rows: messages } = await client.execute('SELECT count(*) AS n FROM outbox');
  expect(messages[0]?.['n']).toBe(4);
});
