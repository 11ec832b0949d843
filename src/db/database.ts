import { createClient, type ResultSet } from '@libsql/client/web';
import type { SQL } from 'drizzle-orm';
import type { LibSQLDatabase } from 'drizzle-orm/libsql';
import { drizzle } from 'drizzle-orm/libsql/web';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';

export interface Database {
  /** Typed reads. Never `transaction()`: it holds the lock across round trips (platform.md). */
  readonly orm: LibSQLDatabase;
  /** All statements or none, one round trip. drizzle's own batch is `deferred` and loses 12 % to SQLITE_BUSY. */
  write(statements: readonly Statement[]): Promise<ResultSet[]>;
  close(): void;
}

export type Value = string | number | null;

/** A statement as data: it crosses to the intake object, may wait there, and merges with others of the same text. */
export interface Plain {
  sql: string;
  args: Value[];
  /** Args that take how many later counts of a counter stand in the same batch: 0 alone, set by `intake/merge.ts`. */
  later?: { arg: number; counter: string }[];
}

/** A drizzle query, plain SQL where drizzle has no words for it, or either as data. */
export type Statement = { toSQL(): { sql: string; params: unknown[] } } | SQL | Plain;

export interface DatabaseOptions {
  url: string;
  authToken?: string;
  /** The client has no time-out of its own: a request that hangs would hang for ever. */
  timeoutMs: number;
}

const dialect = new SQLiteAsyncDialect();

/** A statement as data. */
export function plainOf(statement: Statement): Plain {
  if ('args' in statement) return statement;
  const { sql, params } = 'toSQL' in statement ? statement.toSQL() : dialect.sqlToQuery(statement);
  return { sql, args: params as Value[] };
}

/** A page that some proxy answers with, as good as it may look, is not the database. */
function itself(answer: Response): Response {
  const type = answer.headers.get('content-type') ?? '';
  return answer.ok && !type.includes('json') ? new Response(null, { status: 502 }) : answer;
}

/**
 * A client for one request, made when it is first asked: most submissions never need theirs. One shared between requests
 * deadlocks on workerd (platform.md).
 */
export function openDatabase({ url, authToken, timeoutMs }: DatabaseOptions): Database {
  const connect = () =>
    createClient({
      url,
      ...(authToken && { authToken }),
      intMode: 'number',
      fetch: async (request: Request) => itself(await fetch(request, { signal: AbortSignal.timeout(timeoutMs) })),
    });
  let opened: ReturnType<typeof connect> | undefined;
  let typed: LibSQLDatabase | undefined;
  const client = () => (opened ??= connect());
  return {
    get orm() {
      return (typed ??= drizzle(client()));
    },
    // A statement that is none, and a client that cannot be made, are refusals like any other.
    write: async (statements) => client().batch(statements.map(plainOf), 'write'),
    close: () => opened?.close(),
  };
}
