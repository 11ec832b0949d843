import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWorker } from '../wrangler.ts';
import { fine, wrong } from './finding.ts';
import type { Finding } from './finding.ts';

/** Kilobytes of the minified Worker after gzip: a tripwire of our own, far below the 3 MB that Cloudflare takes. */
const LIMIT = 480;

/** Builds as a deployment would and reads the size wrangler reports. */
export async function checkBundle(): Promise<Finding> {
  const outdir = mkdtempSync(join(tmpdir(), 'minyi-bundle-'));
  try {
    return judgeSize(await buildWorker(outdir, ['--minify']));
  } catch {
    return wrong(
      'bundle',
      '构建失败:请运行 npx wrangler deploy --dry-run 看原因。',
      'npx wrangler deploy --dry-run says why it fails.',
    );
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** `output` is what wrangler printed, with its line `Total Upload: … / gzip: 30.83 KiB`. */
export function judgeSize(output: string): Finding {
  const size = Number(/gzip: ([\d.]+) KiB/.exec(output)?.[1]);
  if (size <= LIMIT) return fine('bundle', `${size} KiB gzip`);
  return wrong(
    'bundle',
    `${size} KiB(gzip),上限 ${LIMIT}:请查新加的依赖。`,
    `above ${LIMIT} KiB: look at what was added.`,
  );
}
