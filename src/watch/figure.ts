import type { Database } from '../db/database.ts';
import type { FigureId, Level, WatchNote } from '../i18n/watch.ts';
import type { Backlog } from '../intake/item.ts';
import type { Clock } from '../lib/clock.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';
import type { Site } from '../sites/site.ts';

/** What the figures are read with. */
export interface WatchTools {
  db: Database;
  ring: Pick<KeyRing, 'current'>;
  clock: Clock;
  sites: readonly Site[];
  /** Of a site's intake object; null where submissions go straight to the database. */
  backlog: ((site: string) => Promise<Backlog>) | null;
  /** Whether an object store is bound. */
  store: boolean;
}

/** One value of a figure; in place of a number a note may say why there is none. */
export interface Reading {
  /** Absent: of all sites. */
  site?: string;
  /** Milliseconds, items or percent; null: there is none. */
  value: number | null;
  note?: WatchNote;
}

/** One row of the health page (src/watch/figures.ts): how it is read, and from where on it is not well. */
export interface Figure {
  id: FigureId;
  /** `since`: how long ago it last happened; `for`: how long the oldest has waited, in ms. */
  unit: 'since' | 'for' | 'items' | 'percent';
  /** From these values on; without `act` it never calls anybody, without limits it only informs. */
  limits: { watch: number; act?: number } | null;
  /** An alarm is due as each of these is reached, not only as the level changes. */
  steps?: readonly number[];
  /** Counting stops here: the page says “or more”. */
  upTo?: number;
  read(tools: WatchTools, now: number): Promise<readonly Reading[]>;
}

const LEVEL_OF_NOTE: Record<WatchNote, Level> = { direct: 'good', 'no-store': 'watch', unreadable: 'act' };

/** The last of a figure’s steps that a reading has reached; null: none, or it has none. */
export const stepOf = ({ steps = [] }: Pick<Figure, 'steps'>, { value }: Reading): number | null =>
  steps.findLast((step) => value !== null && value >= step) ?? null;

/** How well a reading is. What should have happened and never did calls for somebody; a queue with nothing in it is well. */
export function levelOf({ unit, limits }: Figure, { value, note }: Reading): Level {
  if (note) return LEVEL_OF_NOTE[note];
  if (value === null) return unit === 'since' ? 'act' : 'good';
  if (!limits || value < limits.watch) return 'good';
  return limits.act !== undefined && value >= limits.act ? 'act' : 'watch';
}
