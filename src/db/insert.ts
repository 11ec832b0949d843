import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Plain, Value } from './database.ts';

/** Rows out of one argument, a JSON array of arrays: many rows cost the server less than each value bound by itself. */
export const rowsFrom = (values: string): string => `SELECT ${values} FROM json_each(?)`;

/**
 * Says how a row goes into a table. The text is made once: building it anew costs more than all else of a statement. The
 * row is one text already, which crosses to the intake object and joins others there without being looked into.
 */
export function insertInto<T extends SQLiteTable>(table: T): (row: T['$inferInsert']) => Plain {
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([, { name }]) => name).join(', ');
  const sql = `INSERT INTO ${getTableName(table)} (${names}) ${rowsFrom(columns.map((_, at) => `value ->> ${at}`).join(', '))}`;
  return (row) => ({
    sql,
    args: [JSON.stringify([columns.map(([key]) => valueOf((row as Record<string, unknown>)[key]))])],
  });
}

function valueOf(value: unknown): Value {
  // Half of a character would come out of the JSON as bytes that are no text.
  if (typeof value === 'string' && value.isWellFormed()) return value;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === undefined || value === null) return null;
  throw new Error('a column takes whole text, a number, a truth or nothing');
}
