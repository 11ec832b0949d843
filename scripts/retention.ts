import { shanghaiDate, systemClock } from '../src/lib/clock.ts';
import { retentionReport } from '../src/jobs/retention.ts';
import { formsOf } from '../src/forms/index.ts';
import { sites } from '../src/sites/index.ts';
import { stopChildren } from './children.ts';
import { databaseSettings, toolsOf } from './settings.ts';
import { both, runMain } from './stop.ts';

/** `npm run retention`: what the daily sweep would erase now, and what it has erased lately. Changes nothing. */
async function main(): Promise<void> {
  const tools = toolsOf(await databaseSettings(), systemClock);
  for (const { site, kind, months, endedBefore, over, erasedLately } of await retentionReport({ ...tools, sites })) {
    const before = shanghaiDate(endedBefore);
    console.log(
      `${site} · ${kind}: ${both(
        `办结后保存 ${months} 个月(${before} 以前的到期); 到期 ${over.length} 件, 近 30 天已删 ${erasedLately} 件`,
        `kept ${months} months after their end; over: ${over.length}, erased in 30 days: ${erasedLately}`,
      )}`,
    );
    for (const receipt of over) console.log(`  ${receipt}`);
  }
  for (const site of sites) {
    const unsettled = formsOf(site).flatMap(({ kind }) => (kind in site.settings.keptMonths ? [] : [kind]));
    if (unsettled.length === 0) continue;
    const kinds = unsettled.join(', ');
    console.log(
      `${site.id} · ${kinds}: ${both('保存多久待定, 什么也不删', 'how long is not settled: nothing is erased')}`,
    );
  }
}

await runMain(main);
await stopChildren();
process.exit();
