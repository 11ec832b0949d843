import { createClient } from '@libsql/client/web';
import type { Client } from '@libsql/client/web';
import { appliedMigrations, pending, readMigrations } from '../migrate.ts';
import { Stop } from '../stop.ts';
import { fine, wrong } from './finding.ts';
import type { Finding } from './finding.ts';
import type { Values } from './settings.ts';

const MAX_SKEW_MS = 5_000;
const CRON_SILENCE_MS = 5 * 60_000;
const TIMEOUT_MS = 8_000;

/** Reaches the database and looks at its schema, its clock and the last sign of cron; stops at the first that hides the rest. */
export async function checkDatabase({ LIBSQL_URL, LIBSQL_AUTH_TOKEN }: Values): Promise<Finding[]> {
  if (!LIBSQL_URL) {
    return [
      wrong('database', '没有设置 LIBSQL_URL:本机请先 npm start,部署请在环境变量里给出。', 'LIBSQL_URL is not set.'),
    ];
  }
  const client = createClient({
    url: LIBSQL_URL,
    authToken: LIBSQL_AUTH_TOKEN,
    fetch: (request: Request) => fetch(request, { signal: AbortSignal.timeout(TIMEOUT_MS) }),
  });
  const asked = Date.now();
  const now = await scalar(client, 'SELECT unixepoch() * 1000').catch(() => null);
  if (now === null) {
    return [
      wrong(
        'database',
        `连不上 ${LIBSQL_URL}:请看地址、令牌 LIBSQL_AUTH_TOKEN 和网络;本机运行要先 npm start。`,
        'cannot be reached: check the address, LIBSQL_AUTH_TOKEN and the network; for a local run, npm start first.',
      ),
    ];
  }
  const skew = checkClock(now, (asked + Date.now()) / 2);
  const schema = await checkMigrations(client);
  return [fine('database', LIBSQL_URL), skew, schema, ...(schema.ok ? [await checkCron(client)] : [])];
}

/** Legal deadlines count from these clocks. Milliseconds; the database tells whole seconds. */
export function checkClock(database: number, here: number): Finding {
  const skew = Math.round(here - database);
  if (skew > -MAX_SKEW_MS && skew < MAX_SKEW_MS + 1000) return fine('clock', `${skew} ms`);
  return wrong(
    'clock',
    `本机与数据库时钟相差 ${skew} 毫秒:请对时(NTP)。`,
    'this clock and the database differ: set them by NTP.',
  );
}

async function checkMigrations(client: Client): Promise<Finding> {
  try {
    const left = pending(readMigrations(), await appliedMigrations(client).catch(() => new Map<string, string>()));
    if (left.length === 0) return fine('migrations');
    return wrong(
      'migrations',
      `还有 ${left.length} 个没有执行:请先 npm run migrate 再部署。`,
      'run npm run migrate before deploying.',
    );
  } catch (error) {
    if (error instanceof Stop) return { subject: 'migrations', ok: false, words: error.message };
    throw error;
  }
}

async function checkCron(client: Client): Promise<Finding> {
  const last = await scalar(client, 'SELECT coalesce(max(at), 0) FROM heartbeats');
  const silent = Date.now() - last;
  if (silent < CRON_SILENCE_MS) return fine('cron', `${Math.round(silent / 1000)} s`);
  return wrong(
    'cron',
    `定时任务${last === 0 ? '从未' : `自 ${new Date(last).toISOString()} 起没有`}运行:短信和提醒会停住,请在 Cloudflare 的 Triggers 里看 cron。`,
    'no sign of the scheduled run: messages and reminders stand still; look at the cron trigger in Cloudflare.',
  );
}

async function scalar(client: Client, sql: string): Promise<number> {
  const { rows } = await client.execute(sql);
  return Number(rows[0]?.[0]);
}
