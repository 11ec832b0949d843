import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@libsql/client/web';
import type { Client } from '@libsql/client/web';
import { fromRoot, isMain } from './root.ts';
import { both, runMain, Stop } from './stop.ts';

export interface Migration {
  name: string;
  sha256: string;
  statements: string[];
}

const FILE_NAME = /^\d{4}_[a-z0-9_]+\.sql$/;
const BREAK = '--> statement-breakpoint';
/** Where a database remembers what it has applied. */
export const MIGRATIONS_TABLE = '_migrations';

/** The files of `migrations/` in the order of their numbers. */
export function readMigrations(folder = fromRoot('migrations')): Migration[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'));
  const strange = files.find((file) => !FILE_NAME.test(file));
  if (strange) throw new Stop(`migrations/${strange}: 文件名应为 0001_name.sql / a name must be like 0001_name.sql`);
  return files.toSorted().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return {
      name,
      sha256: createHash('sha256').update(text).digest('hex'),
      statements: text
        .split(BREAK)
        .map((statement) => statement.trim())
        .filter((statement) => statement !== ''),
    };
  });
}

/**
 * What is left to apply. Throws when history was touched: an applied file changed, vanished, or got a new one before it.
 * `applied` is name → sha256, as the database remembers.
 */
export function pending(migrations: readonly Migration[], applied: ReadonlyMap<string, string>): Migration[] {
  for (const [index, name] of [...applied.keys()].toSorted().entries()) {
    const file = migrations[index];
    if (file?.name !== name || file.sha256 !== applied.get(name)) {
      throw new Stop(
        both(
          `migrations/${file?.name ?? name} 与数据库里已执行的 ${name} 不符:已执行的迁移不能改动、删除或插队,请恢复它,另写一个新文件。`,
          `migrations/${file?.name ?? name} is not the ${name} this database has applied: restore it and write a new file instead.`,
        ),
      );
    }
  }
  return migrations.slice(applied.size);
}

/** Applies what is missing, each file in one batch, wholly or not at all. Returns the names. Safe to repeat. */
export async function migrate(client: Client, migrations = readMigrations()): Promise<string[]> {
  await client.execute(
    `CREATE TABLE IF NOT EXISTS ${MIGRATIONS_TABLE} (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, applied_at INTEGER NOT NULL)`,
  );
  const todo = pending(migrations, await appliedMigrations(client));
  for (const { name, sha256, statements } of todo) {
    const note = {
      sql: `INSERT INTO ${MIGRATIONS_TABLE} (name, sha256, applied_at) VALUES (?, ?, unixepoch())`,
      args: [name, sha256],
    };
    await client.batch([...statements, note], 'write');
  }
  return todo.map(({ name }) => name);
}

/** name → sha256 of what a migrated database remembers. */
export async function appliedMigrations(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.execute(`SELECT name, sha256 FROM ${MIGRATIONS_TABLE}`);
  return new Map(rows.map((row) => [row['name'] as string, row['sha256'] as string]));
}

async function main(): Promise<void> {
  const url = process.env.LIBSQL_URL;
  if (!url) throw new Stop(both('请用 LIBSQL_URL 指明数据库。', 'Set LIBSQL_URL to say which database.'));
  const done = await migrate(createClient({ url, authToken: process.env.LIBSQL_AUTH_TOKEN }));
  console.log(done.length === 0 ? both('没有新的迁移。', 'Nothing to apply.') : done.join('\n'));
}

if (isMain(import.meta.filename)) await runMain(main);
