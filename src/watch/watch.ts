import type { Level } from '../i18n/watch.ts';
import { levelOf, stepOf, type Figure, type Reading, type WatchTools } from './figure.ts';
import { figures } from './figures.ts';

export interface Watched {
  figure: Figure;
  readings: readonly (Reading & { level: Level; step?: number })[];
  /** Of the worst reading. */
  level: Level;
}

const RANK: readonly Level[] = ['good', 'watch', 'act'];

/** The worst of several levels; of none: good. */
export const worst = (levels: readonly Level[]): Level =>
  RANK[Math.max(0, ...levels.map((level) => RANK.indexOf(level)))] ?? 'act';

/** Reads every figure of the list now. One that cannot be read is `unreadable`, and calls for somebody. */
export function watchAll(tools: WatchTools): Promise<Watched[]> {
  const now = tools.clock.now();
  return Promise.all(
    figures.map(async (figure) => {
      const read = await figure.read(tools, now).catch((): Reading[] => [{ value: null, note: 'unreadable' }]);
      const readings = read.map((reading) => {
        const step = stepOf(figure, reading);
        return { ...reading, level: levelOf(figure, reading), ...(step !== null && { step }) };
      });
      return { figure, readings, level: worst(readings.map(({ level }) => level)) };
    }),
  );
}
