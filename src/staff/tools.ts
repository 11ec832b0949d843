import type { Database } from '../db/database.ts';
import type { Clock } from '../lib/clock.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';

/** What the verbs of accounts and sessions work with. */
export interface StaffTools {
  db: Database;
  ring: KeyRing;
  clock: Clock;
  /** Where the console is opened, scheme and host: enrol links point there and passkeys are bound to it. */
  origin: string;
}
