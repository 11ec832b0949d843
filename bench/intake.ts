import { mkdtempSync, rmSync } from 'node:fs';
import { arch, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type Client } from '@libsql/client/web';
import { build } from 'esbuild';
import { migrate } from '../scripts/migrate.ts';
import { stopChildren } from '../scripts/children.ts';
import { fromRoot } from '../scripts/root.ts';
import { startSqld, type Database } from '../scripts/sqld.ts';
import { runMain } from '../scripts/stop.ts';
import { BUILT_WORKER, buildWorker } from '../scripts/wrangler.ts';
import { sha256 } from '../src/lib/bytes.ts';
import { startProxy } from '../test/harness/proxy.ts';
import { serve, type Served } from '../test/harness/served.ts';
import { TEST_KEYS } from '../test/harness/stack.ts';
import { sqldAlone } from './alone.ts';
import { cpuOf, writtenBy } from './cpu.ts';
import { closedLoop, fixedRate, type Measured, type Request } from './load.ts';
import { KEY, PARTNER, requestOf } from './submission.ts';

const SECONDS = Number(process.argv[2] ?? 8);
/** Cases of an empty database that (a) is measured by as well: what it can do at best. */
const FIRST = 4000;
let sent = 0;
const next = (): Request => requestOf((sent += 1));

const line = (name: string, { perSecond, p50, p99 }: Measured, more = ''): string =>
  `| ${name} | ${perSecond.toFixed(0)} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${more} |`;

async function freshDatabase(dir: string): Promise<{ sqld: Database; client: Client }> {
  const sqld = await startSqld({ dir });
  const client = createClient({ url: sqld.url });
  await migrate(client);
  const sql = 'INSERT INTO partner_keys (hash, site, name, per_day, created_at) VALUES (?, ?, ?, ?, ?)';
  await client.execute({ sql, args: [await sha256(KEY), 'wanrong', PARTNER.name, PARTNER.perDay, Date.now()] });
  return { sqld, client };
}

const valuesFor = (url: string, intake: 'grouped' | 'direct') => ({
  ENVIRONMENT: 'production',
  PUBLIC_URL: 'https://bench.example',
  LIBSQL_URL: url,
  MINYI_KEYS: TEST_KEYS,
  INTAKE: intake,
});

/** What a load cost each who took part, for one submission. */
async function costing(
  served: Served,
  sqld: Database | null,
  load: () => Promise<Measured>,
): Promise<[Measured, string]> {
  const [worker = 0, base = 0] = [served.child.pid, sqld?.pid];
  const used = () => [cpuOf(worker), base ? cpuOf(base) : 0, base ? writtenBy(base) : 0] as const;
  const own = process.cpuUsage();
  const before = used();
  const result = await load();
  const after = used();
  const { user, system } = process.cpuUsage(own);
  const count = Object.values(result.statuses).reduce((sum, one) => sum + one, 0);
  const ms = (seconds: number): string => ((seconds * 1000) / count).toFixed(3);
  const parts = [
    `${ms(after[0] - before[0])} ms CPU in workerd`,
    ...(sqld
      ? [`${ms(after[1] - before[1])} in sqld, ${((after[2] - before[2]) / count / 1000).toFixed(0)} KB written`]
      : []),
    `${ms((user + system) / 1e6)} in the generator`,
    JSON.stringify(result.statuses),
  ];
  return [result, parts.join('; ')];
}

async function measured(served: Served, sqld: Database | null, concurrent: number, name: string): Promise<Measured> {
  await closedLoop(served.url, concurrent, 1500, next);
  const [result, costs] = await costing(served, sqld, () => closedLoop(served.url, concurrent, SECONDS * 1000, next));
  console.log(line(name, result, costs));
  return result;
}

const casesIn = async (client: Client): Promise<number> =>
  Number((await client.execute('SELECT count(*) AS n FROM cases')).rows[0]?.['n']);

const aloneRow = (where: string, perSecond: number): string =>
  `| (a) sqld alone, one writer, groups of 100, ${where} | ${perSecond.toFixed(0)} | | | the same rows, made beforehand |`;

/** (a): the first rows of an empty database, then as many as the burst wrote, where the burst wrote them. */
async function besideAlone(dir: string, before: number, after: number): Promise<{ empty: number; alike: number }> {
  const { sqld } = await freshDatabase(dir);
  const first = Math.min(FIRST, before);
  const empty = await sqldAlone(sqld.url, 0, first);
  await sqldAlone(sqld.url, first, before);
  const alike = await sqldAlone(sqld.url, before, after);
  await sqld.stop();
  console.log(aloneRow(`first ${first} cases`, empty));
  console.log(aloneRow(`cases ${before} to ${after} as in the burst`, alike));
  return { empty, alike };
}

/** How many submissions one request to the database carries at 64 concurrent, groups counted by what they say. */
async function perRoundTrip(dir: string, url: string): Promise<string> {
  let groups = 0;
  let others = 0;
  const proxy = await startProxy(url, (body) => (body.includes('INSERT INTO cases') ? (groups += 1) : (others += 1)));
  const served = await serve({ dir, values: valuesFor(proxy.url, 'grouped') });
  const result = await closedLoop(served.url, 64, 3000, next);
  const count = result.statuses['201'] ?? 0;
  await served.child.stop();
  await proxy.stop();
  return `${count} submissions in ${groups} writes (${(count / groups).toFixed(1)} a round trip); other requests to the database: ${others}`;
}

await runMain(async () => {
  const dir = mkdtempSync(join(tmpdir(), 'minyi-bench-'));
  try {
    await buildWorker(BUILT_WORKER);
    const script = join(dir, 'bare.js');
    await build({
      entryPoints: [fromRoot('bench', 'bare.ts')],
      bundle: true,
      format: 'esm',
      outfile: script,
      logLevel: 'error',
    });
    const load = loadavg()[0]?.toFixed(1);
    console.log(
      `Machine: ${cpus().length} cores, ${arch()}, ${cpus()[0]?.model ?? ''}, load ${load} before the run; the load generator runs on it too\n`,
    );
    console.log('| | a second | p50 ms | p99 ms | |\n|---|---|---|---|---|');
    const bare = await serve({ dir: join(dir, 'bare'), values: {}, script });
    await measured(bare, null, 64, '(b) bare Hono handler, 64 at once');
    await bare.child.stop();
    const { sqld, client } = await freshDatabase(join(dir, 'db'));
    const straight = await serve({ dir: join(dir, 'direct'), values: valuesFor(sqld.url, 'direct') });
    const direct = await measured(straight, sqld, 1, 'direct, 1 at once');
    await straight.child.stop();
    const served = await serve({ dir: join(dir, 'grouped'), values: valuesFor(sqld.url, 'grouped') });
    // First, so that it sends its own messages and not those a burst has left behind.
    await closedLoop(served.url, 1, 1500, next);
    const steady = await costing(served, sqld, () => fixedRate(served.url, 100, SECONDS * 1000, next));
    console.log(line('grouped, fixed 100 a second', ...steady));
    const single = await measured(served, sqld, 1, 'grouped, 1 at once');
    await measured(served, sqld, 16, 'grouped, 16 at once');
    const before = await casesIn(client);
    const many = await measured(served, sqld, 64, 'grouped, 64 at once');
    const after = await casesIn(client);
    await served.child.stop();
    const { empty, alike } = await besideAlone(join(dir, 'apart'), before, after);
    console.log(`\n64 at once / (a) at the same size: ${(many.perSecond / alike).toFixed(2)}`);
    console.log(`64 at once / (a) into an empty database: ${(many.perSecond / empty).toFixed(2)}`);
    console.log(`grouped − direct at 1 at once, p50: ${(single.p50 - direct.p50).toFixed(1)} ms`);
    console.log(await perRoundTrip(join(dir, 'counted'), sqld.url));
  } finally {
    await stopChildren();
    rmSync(dir, { recursive: true, force: true });
  }
});
process.exit();
