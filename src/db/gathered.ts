import type { ResultSet } from '@libsql/client/web';
import type { Database, Statement } from './database.ts';
import { failureOf } from './failure.ts';

interface Waiting {
  statements: readonly Statement[];
  resolve(results: ResultSet[]): void;
  reject(error: unknown): void;
}

/**
 * The same database, whose writes go together in one round trip where they come while another is on its way. Each still
 * stands or falls as a whole: where a constraint fails the common batch, every one is written alone.
 */
export function gathered(db: Database): Database {
  let waiting: Waiting[] = [];
  let writing = false;

  const alone = ({ statements, resolve, reject }: Waiting): Promise<void> => db.write(statements).then(resolve, reject);

  async function together(group: readonly Waiting[]): Promise<void> {
    try {
      const results = await db.write(group.flatMap(({ statements }) => statements));
      let at = 0;
      for (const { statements, resolve } of group) resolve(results.slice(at, (at += statements.length)));
    } catch (error) {
      if (failureOf(error).is !== 'constraint') return group.forEach(({ reject }) => reject(error));
      for (const one of group) await alone(one);
    }
  }

  async function go(): Promise<void> {
    writing = true;
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      const [first] = group;
      await (first && group.length === 1 ? alone(first) : together(group));
    }
    writing = false;
  }

  return {
    get orm() {
      return db.orm;
    },
    write: (statements) =>
      new Promise((resolve, reject) => {
        waiting.push({ statements, resolve, reject });
        if (!writing) void go();
      }),
    close: () => db.close(),
  };
}
