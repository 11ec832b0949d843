import { existsSync, readFileSync, rmSync } from 'node:fs';
import { runCheck, STATIC_CHECKS } from './checks.ts';
import type { Check } from './checks.ts';
import { stopChildren } from './children.ts';
import { chromiumPath } from './chromium.ts';
import { fromRoot } from './root.ts';
import { runMain } from './stop.ts';
import { countVitest, summaryLine } from './test-summary.ts';
import type { Count } from './test-summary.ts';
import { BUILT_WORKER, WORKER_IS_BUILT } from './wrangler.ts';

const REPORT = fromRoot('dist', 'vitest.json');

const BUILD: Check = { name: 'build', command: ['wrangler', 'deploy', '--dry-run', '--outdir', BUILT_WORKER] };
const TESTS: Check = {
  name: 'tests',
  command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`],
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => void stopChildren().then(() => process.exit(1)));
}

await runMain(async () => {
  process.env.CHROMIUM_PATH = chromiumPath();
  const counts: Count[] = [];
  for (const check of [...STATIC_CHECKS, BUILD]) {
    const good = await runCheck(check);
    counts.push(good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  }
  rmSync(REPORT, { force: true });
  process.env[WORKER_IS_BUILT] = '1';
  await runCheck(TESTS);
  counts.push(countVitest(existsSync(REPORT) ? readFileSync(REPORT, 'utf8') : null));
  console.log(summaryLine(counts));
  if (counts.some(({ failed }) => failed > 0)) process.exitCode = 1;
});
