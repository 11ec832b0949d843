import type { Client, InStatement, InValue, ResultSet, Row } from '@libsql/client/web';
import { appliedMigrations } from '../migrate.ts';
import { tablesOf, type Table } from './tables.ts';

/** A value as JSON keeps it; bytes in base64. */
export type Value = string | number | null | { bytes: string };

/** One part of a backup: the migrations it was taken under, rows of one table, or, at the end, how many of each. */
export type Part =
  | { is: 'migrations'; applied: readonly (readonly [name: string, sha256: string])[] }
  | { is: 'rows'; table: string; columns: readonly string[]; rows: Value[][] }
  | { is: 'counts'; rows: Record<string, number> };

const PAGE = 500;
const CASES = 'cases';
const EVENTS = 'events';
/** What belongs to a stream: to a case, or to an account of staff and the like. */
const STREAMS = [EVENTS, 'case_keys'];
/** Written once and never changed; first, so that no seal speaks of events that came after those below. */
const SEALS = ['seals', 'seal_heads'];

const toValue = (value: unknown): Value => {
  if (value instanceof ArrayBuffer) return { bytes: Buffer.from(value).toString('base64') };
  return typeof value === 'bigint' ? Number(value) : (value as Value);
};

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** A page of a table after a key, in the order of its key; of the rows that fulfil a condition. */
function pageAfter({ name, columns, key }: Table, after: readonly InValue[] | null, only: string): InStatement {
  const marks = key.map(() => '?').join(', ');
  const beyond = after ? `AND (${quoted(key)}) > (${marks})` : '';
  return {
    sql: `SELECT ${quoted(columns)} FROM "${name}" WHERE ${only} ${beyond} ORDER BY ${quoted(key)} LIMIT ${PAGE}`,
    args: [...(after ?? [])],
  };
}

const part = ({ name, columns }: Table, rows: readonly Row[]): Part => ({
  is: 'rows',
  table: name,
  columns,
  rows: rows.map((row) => columns.map((column) => toValue(row[column]))),
});

/**
 * Everything the database holds, in parts. What belongs to one case (its row, its chain, its key and words) is read in one
 * statement batch a page, so that it fits together although others write meanwhile; the rest comes after, and so knows at
 * least as much as the cases do.
 */
export async function* dump(client: Client): AsyncGenerator<Part> {
  const tables = await tablesOf(client);
  yield { is: 'migrations', applied: [...(await appliedMigrations(client))] };
  const counts: Record<string, number> = Object.fromEntries(tables.map(({ name }) => [name, 0]));
  const counted = (one: Part): Part => {
    if (one.is === 'rows') counts[one.table] = (counts[one.table] ?? 0) + one.rows.length;
    return one;
  };
  const ofCases = tables.filter(({ name, key }) => name === CASES || key[0] === 'case_id');
  const events = tables.filter(({ name }) => name === EVENTS);
  const first = tables.filter(({ name }) => SEALS.includes(name));
  const rest = tables.filter((table) => ![...ofCases, ...events, ...first].includes(table));
  for (const table of first) for await (const one of pages(client, table)) yield counted(one);
  for await (const one of casePages(client, [...ofCases, ...events])) yield counted(one);
  for (const table of tables.filter(({ name }) => STREAMS.includes(name)))
    for await (const one of pages(client, table, ofNoCase(table))) yield counted(one);
  for (const table of rest) for await (const one of pages(client, table)) yield counted(one);
  yield { is: 'counts', rows: counts };
}

async function* pages(client: Client, table: Table, only = '1'): AsyncGenerator<Part> {
  for (let after: InValue[] | null = null; ;) {
    const { rows }: ResultSet = await client.execute(pageAfter(table, after, only));
    if (rows.length > 0) yield part(table, rows);
    const last: Row | undefined = rows.at(-1);
    if (rows.length < PAGE || !last) return;
    after = table.key.map((column) => last[column] as InValue);
  }
}

/** The column that names the case. */
const owner = ({ name }: Table): string => (name === CASES ? 'id' : name === EVENTS ? 'stream' : 'case_id');

/** Chains and keys of accounts and the like. Those of cases that came in since the pages above stay out with their cases. */
const ofNoCase = (table: Table): string => `"${owner(table)}" NOT IN (SELECT id FROM ${CASES})`;

async function* casePages(client: Client, tables: readonly Table[]): AsyncGenerator<Part> {
  for (let after = ''; ;) {
    const ids = `SELECT id FROM ${CASES} WHERE id > ? ORDER BY id LIMIT ${PAGE}`;
    const read = tables.map((table) => ({
      sql: `SELECT ${quoted(table.columns)} FROM "${table.name}" WHERE ${owner(table)} IN (${ids}) ORDER BY ${quoted(table.key)}`,
      args: [after],
    }));
    const found = await client.batch(read, 'read');
    for (const [index, table] of tables.entries()) {
      const rows = found[index]?.rows ?? [];
      if (rows.length > 0) yield part(table, rows);
    }
    const own = found[tables.findIndex(({ name }) => name === CASES)]?.rows ?? [];
    after = (own.at(-1)?.['id'] ?? '') as string;
    if (own.length < PAGE) return;
  }
}
