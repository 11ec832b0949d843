import { defineConfig } from 'vitest/config';

const WORKER = ['test/worker/**/*.test.ts', 'test/stories/**/*.test.ts', 'test/contract/**/*.test.ts'];
const MIGRATES = 'test/harness/migrate-once.ts';
const BROWSER = ['test/browser/**/*.test.ts'];

/** Each file of these starts a database and a Worker. */
const wholeWorker = { globalSetup: [MIGRATES, 'test/harness/build-once.ts'], testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    pool: 'forks',
    // No file mocks a module or leaves a clock or a setting changed, so one process may read the program once for all.
    isolate: false,
    env: { WRANGLER_LOG: 'warn' },
    environment: 'node',
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          maxWorkers: 2,
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...WORKER, ...BROWSER],
          globalSetup: MIGRATES,
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        // Some of them wait for suppliers that hang: a third file uses the two cores of a small machine meanwhile.
        test: { name: 'worker', include: WORKER, maxWorkers: 3, ...wholeWorker, sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        // A busy machine may starve a real browser past its half a minute once; twice is a defect.
        test: {
          name: 'browser',
          maxWorkers: 2,
          include: BROWSER,
          ...wholeWorker,
          testTimeout: 120_000,
          retry: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
