import type { Database, Statement } from '../db/database.ts';
import { failureOf } from '../db/failure.ts';

/** Writes a batch of which another run may just have written the like; false where it has. */
export async function writtenOnce(db: Database, statements: readonly Statement[]): Promise<boolean> {
  try {
    await db.write(statements);
    return true;
  } catch (error) {
    if (failureOf(error).is === 'constraint') return false;
    throw error;
  }
}
