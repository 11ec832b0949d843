import { callbackPath } from '../src/notify/callback-path.ts';
import { openKeyRing } from '../src/lib/sealing/key-ring.ts';
import { stopChildren } from './children.ts';
import { commandSettings } from './settings.ts';
import { both, runMain } from './stop.ts';

/** `npm run callbacks`: the addresses to enter at each supplier in use, where it reports what became of a message. */
async function main(): Promise<void> {
  const { suppliers, MINYI_KEYS, PUBLIC_URL } = await commandSettings();
  const ring = openKeyRing(MINYI_KEYS);
  const reporting = suppliers.filter(({ reports }) => reports);
  for (const { id } of reporting) console.log(`${id}: ${PUBLIC_URL}${await callbackPath(ring, id)}`);
  if (reporting.length === 0) {
    console.log(both('没有会回报的供应商', 'no supplier in use reports back'));
    return;
  }
  console.log(
    both('不要公开: 知道地址就能冒充供应商', 'keep them to yourself: whoever knows one can pose as the supplier'),
  );
}

await runMain(main);
await stopChildren();
process.exit();
