import { defineConfig } from 'vitest/config';

const WORKER = ['test/worker/**/*.test.ts', 'test/stories/**/*.test.ts', 'test/contract/**/*.test.ts'];
const MIGRATES = 'test/harness/migrate-once.ts';
const BROWSER = ['test/browser/**/*.test.ts'];

/** Each file of these starts a database and a Worker, so two at a time are plenty. */
const wholeWorker = { globalSetup: [MIGRATES, 'test/harness/build-once.ts'], testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    pool: 'forks',
    // No file mocks a module or leaves a clock or a setting changed, so one process may read the program once for all.
    isolate: false,
    maxWorkers: 2,
    env: { WRANGLER_LOG: 'warn' },
    environment: 'node',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...WORKER, ...BROWSER],
          globalSetup: MIGRATES,
          testTimeout: 10_000,
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: 'worker', include: WORKER, ...wholeWorker, sequence: { groupOrder: 1 } } },
      {
        extends: true,
        // A busy machine may starve a real browser past its ten seconds once; twice is a defect.
        test: {
          name: 'browser',
          include: BROWSER,
          ...wholeWorker,
          testTimeout: 60_000,
          retry: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
