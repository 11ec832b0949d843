import type { Client } from '@libsql/client/web';
import { MIGRATIONS_TABLE } from '../migrate.ts';

/** What a backup leaves out, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  [MIGRATIONS_TABLE]: 'the database it is put back into has run its own',
  unsealed: 'follows from events and seals',
  unindexed: 'every case waits for its words again',
  case_word_rows: 'made again with the index of words',
  staff_sessions: 'whoever was signed out must not be in again',
  staff_enrol_links: 'live 15 minutes',
};

export interface Table {
  name: string;
  columns: readonly string[];
  /** Its primary key, in order; what pages are cut by. */
  key: readonly string[];
}

/** Every table that holds something of its own, with its columns; indexes of words are made again, not kept. */
export async function tablesOf(client: Client): Promise<Table[]> {
  const { rows } = await client.execute(
    `SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'libsql_%'`,
  );
  const all = rows as unknown as { name: string; sql: string }[];
  const virtual = all.filter(({ sql }) => /^CREATE VIRTUAL/i.test(sql)).map(({ name }) => name);
  const made = (name: string): boolean => virtual.some((one) => name === one || name.startsWith(`${one}_`));
  const names = all.map(({ name }) => name).filter((name) => !made(name) && !Object.hasOwn(LEFT_OUT, name));
  return Promise.all(names.toSorted().map((name) => tableOf(client, name)));
}

async function tableOf(client: Client, name: string): Promise<Table> {
  const { rows } = await client.execute({ sql: 'SELECT name, pk FROM pragma_table_info(?)', args: [name] });
  const columns = rows as unknown as { name: string; pk: number }[];
  const key = columns.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
  if (key.length === 0) throw new Error(`${name} has no primary key to page by`);
  return { name, columns: columns.map((column) => column.name), key: key.map((column) => column.name) };
}
