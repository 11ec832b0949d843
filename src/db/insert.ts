import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Plain, Value } from './database.ts';

/** Says how a row goes into a table. The text is made once: building it anew costs more than all else of a statement. */
export function insertInto<T extends SQLiteTable>(table: T): (row: T['$inferInsert']) => Plain {
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([, { name }]) => name).join(', ');
  const sql = `INSERT INTO ${getTableName(table)} (${names}) VALUES (${columns.map(() => '?').join(', ')})`;
  return (row) => ({ sql, args: columns.map(([key]) => valueOf((row as Record<string, unknown>)[key])) });
}

function valueOf(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === undefined || value === null) return null;
  throw new Error('a column takes text, a number, a truth or nothing');
}
