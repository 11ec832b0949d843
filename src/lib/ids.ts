import { v7 } from 'uuid';

/** A time-ordered id (UUIDv7): rows land side by side, 2 to 8 times faster to commit than random ones (platform.md). */
export const newId = (now: number): string => v7({ msecs: now });
