import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@libsql/client/web';
import { sql } from 'drizzle-orm';
import { shanghaiTime, systemClock } from '../src/lib/clock.ts';
import { dump, type Part } from './backup/dump.ts';
import { KEPT_DAYS, writeSealed } from './backup/sealed-file.ts';
import { stopChildren } from './children.ts';
import { fromRoot } from './root.ts';
import { databaseSettings, toolsOf } from './settings.ts';
import { both, runMain } from './stop.ts';

const SUFFIX = '.minyi-backup';
const DAY = 86_400_000;

/** `minyi-2026-11-22T14-03-09.minyi-backup`: sorts by time, and no system objects to it. */
const nameAt = (now: number): string => `minyi-${shanghaiTime(now).slice(0, 19).replaceAll(':', '-')}${SUFFIX}`;

/** Takes away what may not be put back any more. */
function dropExpired(folder: string, now: number): string[] {
  const old = readdirSync(folder).filter(
    (file) => file.endsWith(SUFFIX) && now - statSync(join(folder, file)).mtimeMs > KEPT_DAYS * DAY,
  );
  for (const file of old) rmSync(join(folder, file));
  return old;
}

/** `npm run backup [-- <folder>]`: everything in one sealed file, under a half-made name until it is whole. */
async function main([folder = fromRoot('.data', 'backups')]: readonly string[]): Promise<void> {
  const settings = await databaseSettings();
  const { db, ring } = toolsOf(settings, systemClock);
  const client = createClient({ url: settings.LIBSQL_URL, authToken: settings.LIBSQL_AUTH_TOKEN, intMode: 'number' });
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const now = systemClock.now();
  const [half, whole] = [join(folder, `${nameAt(now)}.half`), join(folder, nameAt(now))];
  let counts: Record<string, number> = {};
  const counted = async function* (parts: AsyncIterable<Part>): AsyncGenerator<Part> {
    for await (const part of parts) {
      if (part.is === 'counts') counts = part.rows;
      yield part;
    }
  };
  await writeSealed(half, { ring, now }, counted(dump(client)));
  renameSync(half, whole);
  await db.write([
    sql`INSERT INTO heartbeats (name, at) VALUES ('backup', ${now}) ON CONFLICT (name) DO UPDATE SET at = excluded.at`,
  ]);
  const size = (statSync(whole).size / 1024).toFixed(0);
  const { cases = 0, events = 0 } = counts;
  console.log(`✓ ${whole}`);
  console.log(
    both(`  案件 ${cases} 件, 事件 ${events} 条, ${size} KiB`, `cases ${cases}, events ${events}, ${size} KiB`),
  );
  const dropped = dropExpired(folder, now);
  if (dropped.length > 0)
    console.log(both(`  过期的 ${dropped.length} 份已删`, `expired and taken away: ${dropped.length}`));
}

await runMain(() => main(process.argv.slice(2)));
await stopChildren();
process.exit();
