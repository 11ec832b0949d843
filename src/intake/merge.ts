import { COUNT } from '../db/counters.ts';
import type { Plain } from '../db/database.ts';

/** One row into a table, with or without what to do when it is there already. */
const ONE_ROW = /^(INSERT INTO \w+ \([^()]*\) VALUES )(\(.*?\))(\s+ON CONFLICT .*)?$/s;

interface Parts {
  head: string;
  row: string;
  tail: string;
}

const known = new Map<string, Parts | null>();

/** Texts are few and come from the program, so each is taken apart once. */
function partsOf(sql: string): Parts | null {
  const found = known.get(sql);
  if (found !== undefined) return found;
  const match = ONE_ROW.exec(sql);
  const parts = match ? { head: match[1] ?? '', row: match[2] ?? '', tail: match[3] ?? '' } : null;
  known.set(sql, parts);
  return parts;
}

/**
 * The statements of many submissions as few: rows for the same table go in one statement, in their order. The result is
 * that of running them one by one, caps included: each learns how many counts of its counters come after it.
 */
export function merge(batches: readonly (readonly Plain[])[]): Plain[] {
  const all = withLaterCounts(batches.flat());
  const merged: Plain[] = [];
  for (const [sql, alike] of Map.groupBy(all, (statement) => statement.sql)) {
    const parts = alike.length > 1 ? partsOf(sql) : null;
    if (!parts) merged.push(...alike);
    else {
      const rows = Array.from(alike, () => parts.row).join(', ');
      merged.push({ sql: `${parts.head}${rows}${parts.tail}`, args: alike.flatMap(({ args }) => args) });
    }
  }
  return merged;
}

function withLaterCounts(statements: readonly Plain[]): Plain[] {
  const later = new Map<unknown, number>();
  return statements
    .toReversed()
    .map((statement) => {
      if (statement.sql === COUNT) {
        const [name, by] = statement.args;
        later.set(name, (later.get(name) ?? 0) + Number(by));
      }
      if (!statement.later) return statement;
      const args = [...statement.args];
      for (const { arg, counter } of statement.later) args[arg] = later.get(counter) ?? 0;
      return { sql: statement.sql, args };
    })
    .toReversed();
}
