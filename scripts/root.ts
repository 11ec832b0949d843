import { join } from 'node:path';

/** The repository's root: every path in scripts and tests starts here, wherever they were called from. */
export const ROOT = join(import.meta.dirname, '..');

export function fromRoot(...parts: string[]): string {
  return join(ROOT, ...parts);
}

/** Whether a file (`import.meta.filename`) is the one the person called, and not one that another imported. */
export function isMain(filename: string): boolean {
  return process.argv[1] === filename;
}
