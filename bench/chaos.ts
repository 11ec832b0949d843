import { stopChildren } from '../scripts/children.ts';
import { both, runMain, Stop } from '../scripts/stop.ts';
import { BUILT_WORKER, buildWorker } from '../scripts/wrangler.ts';
import { around } from './chaos/around.ts';
import { clocks } from './chaos/clocks.ts';
import { startCounty } from './chaos/county.ts';
import { database } from './chaos/database.ts';
import type { Fault } from './chaos/fault.ts';
import { killed } from './chaos/killed.ts';
import { releases } from './chaos/releases.ts';
import { faultsAfter } from './chaos/verdict.ts';

const faults: readonly Fault[] = [...killed, ...database, ...around, ...clocks, ...releases];

/** `npm run bench:chaos`: all of them, one after the other; `-- F12 F14`: only these. */
function asked(ids: readonly string[]): readonly Fault[] {
  const known = [...new Set(faults.map(({ id }) => id))];
  const strange = ids.filter((id) => !known.includes(id));
  if (strange.length > 0)
    throw new Stop(both(`没有 ${strange.join(' ')}; 有: ${known.join(', ')}`, 'there are no others to choose from'));
  return ids.length === 0 ? faults : faults.filter(({ id }) => ids.includes(id));
}

const HEADS = [
  'fault, under load',
  'acknowledged',
  'of these kept first (202)',
  'told to come back',
  'lost, sent again',
  'slowest ms',
  'afterwards',
];

const line = (cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);

await runMain(async () => {
  const chosen = asked(process.argv.slice(2));
  await buildWorker(BUILT_WORKER);
  const county = await startCounty();
  let all = 0;
  try {
    line(HEADS);
    line(HEADS.map(() => '---'));
    for (const { id, what, run } of chosen) {
      const tally = await run(county);
      const wrong = await faultsAfter(county, tally);
      if (wrong.length > 0) process.exitCode = 1;
      const { acknowledged, spooled, refused, lost, slowest } = tally;
      all += acknowledged.size;
      line([
        `${id} ${what}`,
        acknowledged.size,
        spooled,
        refused,
        lost,
        slowest.toFixed(0),
        wrong.join('; ') || 'whole',
      ]);
    }
    console.log(
      `\n${all} acknowledged in all. "whole": every one is stored, one case a key, one message a case, all of them sent after two cron ticks, all chains, seals and fingerprints hold.`,
    );
  } finally {
    await county.stop();
    await stopChildren();
  }
});
process.exit();
