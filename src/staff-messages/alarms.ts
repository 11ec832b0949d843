import { sql } from 'drizzle-orm';
import type { Statement } from '../db/database.ts';
import { watchFigures, type Level } from '../i18n/watch.ts';
import { shanghaiTime } from '../lib/clock.ts';
import { say, type Lang } from '../lib/words.ts';
import type { Channel } from '../notify/message.ts';
import { siteById } from '../sites/index.ts';
import type { Figure, Reading } from '../watch/figure.ts';
import type { Watched } from '../watch/watch.ts';
import { readingInWords } from '../watch/words.ts';
import { addressesOf, allReachable, type Reachable } from './reachable.ts';
import type { TellingTools } from './round.ts';
import { tellAccount, type StaffMessage } from './tell.ts';
import { writtenOnce } from './written-once.ts';

const KEPT_MS = 90 * 86_400_000;

/** One figure at one site as it is now. */
interface Read {
  figure: Figure;
  reading: Reading & { level: Level };
}

const siteOf = ({ reading }: Read): string => reading.site ?? '';
const nameOf = (figure: string, site: string): string => `${figure} ${site}`;
const named = (read: Read): string => nameOf(read.figure.id, siteOf(read));

/** A line of the list: what the figure is called, where, and what it is now. */
function lineOf({ figure, reading }: Read, lang: Lang): string {
  const site = reading.site === undefined ? undefined : siteById(reading.site);
  const where = site ? `${say(site.name, lang)} ` : '';
  return `${say(watchFigures[figure.id].label, lang)}: ${where}${readingInWords(figure, reading, lang)}`;
}

interface Row {
  figure: string;
  site: string;
  hour: string;
  ended: number | null;
}

/**
 * Tells whoever wishes for it which figures call for somebody, and which are well again; any figure of the list, each once
 * an hour and site as long as it lasts. What was raised and the messages are one batch; safe at any time, twice at once too.
 */
export async function tellAlarms(tools: TellingTools, watched: readonly Watched[]): Promise<void> {
  const { db, clock } = tools;
  const now = clock.now();
  const hour = shanghaiTime(now).slice(0, 13);
  const rows = await db.orm.all<Row>(
    sql`SELECT figure, site, hour, ended_at AS ended FROM alarms WHERE ended_at IS NULL OR hour = ${hour}`,
  );
  const reads = watched.flatMap(({ figure, readings }) => readings.map((reading): Read => ({ figure, reading })));
  const acute = reads.filter(({ reading }) => reading.level === 'act');
  const thisHour = new Set(rows.filter((row) => row.hour === hour).map((row) => nameOf(row.figure, row.site)));
  const open = new Set(rows.filter(({ ended }) => ended === null).map((row) => nameOf(row.figure, row.site)));
  // A figure that nobody can read is not known to be well anywhere.
  const unread = new Set(acute.filter(({ reading }) => reading.note === 'unreadable').map(({ figure }) => figure.id));
  const raised = acute.filter((read) => !thisHour.has(named(read)));
  const over = reads.filter(
    (read) => read.reading.level === 'good' && open.has(named(read)) && !unread.has(read.figure.id),
  );
  if (raised.length === 0 && over.length === 0) return;
  const told = (await allReachable(db)).filter(({ wishes }) => wishes.some(({ occasion }) => occasion === 'alarm'));
  const statements: Statement[] = [
    ...raised.map(
      (read) =>
        sql`INSERT INTO alarms (figure, site, hour, at) VALUES (${read.figure.id}, ${siteOf(read)}, ${hour}, ${now})`,
    ),
    ...over.map(
      (read) => sql`UPDATE alarms SET ended_at = ${now}
        WHERE figure = ${read.figure.id} AND site = ${siteOf(read)} AND ended_at IS NULL`,
    ),
    sql`DELETE FROM alarms WHERE at < ${now - KEPT_MS} AND ended_at IS NOT NULL`,
  ];
  for (const one of told) statements.push(...(await messagesFor(tools, one, raised, over)));
  await writtenOnce(db, statements);
}

async function messagesFor(
  { ring, clock, origin }: TellingTools,
  one: Reachable,
  raised: readonly Read[],
  over: readonly Read[],
): Promise<Statement[]> {
  const reached = await addressesOf(ring, one);
  if (!reached) return [];
  const paramsOf = (reads: readonly Read[]) => ({
    count: String(reads.length),
    figures: reads.map((read) => lineOf(read, one.lang)).join('\n'),
    link: `${origin}/staff/health`,
  });
  const messages = (Object.keys(reached.to) as Channel[]).flatMap((channel): StaffMessage[] => {
    const to = reached.to[channel];
    const wished = one.wishes.some((wish) => wish.occasion === 'alarm' && wish.channel === channel);
    if (to === undefined || !wished) return [];
    return [
      ...(raised.length > 0 ? [{ template: 'staff-alarm', channel, to, params: paramsOf(raised) } as const] : []),
      ...(over.length > 0 ? [{ template: 'staff-clear', channel, to, params: paramsOf(over) } as const] : []),
    ];
  });
  return tellAccount({ ring, now: clock.now() }, reached.addressee, messages);
}

/** Whether anybody at all hears of alarms. */
export const somebodyHears = async ({ db }: Pick<TellingTools, 'db'>): Promise<boolean> =>
  (await allReachable(db)).some(({ wishes }) => wishes.some(({ occasion }) => occasion === 'alarm'));
