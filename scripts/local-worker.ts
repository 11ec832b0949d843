import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startChild } from './children.ts';
import type { Child } from './children.ts';
import { DATA, LOCAL_ENV } from './local.ts';
import { freePort } from './ports.ts';
import { ROOT } from './root.ts';
import { both, Stop } from './stop.ts';
import { quietEnv, WRANGLER } from './wrangler.ts';

const READY_WITHIN_MS = 90_000;
const EVERY_MINUTE_MS = 60_000;

/** Lines of wrangler that say nothing to somebody who only wants to see the product. */
const NOISE = [
  /^\s*$/,
  /Scheduled Workers are not automatically/,
  /manually trigger a scheduled/,
  /cdn-cgi\/local/,
  /cron-triggers/,
  /Logs were written/,
];

export interface LocalWorker {
  port: number;
  /** Vars and secrets by name. */
  values: Record<string, string>;
}

/** Starts `wrangler dev` and returns at once; `ready` says when it answers. */
export async function startLocalWorker({ port, values }: LocalWorker): Promise<Child> {
  const lines = Object.entries(values).map(([name, value]) => `${name}='${value}'\n`);
  writeFileSync(LOCAL_ENV, lines.join(''), { mode: 0o600 });
  return startChild({
    name: 'wrangler dev',
    file: process.execPath,
    args: [
      WRANGLER,
      'dev',
      '--ip=127.0.0.1',
      `--port=${port}`,
      `--inspector-port=${await freePort()}`,
      `--env-file=${LOCAL_ENV}`,
      `--persist-to=${join(DATA, 'wrangler')}`,
      '--log-level=warn',
      '--show-interactive-dev-session=false',
    ],
    cwd: ROOT,
    env: quietEnv,
    onLine: (line) => {
      if (!NOISE.some((noise) => noise.test(line))) console.log(`  ${line}`);
    },
  });
}

/** Waits until the Worker answers; gives up at once when its process has gone. */
export async function workerReady(url: string, worker: Child): Promise<void> {
  let gone: string | undefined;
  void worker.gone.then((reason) => (gone = reason));
  for (const since = Date.now(); Date.now() - since < READY_WITHIN_MS; await wait(200)) {
    if (gone !== undefined) break;
    const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5000) }).catch(() => null);
    if (answer?.status === 200) return;
  }
  throw new Stop(
    both(
      '程序没有启动成功,原因见上面几行。',
      `The Worker did not start (${gone ?? 'no answer'}); the lines above say why.`,
    ),
  );
}

/** Does what Cloudflare's cron does in production and `wrangler dev` does not. */
export function startCron(url: string): void {
  const tick = () => void fetch(`${url}/cdn-cgi/local/scheduled?cron=*/1+*+*+*+*`).catch(() => {});
  tick();
  setInterval(tick, EVERY_MINUTE_MS);
}
