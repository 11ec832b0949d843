import { existsSync } from 'node:fs';
import { startChild } from './children.ts';
import { fromRoot, isMain, ROOT } from './root.ts';
import { quietEnv } from './wrangler.ts';

export interface Check {
  name: string;
  /** A program of `node_modules/.bin` and its arguments. */
  command: readonly [string, ...string[]];
}

const BROWSER_TYPES = fromRoot('src', 'ui', 'browser', 'tsconfig.json');

/** The static checks, quickest to fix first; each counts as one test. */
export const STATIC_CHECKS: readonly Check[] = [
  { name: 'types', command: ['tsc'] },
  ...(existsSync(BROWSER_TYPES) ? [{ name: 'types (browser)', command: ['tsc', '-p', BROWSER_TYPES] } as const] : []),
  { name: 'lint', command: ['oxlint', '--type-aware'] },
  { name: 'format', command: ['oxfmt', '--check'] },
];

/** Runs one program of ours in our terminal; true when it ended well. */
export async function runCheck({ name, command: [file, ...args] }: Check): Promise<boolean> {
  const started = Date.now();
  const child = startChild({
    name,
    file: fromRoot('node_modules', '.bin', file),
    args,
    cwd: ROOT,
    env: quietEnv,
  });
  const good = (await child.gone) === 'exit 0';
  console.log(`${good ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return good;
}

// `npm run check`: seconds, offline.
if (isMain(import.meta.filename)) {
  let good = true;
  for (const check of STATIC_CHECKS) good = (await runCheck(check)) && good;
  process.exitCode = good ? 0 : 1;
}
