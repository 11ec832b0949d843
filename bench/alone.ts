import { submit } from '../src/cases/submit.ts';
import { openDatabase, type Database } from '../src/db/database.ts';
import { petition } from '../src/forms/petition/index.ts';
import type { Item, Order } from '../src/intake/item.ts';
import { merge } from '../src/intake/merge.ts';
import { systemClock } from '../src/lib/clock.ts';
import { wanrong } from '../src/sites/wanrong.ts';
import { toolsOf } from '../test/cases/tools.ts';
import { PARTNER, submissionOf } from './submission.ts';

const GROUP = 100;
/** So many are made beforehand and then written: what makes them takes turns with what is measured. */
const AT_ONCE = 4000;

/** Rows of submissions, as the Worker makes them. */
async function made(db: Database, numbers: readonly number[]): Promise<Item[]> {
  const items: Item[] = [];
  const caught = {
    ...toolsOf(db, { clock: systemClock }).intake,
    take: async ({ make }: Order) => (items.push(await make()), { is: 'written' } as const),
  };
  const context = { site: wanrong, today: '2026-11-20', drafts: [] };
  const tools = toolsOf(db, { clock: systemClock, intake: caught });
  for (const n of numbers) {
    const { key, body } = submissionOf(n);
    await submit(tools, { form: petition, context, raw: body, lang: 'zh', key, sender: PARTNER });
  }
  return items;
}

/** How long the database takes, in ms, to write items in groups of 100 from one writer. */
async function written(db: Database, items: readonly Item[]): Promise<number> {
  const groups = Array.from({ length: Math.ceil(items.length / GROUP) }, (_, at) =>
    merge(
      items.slice(at * GROUP, at * GROUP + GROUP).map(({ guards, answers, rows }) => [...guards, ...answers, ...rows]),
    ),
  );
  const started = performance.now();
  for (const group of groups) await db.write(group);
  return performance.now() - started;
}

/** (a) sqld alone, taking submissions `from` to `to` of a database that holds those before: how many a second. */
export async function sqldAlone(url: string, from: number, to: number): Promise<number> {
  const db = openDatabase({ url, timeoutMs: 10_000 });
  let ms = 0;
  for (let at = from; at < to; at += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, to - at) }, (_, n) => at + n);
    ms += await written(db, await made(db, numbers));
  }
  db.close();
  return ((to - from) * 1000) / ms;
}
