import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fromRoot, ROOT } from '../../scripts/root.ts';
import { Stop, both } from '../../scripts/stop.ts';
import { buildWorker } from '../../scripts/wrangler.ts';
import type { County } from './county.ts';
import type { Fault } from './fault.ts';
import { underLoad } from './residents.ts';

/** A release of before and this one, before one database. */
export const releases: readonly Fault[] = [
  {
    id: 'F14',
    what: 'the release of before beside this one, on the tables of this one',
    async run(county) {
      const values = { INTAKE: 'direct' };
      await county.beside({ values, built: await releaseBefore(county) });
      await county.killWorker();
      await county.startWorker({ values });
      const tally = await underLoad(county.urls, 'f14-beside', () => wait(6000));
      await county.aloneAgain();
      await county.killWorker();
      await county.startWorker();
      return tally;
    },
  },
  {
    id: 'F14',
    what: 'what the release of before had kept, while the database was gone, filed by this one',
    async run(county) {
      await county.killWorker();
      await county.startWorker({ built: await releaseBefore(county) });
      return underLoad(county.urls, 'f14-after', async () => {
        await wait(1000);
        county.proxy.mischief = 'reset';
        await wait(3000);
        await county.killWorker();
        county.proxy.mischief = 'none';
        await county.startWorker();
        await wait(2000);
      });
    },
  },
];

const git = (...args: string[]): string => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();

let built: string | null = null;

/** Builds the last release whose tables were others: the commit before the newest migration came. */
async function releaseBefore({ dir }: County): Promise<string> {
  if (built !== null) return built;
  const newest = git('log', '--diff-filter=A', '--format=%H', '-1', '--', 'migrations');
  const before = newest === '' ? '' : git('rev-parse', '--verify', '--quiet', `${newest}^`);
  if (before === '')
    throw new Stop(both('F14 要有 git 历史里的上一版。', 'F14 needs the release of before, from the history of git.'));
  const tree = join(dir, 'before');
  mkdirSync(tree);
  execFileSync('sh', ['-c', `git archive ${before} | tar -x -C '${tree}'`], { cwd: ROOT });
  symlinkSync(fromRoot('node_modules'), join(tree, 'node_modules'));
  const out = join(tree, 'dist', 'worker');
  await buildWorker(out, [], tree);
  return (built = out);
}
