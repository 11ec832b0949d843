import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createClient, type Client } from '@libsql/client/web';
import { systemClock } from '../src/lib/clock.ts';
import { erasedIn, replayErasures } from './backup/erasures.ts';
import { load } from './backup/load.ts';
import { readSealed } from './backup/sealed-file.ts';
import { stopChildren } from './children.ts';
import { databaseSettings, toolsOf } from './settings.ts';
import { both, runMain, Stop } from './stop.ts';
import { verifyAll } from './verify/walk.ts';
import { verdictLines } from './verify/words.ts';

/** Restoring over data would mix two truths. */
async function mustBeEmpty(client: Client): Promise<void> {
  const { rows } = await client.execute(`SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'cases'`);
  if (rows.length > 0) throw new Stop(both('要恢复到一个空的新数据库。', 'Restore into a new, empty database.'));
}

/** Reads a backup to its end before anything is written: one that was cut off or changed leaves no half-filled database. */
async function mustBeWhole(parts: AsyncIterable<unknown>): Promise<void> {
  const reading = parts[Symbol.asyncIterator]();
  while (!(await reading.next()).done);
}

/** Where the notes of erasures lie; null where it was said that there are none. To forget them would bring words back. */
function erasuresOf({ erasures, 'no-erasures': none }: { erasures?: string; 'no-erasures'?: boolean }): string | null {
  if (erasures === undefined && !none)
    throw new Stop(
      both(
        '备份以后删除过的内容不能再回来: 请加 --erasures 目录(对象存储里的 erasures/), 确实没有才加 --no-erasures。',
        'What was erased since must not come back: give --erasures <folder> (erasures/ of the bucket), or --no-erasures if there are none.',
      ),
    );
  return erasures ?? null;
}

/**
 * `npm run restore -- <file> --erasures <folder>`, with `LIBSQL_URL` naming an empty database: rows, then the erasures
 * of since then, then a walk over every chain and the counts. Ends with 1 where anything does not fit.
 */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { erasures: { type: 'string' }, 'no-erasures': { type: 'boolean' } },
  });
  const [file] = positionals;
  if (file === undefined || !process.env.LIBSQL_URL || !process.env.MINYI_KEYS)
    throw new Stop(
      both(
        '用法: LIBSQL_URL=空数据库 MINYI_KEYS=… npm run restore -- 备份文件 --erasures 目录',
        'LIBSQL_URL and MINYI_KEYS name the empty database and its keys; then the file.',
      ),
    );
  const settings = await databaseSettings();
  const tools = toolsOf(settings, systemClock);
  const client = createClient({ url: settings.LIBSQL_URL, authToken: settings.LIBSQL_AUTH_TOKEN, intMode: 'number' });
  const notes = erasuresOf(values);
  for (const path of [file, ...(notes === null ? [] : [notes])])
    if (!existsSync(path)) throw new Stop(both(`没有 ${path}。`, `There is no ${path}.`));
  await mustBeEmpty(client);
  const reading = { ring: tools.ring, now: systemClock.now() };
  await mustBeWhole(readSealed(file, reading));
  const { named, written } = await load(client, readSealed(file, reading));
  const short = Object.entries(named).filter(([table, count]) => (written[table] ?? 0) !== count);
  for (const [table, count] of short) console.log(`✗ ${table}: ${written[table] ?? 0} / ${count}`);
  const again = notes === null ? 0 : await replayErasures(tools, erasedIn(notes));
  const { cases, erased, broken, brokenStreams, seals, unkept } = await verifyAll(tools);
  for (const line of broken.flatMap(verdictLines)) console.log(line);
  const good = short.length + broken.length + brokenStreams.length + unkept.length === 0 && !seals.fault;
  console.log(
    `${good ? '✓' : '✗'} ${both(
      `恢复 ${cases} 件(其中 ${erased} 件内容已销毁, 本次补删 ${again} 件), 每小时签封 ${seals.good} 次`,
      `${cases} cases put back (${erased} erased, ${again} of them just now), hourly seals: ${seals.good}`,
    )}`,
  );
  if (!good) process.exitCode = 1;
}

await runMain(main);
await stopChildren();
process.exit();
