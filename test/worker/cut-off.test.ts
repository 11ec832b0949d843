import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient, type Client } from '@libsql/client/web';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestOf } from '../../bench/chaos/residents.ts';
import { openConnection, type Answer, type Request } from '../../bench/load.ts';
import { migrate } from '../../scripts/migrate.ts';
import { startSqld, type Database } from '../../scripts/sqld.ts';
import { verifyAll } from '../../scripts/verify/walk.ts';
import { openDatabase } from '../../src/db/database.ts';
import { toolsOf } from '../cases/tools.ts';
import { databaseDir } from '../harness/migrated.ts';
import { startProxy, type Proxy } from '../harness/proxy.ts';
import { serve, type Served } from '../harness/served.ts';
import { TEST_KEYS } from '../harness/stack.ts';

const dir = databaseDir();
let sqld: Database;
let client: Client;
let proxy: Proxy;
let served: Served;
beforeAll(async () => {
  sqld = await startSqld({ dir });
  client = createClient({ url: sqld.url });
  await migrate(client);
  proxy = await startProxy(sqld.url);
  served = await serve({
    dir: join(dir, 'workerd'),
    values: { ENVIRONMENT: 'local', PUBLIC_URL: 'http://127.0.0.1:1', LIBSQL_URL: proxy.url, MINYI_KEYS: TEST_KEYS },
  });
});
afterAll(async () => {
  await served.child.stop();
  await proxy.stop();
  client.close();
  await sqld.stop();
  rmSync(dir, { recursive: true, force: true });
});

const LEAVE = 8;
const STAY = 12;
/** About as long as a burst is on its way: its clients leave at any moment of that. */
const UNDER_WAY_MS = 30;
const BETWEEN_MS = 100;

async function stay(request: Request): Promise<Answer> {
  const connection = openConnection(served.url);
  return connection.send(request).finally(() => connection.close());
}

/** Cut off so long after it sent; whether it had heard nothing by then. */
async function leave(request: Request, ms: number): Promise<boolean> {
  const connection = openConnection(served.url);
  const unheard = connection.send(request).then(
    () => false,
    () => true,
  );
  await wait(ms);
  connection.reset();
  return unheard;
}

const requests = (name: string, count: number): Request[] =>
  Array.from({ length: count }, (_, n) => requestOf(`${name}-${n}`));

test('clients that are cut off in mid-request take nobody down whose submission goes with theirs', async () => {
  const gone = Promise.withResolvers<void>();
  const left: Promise<boolean>[] = [];
  const sent: Promise<Answer>[] = [];
  const bursts = async (name: string, count: number): Promise<void> => {
    for (let nth = 0; nth < count; nth += 1) {
      // They send first: whoever opens a bunch makes the call to the object for all who join it.
      for (const [n, request] of requests(`${name}-${nth}-leaves`, LEAVE).entries()) {
        const leaving = leave(request, (nth * 5 + n * 11) % UNDER_WAY_MS);
        left.push(leaving);
        // Having heard nothing it sends the same again, and stays.
        sent.push(Promise.all([leaving, gone.promise]).then(() => stay(request)));
      }
      sent.push(...requests(`${name}-${nth}-stays`, STAY).map(stay));
      await wait(BETWEEN_MS);
    }
  };
  await bursts('there', 8);
  // Who was let down turns to the database itself, but only after 9 s: it is to find none, and be refused.
  proxy.mischief = 'reset';
  gone.resolve();
  await bursts('gone', 4);
  const answers = await Promise.all(sent);
  expect(answers.filter(({ status }) => status !== 201 && status !== 202)).toEqual([]);
  expect(await Promise.all(left)).toContain(true);

  proxy.mischief = 'none';
  const stored = async () =>
    (await client.execute('SELECT receipt FROM cases')).rows.map(({ receipt }) => receipt as string);
  await expect.poll(async () => (await stored()).length).toBe(answers.length);
  const acknowledged = answers.map(({ body }) => (JSON.parse(body) as { receipt: string }).receipt);
  expect((await stored()).toSorted()).toEqual(acknowledged.toSorted());
  const { rows: odd } = await client.execute(
    `SELECT receipt FROM cases c WHERE (SELECT count(*) FROM events e WHERE e.stream = c.id) <> 1
      OR (SELECT count(*) FROM outbox o WHERE o.case_id = c.id) <> 1`,
  );
  expect(odd).toEqual([]);
  const db = openDatabase({ url: sqld.url, timeoutMs: 8000 });
  const { cases, broken, brokenStreams } = await verifyAll(toolsOf(db));
  db.close();
  expect({ cases, broken, brokenStreams }).toEqual({ cases: answers.length, broken: [], brokenStreams: [] });
});
