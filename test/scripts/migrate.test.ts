import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client/web';
import type { Client } from '@libsql/client/web';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appliedMigrations, migrate, pending, readMigrations } from '../../scripts/migrate.ts';
import type { Migration } from '../../scripts/migrate.ts';
import { startSqld } from '../../scripts/sqld.ts';
import type { Database } from '../../scripts/sqld.ts';

const dir = mkdtempSync(join(tmpdir(), 'minyi-'));
let database: Database;
let db: Client;

beforeAll(async () => {
  database = await startSqld({ dir });
  db = createClient({ url: database.url });
});
afterAll(async () => {
  await database.stop();
  await rm(dir, { recursive: true, force: true });
});

const one: Migration = { name: '0001_one.sql', sha256: 'a', statements: ['CREATE TABLE one (n)'] };
const two: Migration = { name: '0002_two.sql', sha256: 'b', statements: ['CREATE TABLE two (n)'] };
const broken: Migration = {
  name: '0002_two.sql',
  sha256: 'c',
  statements: ['CREATE TABLE two (n)', 'CREATE TABLE one (n)'],
};

test('files are applied once, in order, and a second run does nothing', async () => {
  expect(await migrate(db, [one])).toEqual(['0001_one.sql']);
  expect(await migrate(db, [one])).toEqual([]);
});

test('a file that fails halfway leaves nothing behind', async () => {
  await expect(migrate(db, [one, broken])).rejects.toThrow(/already exists/);
  expect([...(await appliedMigrations(db)).keys()]).toEqual(['0001_one.sql']);
  expect(await migrate(db, [one, two])).toEqual(['0002_two.sql']);
});

test.each([
  ['changed', [{ ...one, sha256: 'z' }, two]],
  ['deleted', [two]],
  ['joined by one before it', [{ ...two, name: '0000_zero.sql' }, one, two]],
])('history that was %s is refused', (_, files) => {
  const applied = new Map([one, two].map(({ name, sha256 }) => [name, sha256]));
  expect(() => pending(files, applied)).toThrow('已执行的迁移不能改动');
});

test('the project’s own files make a database from nothing', async () => {
  const own = mkdtempSync(join(tmpdir(), 'minyi-'));
  const fresh = await startSqld({ dir: own });
  const names = await migrate(createClient({ url: fresh.url }));
  await fresh.stop();
  await rm(own, { recursive: true, force: true });
  expect(names).toEqual(readMigrations().map(({ name }) => name));
});
