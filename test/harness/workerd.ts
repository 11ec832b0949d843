import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import type { unstable_getMiniflareWorkerOptions } from 'wrangler';
import { freePort } from '../../scripts/ports.ts';
import { fromRoot } from '../../scripts/root.ts';
import { BUILT_WORKER } from '../../scripts/wrangler.ts';

/** A Worker as wrangler gives it to the local runtime. */
type V4Worker = ReturnType<typeof unstable_getMiniflareWorkerOptions>['workerOptions'];

/** Set once a run: what `wrangler.toml` asks of the runtime, so that no test file loads all of wrangler to read it. */
export const WORKER_OPTIONS = 'MINYI_WORKER_OPTIONS';

/** Bindings, assets, limits and objects as `wrangler.toml` has them, in the words of workerd's local runtime. */
export async function workerOptions(): Promise<V4Worker> {
  const known = process.env[WORKER_OPTIONS];
  if (known !== undefined) return JSON.parse(known) as V4Worker;
  const { unstable_getMiniflareWorkerOptions: optionsOf } = await import('wrangler');
  return optionsOf(fromRoot('wrangler.toml')).workerOptions;
}

/** The built Worker with its assets in a workerd of its own. */
export interface Running {
  url: string;
  scheduled(at: Date): Promise<string>;
  logs: string[];
  stop(): Promise<void>;
}

/** Starts it at an address it is told of; `values`: its vars and secrets, given that address. */
export async function startWorkerd(values: (origin: string) => Record<string, string>): Promise<Running> {
  const options = await workerOptions();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const logs: string[] = [];
  const path = join(BUILT_WORKER, 'worker.js');
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: '127.0.0.1',
      port,
      cf: false,
      log: new Log(LogLevel.ERROR),
      handleStructuredLogs: ({ message }) => void logs.push(message),
      workers: [
        {
          ...options,
          name: 'minyi',
          modules: [{ type: 'ESModule', path, contents: readFileSync(path, 'utf8') }],
          bindings: { ...(options.bindings as Record<string, string>), ...values(origin) },
        },
      ],
    }),
  );
  await miniflare.ready;
  return {
    url: origin,
    async scheduled(at) {
      const worker = await miniflare.getWorker();
      return (await worker.scheduled({ cron: '*/1 * * * *', scheduledTime: at })).outcome;
    },
    logs,
    stop: () => miniflare.dispose(),
  };
}
