import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { arch, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client/web';
import { stopChildren } from '../scripts/children.ts';
import { fromRoot, isMain } from '../scripts/root.ts';
import { startSqld } from '../scripts/sqld.ts';
import { runMain } from '../scripts/stop.ts';
import { buildWorker } from '../scripts/wrangler.ts';
import { inboxViews } from '../src/cases/inbox-views.ts';
import { openDatabase } from '../src/db/database.ts';
import { systemClock } from '../src/lib/clock.ts';
import { blindIndex } from '../src/lib/sealing/blind-index.ts';
import { openKeyRing, type KeyRingSecret } from '../src/lib/sealing/key-ring.ts';
import { accountByLogin } from '../src/staff/account.ts';
import type { Reach, RoleId } from '../src/staff/roles.ts';
import { startRoad } from '../test/harness/road.ts';
import { enrolAt, invite, linkFor, type StaffBrowser } from '../test/harness/staff.ts';
import { TEST_KEYS } from '../test/harness/stack.ts';
import { fill } from './console/fill.ts';
import { inWords, timed } from './console/measure.ts';
import { serve } from './console/serve.ts';
import { COMMON, LONG, RARE } from './console/texts.ts';

const PHONES = 50_000;
const phone = (n: number): string => `154${String(n).padStart(8, '0')}`;

/** Who is measured; `name` stands for the account in what the filling writes. */
const STAFF: readonly { name: string; head: string; role: RoleId; reach: Partial<Reach> }[] = [
  { name: 'clerk', head: 'county clerk', role: 'county-clerk', reach: { site: 'wanrong' } },
  { name: 'station', head: 'station clerk', role: 'station-clerk', reach: { site: 'wanrong', station: 'gaocun' } },
  { name: 'water', head: 'department', role: 'department-handler', reach: { site: 'wanrong', department: '县水利局' } },
  { name: 'reports', head: 'cleared for reports', role: 'report-officer', reach: { site: 'wanrong' } },
];
const others = Array.from({ length: 40 }, (_, n) => `colleague-${n}`);

/** What is asked, by name: a page of the list, or something typed into the search. */
const LISTS: readonly [name: string, query: string][] = [
  ...Object.keys(inboxViews).map((view): [string, string] => [`view ${view}`, `view=${view}`]),
  ['all, narrowed by topic', 'view=all&topic=irrigation'],
  ['all, by a state nearly all have', 'view=all&state=closed'],
  ['all, by a state few have', 'view=all&state=reviewing'],
  ['all, by topic and state', 'view=all&topic=irrigation&state=accepted'],
  ['all, by department', `view=all&department=${encodeURIComponent('县水利局')}`],
  ['all, by department and topic', `view=all&topic=school&department=${encodeURIComponent('县水利局')}`],
  ['all, by dates sent', 'view=all&sentFrom=2024-06-01&sentTo=2024-06-30'],
  ['all, by dates due', 'view=all&dueFrom=2026-12-01&dueTo=2026-12-07'],
];
const SEARCHES: readonly [name: string, query: string][] = [
  ['search, two characters in every fifth text', COMMON],
  ['search, two characters in a few texts', RARE],
  ['search, a word of seven characters', LONG],
  ['search, two words', `${COMMON} 机井`],
  ['search, a phone', phone(7)],
];

export interface BenchOptions {
  size: number;
  times: number;
  /** A Worker that is built already. */
  built?: string;
  /** Keeps the database there, and takes what an earlier run left there. */
  keptIn?: string;
  say?: (line: string) => void;
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
    const actors = { wanrong: [...STAFF.map(({ name }) => name), ...others], pinglu: others };
    const file = join(dir, 'dbs', 'default', 'data');
    const kept = existsSync(file);
    const filled = kept ? null : fill({ dir, size, now: Date.now(), actors, phones });
    const bytes = statSync(file).size;
    say(`${filled ? `filled in ${filled.seconds.toFixed(0)} s` : 'found'}, ${(bytes / 1e9).toFixed(2)} GB`);
    const sqld = await startSqld({ dir });
    const client = createClient({ url: sqld.url, intMode: 'number' });
    const db = openDatabase({ url: sqld.url, timeoutMs: 60_000 });
    const served = await serve(outdir, { LIBSQL_URL: sqld.url, MINYI_KEYS: TEST_KEYS });
    const staff = { db, ring, clock: systemClock, origin: served.staffUrl };
    const browsers: StaffBrowser[] = [];
    for (const { name, role, reach } of STAFF) {
      const login = `bench-${name}`;
      const known = await accountByLogin(staff, login);
      const { account, path } = known
        ? { account: known, path: await linkFor(staff, known) }
        : await invite(staff, role, reach, login);
      // What the name did in the filling is this account's; along the index, and nothing in a folder that was kept.
      await client.execute({ sql: 'UPDATE cases SET acted_by = ? WHERE acted_by = ?', args: [account.id, name] });
      browsers.push((await enrolAt(served, path)).browser);
    }
    // One case that came down the real road, sealed and chained, to open: assigned to the department measured.
    const road = await startRoad({ db, client, stop: () => Promise.resolve() }, { station: 'gaocun' });
    for (const [action, input] of [
      ['register', {}],
      ['assign', { lead: '县水利局' }],
      ['accept', {}],
    ] as const)
      if (!(await road.act(action, input)).ok) throw new Error(`the case to open was not moved on by ${action}`);
    const { rows } = await client.execute(`SELECT
      (SELECT id FROM cases WHERE site = 'wanrong' AND kind = 'petition' ORDER BY id LIMIT 1 OFFSET ${Math.floor(size * 0.25)}) AS id,
      (SELECT due_date || '.' || id FROM cases WHERE site = 'wanrong' AND due_date IS NOT NULL ORDER BY due_date, id
        LIMIT 1 OFFSET ${Math.floor(size * 0.004)}) AS due`);
    const middle = rows[0] as unknown as { id: string; due: string };
    const deep: [string, string][] = [
      ['all, a page in the middle', `view=all&after=${middle.id}`],
      ['with a date, a page in the middle', `view=open&after=${middle.due}`],
    ];
    const table: string[] = [];
    const line = async (name: string, pathOf: (browser: StaffBrowser) => Promise<string | null>) => {
      const cells: string[] = [];
      for (const browser of browsers) {
        const path = await pathOf(browser);
        cells.push(path === null ? '–' : inWords(await timed(browser, path, times)));
      }
      table.push(`| ${[name, ...cells].join(' | ')} |`);
      say(table.at(-1) ?? '');
    };
    for (const [name, query] of [...LISTS, ...deep]) await line(name, async () => `/staff/cases?${query}`);
    const receipt = road.receipt;
    for (const [name, query] of [...SEARCHES, ['search, the end of a number', receipt.slice(-4)] as const])
      await line(name, async (browser) => (await browser.post('/staff/search', { query })).location);
    await line('a case', async (browser) =>
      (await browser.get(`/staff/cases/${receipt}`)).status === 200 ? `/staff/cases/${receipt}` : null,
    );
    client.close();
    db.close();
    return [
      `Machine: ${cpus().length} cores, ${arch()}, ${cpus()[0]?.model ?? ''}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}; load ${loadavg()[0]?.toFixed(1)} at the end.`,
      `${size.toLocaleString('en')} cases, ${(bytes / 1e9).toFixed(2)} GB${filled ? `, written in ${filled.seconds.toFixed(0)} s` : ''}. p50 / p95 in ms of ${times} requests, one after the other, each with the counts of the tabs.`,
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
