import type { Database } from '../db/database.ts';
import type { Intake } from '../intake/item.ts';
import type { Clock } from '../lib/clock.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';

/** What the verbs of a case work with; made once per request in deps.ts. */
export interface Tools {
  db: Database;
  ring: KeyRing;
  clock: Clock;
  /** Builds every link; never the Host header. */
  publicUrl: string;
  /** How a submission reaches the database. */
  intake: Intake;
  /** The rate-limit shield: whether one more request under this name passes. Approximate; the counters are the law. */
  allow(name: string): Promise<boolean>;
}
