import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eraseCase } from '../../src/cases/erase-case.ts';
import { readErasure } from '../../src/cases/erasure-note.ts';
import type { Tools } from '../../src/cases/tools.ts';

/** The cases that the notes of a folder name; fetched from the object store, a file a case. */
export const erasedIn = (folder: string): string[] =>
  readdirSync(folder)
    .toSorted()
    .flatMap((file) => readErasure(readFileSync(join(folder, file), 'utf8'))?.caseId ?? []);

/** Erases again what had been erased when the backup was older. Gives how many were still readable. */
export async function replayErasures(tools: Pick<Tools, 'db' | 'clock'>, caseIds: readonly string[]): Promise<number> {
  let again = 0;
  for (const id of caseIds) {
    const erased = await eraseCase(tools, id, 'system', 'restored');
    if (erased.ok) again += 1;
  }
  return again;
}
