import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from '@libsql/client/web';
import { migrate } from '../../scripts/migrate.ts';
import { startSqld } from '../../scripts/sqld.ts';
import { openDatabase } from '../../src/db/database.ts';
import { serve } from '../../test/harness/served.ts';
import { TEST_KEYS } from '../../test/harness/stack.ts';
import { waiting } from '../../test/notify/waiting.ts';
import { startAliyun } from '../../test/simulators/aliyun.ts';
import { cpuOf } from '../cpu.ts';
import { compared, type Compared, type Row } from './compare.ts';

export interface Plan {
  /** Messages that come to be due a second, and for how many seconds. */
  rate: number;
  seconds: number;
  /** How long the supplier takes to answer, in milliseconds. */
  answerMs: number;
  /** What cron takes for a minute, in milliseconds. */
  minuteMs: number;
  say?: (line: string) => void;
}

export interface Result extends Compared {
  /** Milliseconds that the oldest message not yet sent had been due for, at its worst; looked at each second. */
  oldestMs: number;
  /** Milliseconds of processor a message, by process. */
  cpu: { workerd: number; sqld: number };
  /** Requests the supplier turned away for their signature. */
  forged: number;
}

const GROUPS_A_SECOND = 5;
const LAST_LOOK_MS = 180_000;

/** A number of the invented block, another for each message. */
const phone = (n: number): string => `154${String(n).padStart(8, '0')}`;

/**
 * Real sqld, the built Worker under `workerd serve`, cron once a minute, and one supplier that checks every signature and
 * knows no repeat: what is sent twice stands in its record twice.
 */
export async function runMessages({ rate, seconds, answerMs, minuteMs, say }: Plan): Promise<Result> {
  const dir = mkdtempSync(join(tmpdir(), 'minyi-messages-'));
  const stops: (() => Promise<unknown> | void)[] = [() => rmSync(dir, { recursive: true, force: true })];
  try {
    const sqld = await startSqld({ dir: join(dir, 'db') });
    stops.push(() => sqld.stop());
    const client = createClient({ url: sqld.url, intMode: 'number' });
    const db = openDatabase({ url: sqld.url, timeoutMs: 20_000 });
    stops.push(() => (client.close(), db.close()));
    await migrate(client);
    const supplier = await startAliyun();
    stops.push(() => supplier.stop());
    supplier.fail({ is: 'take-slowly', ms: answerMs });
    const served = await serve({
      dir: join(dir, 'workerd'),
      values: {
        ENVIRONMENT: 'production',
        PUBLIC_URL: 'https://bench.example',
        LIBSQL_URL: sqld.url,
        MINYI_KEYS: TEST_KEYS,
        MESSAGE_ROUTES: JSON.stringify({ '*': { sms: ['aliyun-sms'] } }),
        ...supplier.env,
      },
    });
    stops.push(() => served.child.stop());

    let queued = 0;
    const feed = async (count: number): Promise<void> => {
      const now = Date.now();
      const each = await Promise.all(
        Array.from({ length: count }, (_, n) =>
          waiting({ now, to: phone(queued + n), addressIndex: `address ${queued + n}` }),
        ),
      );
      queued += count;
      await db.write(each.flatMap(({ statements }) => statements));
    };
    const unsent = async (): Promise<{ n: number; due: number | null }> => {
      const sql = "SELECT count(*) AS n, min(next_at) AS due FROM outbox WHERE state IN ('queued', 'sending')";
      const [row] = (await client.execute(sql)).rows as unknown as { n: number; due: number | null }[];
      return row ?? { n: 0, due: null };
    };

    let [oldestMs, nextTick, nextLook] = [0, 0, 0];
    const ticks: Promise<void>[] = [];
    const used = () => [served.child.pid, sqld.pid].map((pid) => cpuOf(pid ?? 0) * 1000);
    const before = used();
    const began = performance.now();
    const since = () => performance.now() - began;
    const look = async (): Promise<number> => {
      const { n, due } = await unsent();
      if (due !== null) oldestMs = Math.max(oldestMs, Date.now() - due);
      return n;
    };
    for (let group = 0; group < seconds * GROUPS_A_SECOND; group += 1) {
      await wait(Math.max(0, (group * 1000) / GROUPS_A_SECOND - since()));
      await feed(rate / GROUPS_A_SECOND);
      if (since() >= nextTick) {
        ticks.push(served.tick());
        nextTick += minuteMs;
      }
      if (since() >= nextLook) {
        const n = await look();
        nextLook += 1000;
        if (group % (GROUPS_A_SECOND * 30) === 0)
          say?.(`${(since() / 1000).toFixed(0)} s: ${queued} due, ${supplier.taken.length} accepted, ${n} waiting`);
      }
    }
    const fedFor = since();
    await Promise.all(ticks);
    while ((await look()) > 0 && since() < fedFor + LAST_LOOK_MS) await served.tick();
    const { rows } = await client.execute('SELECT id, created_at, state, supplier_id FROM outbox');
    const [workerd = 0, server = 0] = used().map((ms, index) => (ms - (before[index] ?? 0)) / queued);
    return {
      ...compared(rows as unknown as Row[], supplier.taken),
      oldestMs,
      cpu: { workerd, sqld: server },
      forged: supplier.forged(),
    };
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}
