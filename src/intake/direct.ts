import type { Database } from '../db/database.ts';
import { failureOf, withRetry } from '../db/failure.ts';
import type { Intake } from './item.ts';
import { writeGroup } from './write.ts';

/**
 * One request, one batch: for deployments without Durable Objects, for the seed and commands. Nothing ever waits.
 * `unsure`: somebody tried before, and what is refused may be there already.
 */
export const direct = (db: Database, unsure = false): Intake => ({
  wakes: false,
  async take({ make }) {
    const item = await make();
    try {
      const [outcome] = await withRetry((attempt) => writeGroup(db, [item], unsure || attempt > 0));
      return outcome ?? { is: 'gone' };
    } catch (error) {
      if (failureOf(error).is !== 'passing') throw error;
      return { is: 'gone' };
    }
  },
  find: () => Promise.resolve({ is: 'unknown' }),
  repeatOf: () => Promise.resolve(null),
  backlog: null,
  file: () => Promise.resolve(),
});
