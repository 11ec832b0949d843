import { BUILT_WORKER, buildWorker, WORKER_IS_BUILT } from '../../scripts/wrangler.ts';
import { WORKER_OPTIONS, workerOptions } from './workerd.ts';

/** Builds assets and Worker before the first file that needs them; `npm test` has done so already. */
export async function setup(): Promise<void> {
  process.env[WORKER_OPTIONS] = JSON.stringify(await workerOptions());
  if (process.env[WORKER_IS_BUILT]) return;
  await buildWorker(BUILT_WORKER);
  process.env[WORKER_IS_BUILT] = '1';
}
