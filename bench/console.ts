import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { arch, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { createClient, type Client } from '@libsql/client/web';
import { stopChildren } from '../scripts/children.ts';
import { migrate } from '../scripts/migrate.ts';
import { fromRoot, isMain } from '../scripts/root.ts';
import { startSqld } from '../scripts/sqld.ts';
import { runMain } from '../scripts/stop.ts';
import { buildWorker } from '../scripts/wrangler.ts';
import { openDatabase } from '../src/db/database.ts';
import { systemClock } from '../src/lib/clock.ts';
import { blindIndex } from '../src/lib/sealing/blind-index.ts';
import { openKeyRing, type KeyRingSecret } from '../src/lib/sealing/key-ring.ts';
import { accountByLogin } from '../src/staff/account.ts';
import type { StaffTools } from '../src/staff/tools.ts';
import { startRoad } from '../test/harness/road.ts';
import { enrolAt, invite, linkFor, type StaffBrowser } from '../test/harness/staff.ts';
import { TEST_KEYS } from '../test/harness/stack.ts';
import { pagesOf, SEARCHES, STAFF, type Member } from './console/asked.ts';
import { fill } from './console/fill.ts';
import { inWords, timed } from './console/measure.ts';
import { serve, type Served } from './console/serve.ts';
import { filing, numbers } from './console/texts.ts';

const PHONES = 50_000;
const phone = (n: number): string => `154${String(n).padStart(8, '0')}`;
const others = Array.from({ length: 40 }, (_, n) => `colleague-${n}`);
const actors = { wanrong: [...STAFF.map(({ name }) => name), ...others], pinglu: others };

export interface BenchOptions {
  size: number;
  times: number;
  /** A Worker that is built already. */
  built?: string;
  /** Keeps the database there, and takes what an earlier run left there. */
  keptIn?: string;
  say?: (line: string) => void;
}

/** The account of a name in the filling, signed in; that of an earlier run where the database was kept. */
async function signIn(
  staff: StaffTools,
  client: Client,
  served: Served,
  { name, role, reach }: Member,
): Promise<StaffBrowser> {
  const login = `bench-${name}`;
  const known = await accountByLogin(staff, login);
  const { account, path } = known
    ? { account: known, path: await linkFor(staff, known) }
    : await invite(staff, role, reach, login);
  await client.execute({ sql: 'UPDATE cases SET acted_by = ? WHERE acted_by = ?', args: [account.id, name] });
  return (await enrolAt(served, path)).browser;
}

/** Builds a database of so many cases, serves it, signs staff in and measures; gives the table as Markdown. */
export async function benchConsole({
  size,
  times,
  built,
  keptIn,
  say = () => undefined,
}: BenchOptions): Promise<string> {
  const dir = keptIn ?? mkdtempSync(join(tmpdir(), 'minyi-bench-'));
  const outdir = built ?? mkdtempSync(join(tmpdir(), 'minyi-worker-'));
  const ring = openKeyRing(JSON.parse(TEST_KEYS) as KeyRingSecret);
  try {
    if (built === undefined) await buildWorker(outdir);
    const phones = await Promise.all(
      Array.from({ length: Math.min(PHONES, size) }, (_, n) => blindIndex(ring, 'phone', phone(n))),
    );
    const file = join(dir, 'dbs', 'default', 'data');
    const filled = existsSync(file) ? null : fill({ dir, size, now: Date.now(), actors, phones });
    const bytes = statSync(file).size;
    say(`${filled ? `filled in ${filled.seconds.toFixed(0)} s` : 'found'}, ${(bytes / 1e9).toFixed(2)} GB`);
    const sqld = await startSqld({ dir });
    const client = createClient({ url: sqld.url, intMode: 'number' });
    for (const name of await migrate(client)) say(`applied ${name}`);
    const db = openDatabase({ url: sqld.url, timeoutMs: 60_000 });
    const served = await serve(outdir, { LIBSQL_URL: sqld.url, MINYI_KEYS: TEST_KEYS });
    const staff = { db, ring, clock: systemClock, origin: served.staffUrl };
    const seats: { member: Member; browser: StaffBrowser }[] = [];
    for (const member of STAFF) seats.push({ member, browser: await signIn(staff, client, served, member) });
    // One case that came down the real road, sealed and chained, to open: written like others and sent from a phone that
    // others were sent from, so that there is something to suggest, and assigned to the department measured.
    const words = filing(numbers(7));
    const road = await startRoad(
      { db, client, stop: () => Promise.resolve() },
      { station: 'gaocun', topic: 'irrigation', ...words },
    );
    const lead = STAFF.find(({ role }) => role === 'department-handler')?.reach.department ?? '';
    for (const [action, input] of [
      ['register', {}],
      ['assign', { lead }],
      ['accept', {}],
    ] as const)
      if (!(await road.act(action, input)).ok) throw new Error(`the case to open was not moved on by ${action}`);
    const { rows } = await client.execute(`SELECT
      (SELECT id FROM cases WHERE site = 'wanrong' AND kind = 'petition' ORDER BY id LIMIT 1 OFFSET ${Math.floor(size * 0.25)}) AS id,
      (SELECT due_date || '.' || id FROM cases WHERE site = 'wanrong' AND kind = 'petition' AND due_date IS NOT NULL
        ORDER BY due_date, id LIMIT 1 OFFSET ${Math.floor(size * 0.004)}) AS due`);
    const table: string[] = [];
    type Asking = (() => Promise<{ status: number }>) | null;
    const line = async (name: string, askOf: (browser: StaffBrowser, member: Member) => Promise<Asking> | Asking) => {
      const cells: string[] = [];
      for (const { browser, member } of seats) {
        const ask = await askOf(browser, member);
        cells.push(ask === null ? '–' : inWords(await timed(ask, times)));
      }
      table.push(`| ${[name, ...cells].join(' | ')} |`);
      say(table.at(-1) ?? '');
    };
    for (const page of pagesOf(rows[0] as unknown as { id: string; due: string }))
      await line(page.name, (browser, member) => (page.for(member) ? () => browser.get(page.path) : null));
    const { receipt } = road;
    for (const [name, query] of [
      ...SEARCHES,
      ['search, a phone', phone(7)],
      ['search, the end of a number', receipt.slice(-4)],
    ] as const)
      await line(name, async (browser) => {
        const { location } = await browser.post('/staff/search', { query });
        return location === null ? null : () => browser.get(location);
      });
    const opened = `/staff/cases/${receipt}`;
    const mayOpen = async (browser: StaffBrowser) => (await browser.get(opened)).status === 200;
    await line('a case, with who is in it and what is like it', async (browser) =>
      (await mayOpen(browser)) ? () => browser.get(opened) : null,
    );
    await line('a heartbeat of its page', async (browser) =>
      (await mayOpen(browser)) ? () => browser.post(`${opened}/here`, { page: 'bench', doing: 'reading' }) : null,
    );
    client.close();
    db.close();
    return [
      `Machine: ${cpus().length} cores, ${arch()}, ${cpus()[0]?.model ?? ''}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}; load ${loadavg()[0]?.toFixed(1)} at the end.`,
      `${size.toLocaleString('en')} cases, ${(bytes / 1e9).toFixed(2)} GB${filled ? `, written in ${filled.seconds.toFixed(0)} s` : ''}. p50 / p95 in ms of ${times} requests, one after the other, each page with the counts in its head.`,
      '',
      `| | ${STAFF.map(({ head }) => head).join(' | ')} |`,
      `|---|${STAFF.map(() => '---|').join('')}`,
      ...table,
    ].join('\n');
  } finally {
    await stopChildren();
    if (keptIn === undefined) rmSync(dir, { recursive: true, force: true });
    if (built === undefined) rmSync(outdir, { recursive: true, force: true });
  }
}

if (isMain(fromRoot('bench', 'console.ts'))) {
  const [size, times, keptIn] = process.argv.slice(2);
  await runMain(async () => {
    console.log(
      await benchConsole({
        size: Number(size ?? 1_000_000),
        times: Number(times ?? 40),
        keptIn,
        say: console.error,
      }),
    );
  });
  process.exit();
}
