import { execFile } from 'node:child_process';
import { delimiter } from 'node:path';
import { promisify } from 'node:util';
import { fromRoot, ROOT } from './root.ts';

export const WRANGLER = fromRoot('node_modules', 'wrangler', 'bin', 'wrangler.js');

/** What keeps wrangler off the network and lets its `[build]` find our tools. */
export const quietEnv = {
  PATH: `${fromRoot('node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  FORCE_COLOR: '0',
};

/** Set by `npm test` once it has built, so that the test projects do not build again. */
export const WORKER_IS_BUILT = 'MINYI_WORKER_IS_BUILT';

/** Where the tests find the built Worker. */
export const BUILT_WORKER = fromRoot('dist', 'worker');

/**
 * Builds assets and Worker as a deployment would, without deploying; `cwd`: the tree of another release. Returns what
 * wrangler says; throws it on failure.
 */
export async function buildWorker(outdir: string, flags: readonly string[] = [], cwd = ROOT): Promise<string> {
  const args = [WRANGLER, 'deploy', '--dry-run', '--outdir', outdir, ...flags];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, {
    cwd,
    env: { ...process.env, ...quietEnv },
    maxBuffer: 16 * 1024 * 1024,
  });
  return stdout + stderr;
}
