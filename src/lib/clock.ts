/** Where the time comes from. Milliseconds since 1970, so that a test or the seed can hold it still. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

export const fixedClock = (iso: string): Clock => ({ now: () => Date.parse(iso) });

const EAST_EIGHT = 8 * 3_600_000;

/** RFC 3339 in +08:00 with whole seconds, as every time this product shows: `2026-11-22T14:03:09+08:00`. */
export const shanghaiTime = (ms: number): string => `${new Date(ms + EAST_EIGHT).toISOString().slice(0, 19)}+08:00`;

/** The calendar date in Asia/Shanghai, `YYYY-MM-DD` (no daylight saving since 1991: domain.md §8). */
export const shanghaiDate = (ms: number): string => new Date(ms + EAST_EIGHT).toISOString().slice(0, 10);

/** Milliseconds of the first instant of a Shanghai date. */
export const startOfShanghaiDay = (date: string): number => Date.parse(`${date}T00:00:00+08:00`);
