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
const unreadable = ({ reading }: Read): boolean => reading.note === 'unreadable';

/** One thing to be told: a figure at a site, or one of its steps there (`cap-messages 80`). */
interface Alarm {
  name: string;
  site: string;
  read: Read;
  /** Told anew each hour as long as it lasts; a step is reached once. */
  hourly: boolean;
}

/** What calls for somebody by a reading: its level, or where the figure has steps each that it has reached. */
function alarmsOf(read: Read): Alarm[] {
  const { figure, reading } = read;
  const about = { site: siteOf(read), read };
  if (figure.steps === undefined || unreadable(read))
    return reading.level === 'act' ? [{ name: figure.id, hourly: true, ...about }] : [];
  const reached = figure.steps.filter((step) => reading.value !== null && reading.value >= step);
  return reached.map((step) => ({ name: `${figure.id} ${step}`, hourly: false, ...about }));
}

const keyOf = ({ name, site }: { name: string; site: string }): string => `${name}|${site}`;
/** The figure that a row, or a step of it, is about. */
const figureOf = (name: string): string => name.split(' ')[0] ?? '';

/** A line of the list: what the figure is called, where, and what it is now. */
function lineOf({ figure, reading }: Read, lang: Lang): string {
  const site = reading.site === undefined ? undefined : siteById(reading.site);
  const where = site ? `${say(site.name, lang)} ` : '';
  return `${say(watchFigures[figure.id].label, lang)}: ${where}${readingInWords(figure, reading, lang)}`;
}

interface Row {
  name: string;
  site: string;
  hour: string;
  ended: number | null;
}

/**
 * Tells whoever wishes for it which figures call for somebody, and which are well again: any figure of the list, each once
 * an hour and site as long as it lasts, a step once it is reached. What was raised and the messages are one batch; safe at any time, twice at once too.
 */
export async function tellAlarms(tools: TellingTools, watched: readonly Watched[]): Promise<void> {
  const { db, clock } = tools;
  const now = clock.now();
  const hour = shanghaiTime(now).slice(0, 13);
  const rows = await db.orm.all<Row>(
    sql`SELECT figure AS name, site, hour, ended_at AS ended FROM alarms WHERE ended_at IS NULL OR hour = ${hour}`,
  );
  const reads = watched.flatMap(({ figure, readings }) => readings.map((reading): Read => ({ figure, reading })));
  const acute = reads.flatMap(alarmsOf);
  const thisHour = new Set(rows.filter((row) => row.hour === hour).map(keyOf));
  const open = rows.filter(({ ended }) => ended === null);
  const opened = new Set(open.map(keyOf));
  // A figure that nobody can read is not known to be well anywhere.
  const unread = new Set<string>(reads.filter(unreadable).map(({ figure }) => figure.id));
  const raised = acute.filter((one) => !thisHour.has(keyOf(one)) && (one.hourly || !opened.has(keyOf(one))));
  const over = reads.filter(
    (read) =>
      read.reading.level === 'good' &&
      !unread.has(read.figure.id) &&
      open.some(({ name, site }) => figureOf(name) === read.figure.id && site === siteOf(read)),
  );
  if (raised.length === 0 && over.length === 0) return;
  const told = (await allReachable(db)).filter(({ wishes }) => wishes.some(({ occasion }) => occasion === 'alarm'));
  const statements: Statement[] = [
    ...raised.map(
      ({ name, site }) => sql`INSERT INTO alarms (figure, site, hour, at) VALUES (${name}, ${site}, ${hour}, ${now})`,
    ),
    ...over.map(
      (read) => sql`UPDATE alarms SET ended_at = ${now}
        WHERE (figure = ${read.figure.id} OR figure LIKE ${`${read.figure.id} %`}) AND site = ${siteOf(read)}
          AND ended_at IS NULL`,
    ),
    sql`DELETE FROM alarms WHERE at < ${now - KEPT_MS} AND ended_at IS NOT NULL`,
  ];
  for (const one of told) statements.push(...(await messagesFor(tools, one, reachedBy(raised), over)));
  await writtenOnce(db, statements);
}

/** A reading that reaches two steps at once is one line. */
const reachedBy = (raised: readonly Alarm[]): Read[] => [...new Set(raised.map(({ read }) => read))];

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
