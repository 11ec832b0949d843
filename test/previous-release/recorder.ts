import { createClient, type Client, type InStatement, type InValue, type ResultSet } from '@libsql/client/web';
import { drizzle } from 'drizzle-orm/libsql/web';
import { plainOf, type Database } from '../../src/db/database.ts';

/** One call to the database, as a release made it, and what came back: how many rows, how many changed; null: refused. */
export interface Call {
  mode: 'write' | 'deferred' | 'alone';
  statements: { sql: string; args: readonly InValue[] }[];
  answers: [rows: number, changed: number][] | null;
}

const plain = (statement: InStatement): Call['statements'][number] =>
  typeof statement === 'string'
    ? { sql: statement, args: [] }
    : { sql: statement.sql, args: (statement.args ?? []) as readonly InValue[] };

const answered = (results: readonly ResultSet[]): [number, number][] =>
  results.map(({ rows, rowsAffected }) => [rows.length, rowsAffected]);

/** Makes a call again, as it was. */
export async function repeat(
  client: Client,
  { mode, statements }: Pick<Call, 'mode' | 'statements'>,
): Promise<Call['answers']> {
  const stmts = statements.map(({ sql, args }) => ({ sql, args: [...args] }));
  const [alone] = stmts;
  try {
    return answered(
      mode === 'alone' && alone
        ? [await client.execute(alone)]
        : await client.batch(stmts, mode === 'write' ? 'write' : 'deferred'),
    );
  } catch {
    return null;
  }
}

/** A database as the program opens it that keeps every call in the order it was made. */
export function recording(url: string): { db: Database; calls: Call[] } {
  const calls: Call[] = [];
  const client = createClient({ url, intMode: 'number' });
  async function kept<T>(
    mode: Call['mode'],
    statements: Call['statements'],
    ask: () => Promise<T>,
    results: (given: T) => readonly ResultSet[],
  ): Promise<T> {
    const call: Call = { mode, statements, answers: null };
    calls.push(call);
    const given = await ask();
    call.answers = answered(results(given));
    return given;
  }
  const watched = new Proxy(client, {
    get(target, name) {
      if (name === 'execute')
        return (statement: InStatement) =>
          kept(
            'alone',
            [plain(statement)],
            () => target.execute(statement),
            (result) => [result],
          );
      if (name === 'batch')
        return (statements: InStatement[], mode: 'write' | 'deferred' = 'deferred') =>
          kept(
            mode,
            statements.map(plain),
            () => target.batch(statements, mode),
            (results) => results,
          );
      return Reflect.get(target, name, target) as unknown;
    },
  });
  return {
    calls,
    db: {
      orm: drizzle(watched),
      write: (statements) => watched.batch(statements.map(plainOf), 'write'),
      close: () => client.close(),
    },
  };
}
