import { rmSync } from 'node:fs';
import { MIGRATED, migrateOne } from './migrated.ts';

/** Applies the migrations once for all files of a run. */
export async function setup(): Promise<(() => void) | undefined> {
  if (process.env[MIGRATED] !== undefined) return undefined;
  const dir = await migrateOne();
  process.env[MIGRATED] = dir;
  return () => rmSync(dir, { recursive: true, force: true });
}
