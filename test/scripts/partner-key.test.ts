import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../scripts/migrate.ts';
import { fromRoot } from '../../scripts/root.ts';
import { startSqld, type Database } from '../../scripts/sqld.ts';
import { partnerOf } from '../../src/cases/partner-keys.ts';
import { openDatabase } from '../../src/db/database.ts';
import { createClient } from '@libsql/client/web';

const dir = mkdtempSync(join(tmpdir(), 'minyi-'));
let sqld: Database;
beforeAll(async () => {
  sqld = await startSqld({ dir });
  await migrate(createClient({ url: sqld.url }));
});
afterAll(async () => {
  await sqld.stop();
  rmSync(dir, { recursive: true, force: true });
});

const run = (...args: string[]): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    const env = { ...process.env, LIBSQL_URL: sqld.url };
    const command = ['--import', 'tsx', fromRoot('scripts', 'partner-key.ts'), ...args];
    execFile(process.execPath, command, { env }, (error, stdout, stderr) =>
      resolve({ code: error ? 1 : 0, said: stdout + stderr }),
    );
  });

test('a key is shown once, opens one county, and ends when it is revoked', async () => {
  const db = openDatabase({ url: sqld.url, timeoutMs: 5000 });
  const made = await run('wanrong', '示例伙伴', '20');
  const key = /^mk_[\w-]{43}$/m.exec(made.said)?.[0] ?? '';
  expect(await partnerOf(db, 'wanrong', key)).toEqual({ name: '示例伙伴', perDay: 20 });
  expect(await partnerOf(db, 'wenxi', key)).toBe(null);

  expect((await run('wanrong', '示例伙伴', 'revoke')).said).toContain('keys revoked: 1');
  expect(await partnerOf(db, 'wanrong', key)).toBe(null);
  expect(await run('wanrong', '示例伙伴', 'revoke')).toMatchObject({ code: 1 });
});

test('what is no site, no name or no number is told how to ask', async () => {
  for (const args of [[], ['nowhere', 'x'], ['wanrong', ''], ['wanrong', 'x', '0'], ['wanrong', 'x', 'end']]) {
    expect((await run(...args)).said).toContain('usage:');
  }
});
