import type { Tools } from '../../src/cases/tools.ts';
import type { Database } from '../../src/db/database.ts';
import { direct } from '../../src/intake/direct.ts';
import { fixedClock } from '../../src/lib/clock.ts';
import { testRing } from '../harness/database.ts';

export const NOW = '2026-11-20T10:00:00+08:00';

/** What a verb of a case works with, the clock held still. */
export const toolsOf = (db: Database, more: Partial<Tools> = {}): Tools => ({
  db,
  intake: direct(db),
  ring: testRing(),
  clock: fixedClock(NOW),
  publicUrl: 'https://minyi.example',
  allow: async () => true,
  ...more,
});

/** For decisions that must not ask the database anything. */
export const noDatabase: Database = {
  get orm(): never {
    throw new Error('the database was asked');
  },
  write: () => Promise.reject(new Error('the database was asked')),
  close: () => undefined,
};
