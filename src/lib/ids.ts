import { v7 } from 'uuid';

/** A time-ordered id (UUIDv7): rows land side by side, 2 to 8 times faster to commit than random ones (platform.md). */
export const newId = (now: number): string => v7({ msecs: now });

/** No id made at that time (milliseconds since 1970) or later is smaller. */
export const idFrom = (time: number): string => v7({ msecs: time, random: new Uint8Array(16), seq: 0 });
