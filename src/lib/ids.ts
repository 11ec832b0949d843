import { v7 } from 'uuid';

/** A time-ordered id (UUIDv7): rows land side by side, 2 to 8 times faster to commit than random ones (platform.md). */
export const newId = (now: number): string => v7({ msecs: now });

const FOUR_DIGITS = 10_000;

/** Twelve digits that somebody can read out on the telephone: `4829-1304-7725`. Rare enough to be one of a day's. */
export const newRequestId = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(3)), (n) => String(n % FOUR_DIGITS).padStart(4, '0')).join('-');

/** No id made at that time (milliseconds since 1970) or later is smaller. */
export const idFrom = (time: number): string => v7({ msecs: time, random: new Uint8Array(16), seq: 0 });
