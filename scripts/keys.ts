import * as v from 'valibot';
import { systemClock } from '../src/lib/clock.ts';
import { keyRingSchema } from '../src/lib/sealing/key-ring.ts';
import { stopChildren } from './children.ts';
import { newKeyRing, today, turned } from './keys/ring.ts';
import { ringUse, useLines } from './keys/ring-use.ts';
import { databaseSettings, toolsOf } from './settings.ts';
import { both, runMain, Stop } from './stop.ts';

async function main([what]: readonly string[]): Promise<void> {
  if (what === undefined) return console.log(JSON.stringify(newKeyRing(today())));
  const { MINYI_KEYS } = process.env;
  if (what === 'turn' && MINYI_KEYS !== undefined)
    return console.log(JSON.stringify(turned(v.parse(keyRingSchema, MINYI_KEYS), today())));
  if (what !== 'use')
    throw new Stop(
      both(
        '用法: npm run keys; MINYI_KEYS=… npm run keys -- turn; npm run keys -- use',
        'a new ring; the ring in MINYI_KEYS with a new key on top; what each key is needed for',
      ),
    );
  const tools = toolsOf(await databaseSettings(), systemClock);
  console.log(useLines(await ringUse(tools), tools.ring.current).join('\n'));
}

// `npm run -s keys | npx wrangler secret put MINYI_KEYS` gives a deployment its keys without a file of them.
await runMain(() => main(process.argv.slice(2)));
await stopChildren();
process.exit();
