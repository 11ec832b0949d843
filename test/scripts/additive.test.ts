import type { Client } from '@libsql/client/web';
import { createClient } from '@libsql/client/web';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { migrate, readMigrations } from '../../scripts/migrate.ts';
import { startSqld } from '../../scripts/sqld.ts';

/** 0010 gave two tables other columns; nothing since may do such a thing to a Worker of before that still answers (F14). */
const LAST_REBUILD = '0010';

const stops: (() => Promise<void>)[] = [];
async function empty(): Promise<Client> {
  const dir = mkdtempSync(join(tmpdir(), 'minyi-'));
  const sqld = await startSqld({ dir });
  const client = createClient({ url: sqld.url, intMode: 'number' });
  stops.push(async () => {
    client.close();
    await sqld.stop();
    rmSync(dir, { recursive: true, force: true });
  });
  return client;
}

afterAll(async () => void (await Promise.all(stops.map((stop) => stop()))));

interface Column {
  table: string;
  name: string;
  type: string;
  required: number;
  standard: string | null;
  key: number;
}

async function columnsOf(client: Client): Promise<Column[]> {
  const { rows } = await client.execute(
    `SELECT m.name AS "table", c.name, c.type, c."notnull" AS required, c.dflt_value AS standard, c.pk AS key
      FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'`,
  );
  return rows.map((row) => ({ ...row }) as unknown as Column);
}

const named = ({ table, name }: Column): string => `${table}.${name}`;

/** What a migration does that a release before it could not live with. */
function breaking(before: readonly Column[], after: readonly Column[]): string[] {
  const left = new Map(after.map((column) => [named(column), column]));
  const had = new Map(before.map((column) => [named(column), column]));
  const tables = new Set(before.map(({ table }) => table));
  const gone = before.flatMap((column) => (left.has(named(column)) ? [] : [`${named(column)} is gone`]));
  const changed = before.flatMap((column) => {
    const same = left.get(named(column));
    return same && JSON.stringify(same) !== JSON.stringify(column) ? [`${named(column)} has changed`] : [];
  });
  const demanded = after
    .filter((column) => tables.has(column.table) && !had.has(named(column)))
    .flatMap((column) =>
      column.required === 1 && column.standard === null
        ? [`${named(column)} must be given by whoever knows it not`]
        : [],
    );
  return [...gone, ...changed, ...demanded];
}

test('every migration adds: no table or column goes or changes, and a new column may be left out', async () => {
  const client = await empty();
  const applied = [];
  let before: Column[] = [];
  for (const migration of readMigrations()) {
    applied.push(migration);
    await migrate(client, applied);
    const after = await columnsOf(client);
    if (migration.name.slice(0, 4) > LAST_REBUILD)
      expect([migration.name, breaking(before, after)]).toEqual([migration.name, []]);
    before = after;
  }
  expect(before.length).toBeGreaterThan(100);
});

test('what would break an earlier release is seen', async () => {
  const client = await empty();
  await client.execute('CREATE TABLE one (a TEXT, b TEXT)');
  const before = await columnsOf(client);
  await client.execute('ALTER TABLE one DROP COLUMN a');
  await client.execute(`ALTER TABLE one ADD COLUMN c TEXT NOT NULL DEFAULT ''`);
  await client.execute('CREATE TABLE two (d TEXT NOT NULL)');
  expect(breaking(before, await columnsOf(client))).toEqual(['one.a is gone']);
  await client.execute('DROP TABLE one');
  await client.execute('CREATE TABLE one (a TEXT NOT NULL, b TEXT, d TEXT NOT NULL)');
  expect(breaking(before, await columnsOf(client))).toEqual([
    'one.a has changed',
    'one.d must be given by whoever knows it not',
  ]);
});
