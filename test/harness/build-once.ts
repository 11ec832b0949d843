import { BUILT_WORKER, buildWorker, WORKER_IS_BUILT } from '../../scripts/wrangler.ts';

/** Builds assets and Worker before the first file that needs them; `npm test` has done so already. */
export async function setup(): Promise<void> {
  if (process.env[WORKER_IS_BUILT]) return;
  await buildWorker(BUILT_WORKER);
  process.env[WORKER_IS_BUILT] = '1';
}
