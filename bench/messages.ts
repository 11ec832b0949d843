import { arch, cpus, loadavg } from 'node:os';
import { stopChildren } from '../scripts/children.ts';
import { runMain } from '../scripts/stop.ts';
import { BUILT_WORKER, buildWorker } from '../scripts/wrangler.ts';
import { runMessages } from './messages/run.ts';

const [seconds = '600', rate = '50', answerMs = '50'] = process.argv.slice(2);

/** `npm run bench:messages -- [seconds] [a second] [ms the supplier takes]`. */
await runMain(async () => {
  await buildWorker(BUILT_WORKER);
  const load = loadavg()[0]?.toFixed(1);
  const plan = { seconds: Number(seconds), rate: Number(rate), answerMs: Number(answerMs), minuteMs: 60_000 };
  const { queued, accepted, faults, perSecond, p50, p99, oldestMs, cpu, forged } = await runMessages({
    ...plan,
    say: console.error,
  });
  if (faults.length > 0 || forged > 0) process.exitCode = 1;
  console.log(`Machine: ${cpus().length} cores, ${arch()}, ${cpus()[0]?.model ?? ''}, load ${load} before the run; sqld, workerd, supplier and this script share it.
${rate} SMS a second for ${seconds} s through one supplier that answers after ${answerMs} ms and checks every signature.

| due | accepted | a second | due → accepted p50 ms | p99 ms | oldest unsent, worst ms | CPU a message, workerd + sqld ms | signatures refused | outbox against the supplier’s record |
|---|---|---|---|---|---|---|---|---|
| ${queued} | ${accepted} | ${perSecond.toFixed(1)} | ${p50.toFixed(0)} | ${p99.toFixed(0)} | ${oldestMs.toFixed(0)} | ${cpu.workerd.toFixed(1)} + ${cpu.sqld.toFixed(1)} | ${forged} | ${faults.length === 0 ? 'equal: none lost, none doubled' : faults.join('; ')} |`);
  await stopChildren();
});
process.exit();
