import { existsSync } from 'node:fs';
import { createClient } from '@libsql/client/web';
import { parseEnv } from '../src/env.ts';
import { seedDrafts } from '../demo/seed-drafts.ts';
import { shanghaiDate, systemClock } from '../src/lib/clock.ts';
import { startChild, stopChildren } from './children.ts';
import { startCounty } from './county.ts';
import { localValues, openLocalDatabase } from './local.ts';
import { startCron, startLocalWorker, workerReady } from './local-worker.ts';
import { migrate } from './migrate.ts';
import { busySentence, isBusy, localPorts } from './ports.ts';
import { fromRoot, ROOT } from './root.ts';
import { isEmpty } from './seed/reset.ts';
import { demoLinks, type DemoLink } from './seed/seed-staff.ts';
import { staffToolsOf, toolsOf } from './settings.ts';
import { both, runMain, Stop } from './stop.ts';
import { whereToGo } from './where-to-go.ts';

async function start(): Promise<never> {
  const ports = localPorts(process.env.PORT);
  for (const port of [ports.worker, ports.county]) {
    if (await isBusy(port)) throw new Stop(busySentence(port, ports.worker));
  }
  console.log(both('正在启动,第一次约需半分钟……', 'Starting…'));

  const database = await openLocalDatabase();
  const client = createClient({ url: database.url, authToken: database.authToken });
  const applied = await migrate(client);
  if (applied.length > 0) console.log(`  ${both('数据库已更新', 'migrated')}: ${applied.join(', ')}`);

  const url = `http://127.0.0.1:${ports.worker}`;
  const county = `http://127.0.0.1:${ports.county}`;
  const values = localValues(database, url, county);
  await draftsFirst(values);
  // Before the seed writes: two writers at once may lose to each other's lock.
  const links = await staffLinks(values);
  const worker = await startLocalWorker({ port: ports.worker, values });
  const seeding = seed(values);
  await startCounty({ port: ports.county, product: url });
  await workerReady(url, worker);
  console.log(whereToGo({ url, county, staff: values['STAFF_URL'] ?? url, links }));
  await seeding;
  startCron(url);

  return Promise.race([failWhenGone(worker, worker.name), failWhenGone(database, 'sqld')]);
}

/** The drafts are in before the Worker answers, or its cache would keep an empty list of them for a minute. */
async function draftsFirst(values: Record<string, string>): Promise<void> {
  const parsed = parseEnv(values);
  if (!parsed.ok) return;
  const { db, clock } = toolsOf(parsed.settings, systemClock);
  if (await isEmpty(db)) await seedDrafts(db, shanghaiDate(clock.now()));
  db.close();
}

/** Sends the demo counties' cases down the real road when the database is empty. */
async function seed(values: Record<string, string>): Promise<void> {
  if (!existsSync(fromRoot('scripts', 'seed.ts'))) return;
  const seeding = startChild({
    name: 'seed',
    file: process.execPath,
    args: ['--import', 'tsx', fromRoot('scripts', 'seed.ts'), '--when-empty'],
    cwd: ROOT,
    env: values,
  });
  if ((await seeding.gone) !== 'exit 0')
    throw new Stop(both('示例数据没有写成。', 'The demo data could not be written.'));
}

/** A way into the console for each demo account; a local run has no other administrator. */
async function staffLinks(values: Record<string, string>): Promise<DemoLink[]> {
  const parsed = parseEnv(values);
  if (!parsed.ok || parsed.settings.ENVIRONMENT !== 'local') return [];
  const tools = staffToolsOf(parsed.settings, systemClock);
  try {
    return await demoLinks(tools);
  } finally {
    tools.db.close();
  }
}

async function failWhenGone(part: { gone: Promise<string> }, name: string): Promise<never> {
  const reason = await part.gone;
  throw new Stop(both(`${name} 意外退出(${reason}),其余也已停下。`, `${name} ended (${reason}); all stopped.`));
}

/** Rejects when the person presses Ctrl-C, a supervisor asks us to end, or the npm that ran us was killed. */
function askedToStop(): Promise<never> {
  const parent = process.ppid;
  return new Promise((_resolve, reject) => {
    const stop = () => reject(new Asked());
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
    if (process.env.npm_lifecycle_event) {
      setInterval(() => process.ppid !== parent && stop(), 1000).unref();
    }
  });
}

class Asked extends Error {}

await runMain(async () => {
  try {
    await Promise.race([start(), askedToStop()]);
  } catch (error) {
    if (!(error instanceof Asked)) throw error;
    console.log(`\n${both('已停止,数据保留在 .data 目录。', 'Stopped; the data stays in .data.')}`);
  } finally {
    await stopChildren();
  }
});
process.exit();
