import { createClient, type InStatement, type InValue, type ResultSet } from '@libsql/client/web';
import type { SQL } from 'drizzle-orm';
import type { LibSQLDatabase } from 'drizzle-orm/libsql';
import { drizzle } from 'drizzle-orm/libsql/web';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';

export interface Database {
  /** Typed reads. Never `transaction()`: it holds the lock across round trips (platform.md). */
  orm: LibSQLDatabase;
  /** All statements or none, one round trip. drizzle's own batch is `deferred` and loses 12 % to SQLITE_BUSY. */
  write(statements: readonly Statement[]): Promise<ResultSet[]>;
  close(): void;
}

/** A drizzle query, or plain SQL where drizzle has no words for it. */
export type Statement = { toSQL(): { sql: string; params: unknown[] } } | SQL;

export interface DatabaseOptions {
  url: string;
  authToken?: string;
  /** The client has no time-out of its own: a request that hangs would hang for ever. */
  timeoutMs: number;
}

const dialect = new SQLiteAsyncDialect();

function toStatement(statement: Statement): InStatement {
  const { sql, params } = 'toSQL' in statement ? statement.toSQL() : dialect.sqlToQuery(statement);
  return { sql, args: params as InValue[] };
}

/** Opens a client for one request. One shared between requests deadlocks on workerd (platform.md). */
export function openDatabase({ url, authToken, timeoutMs }: DatabaseOptions): Database {
  const client = createClient({
    url,
    ...(authToken && { authToken }),
    intMode: 'number',
    fetch: (request: Request) => fetch(request, { signal: AbortSignal.timeout(timeoutMs) }),
  });
  return {
    orm: drizzle(client),
    write: (statements) => client.batch(statements.map(toStatement), 'write'),
    close: () => client.close(),
  };
}
