import { COUNT } from '../db/counters.ts';
import type { Plain, Value } from '../db/database.ts';
import { rowsFrom } from '../db/insert.ts';

/** One row into a table, with or without what to do when it is there already. */
const ONE_ROW = /^(INSERT INTO \w+ \([^()]*\)) VALUES \((.*?)\)(\s+ON CONFLICT .*)?$/s;
/** Any number of rows, as `insertInto` says it. */
const ROWS = /^INSERT INTO \w+ \([^()]*\) SELECT [^()]* FROM json_each\(\?\)$/;

type Together = (alike: readonly Plain[]) => Plain;

const known = new Map<string, Together | null>();

/** How several statements of one text become one; null: they do not. Texts are few, so each is taken apart once. */
function togetherOf(sql: string): Together | null {
  const found = known.get(sql);
  if (found !== undefined) return found;
  const made = ROWS.test(sql) ? ofRows(sql) : ofOneRow(sql);
  known.set(sql, made);
  return made;
}

const ofRows =
  (sql: string): Together =>
  (alike) => ({ sql, args: [`[${alike.map(({ args }) => String(args[0]).slice(1, -1)).join(',')}]`] });

function ofOneRow(sql: string): Together | null {
  const [, head, row, conflict] = ONE_ROW.exec(sql) ?? [];
  if (head === undefined || row === undefined) return null;
  let at = 0;
  const values = row.replaceAll('?', () => `value ->> ${at++}`);
  const text = `${head} ${rowsFrom(values)}${conflict ? ` WHERE true${conflict}` : ''}`;
  return (alike) => ({ sql: text, args: [JSON.stringify(alike.map(({ args }) => args))] });
}

/** Half of a character the server refuses in an argument, and would keep within JSON. */
const whole = ({ args }: Plain): boolean => args.every((arg) => typeof arg !== 'string' || arg.isWellFormed());

/**
 * The statements of many submissions as few: rows for the same table go in one statement, in their order, as one
 * argument. The result is that of running them one by one, caps included: each learns how many counts of its counters
 * come after it.
 */
export function merge(batches: readonly (readonly Plain[])[]): Plain[] {
  const all = withLaterCounts(batches.flat());
  const merged: Plain[] = [];
  for (const [sql, alike] of Map.groupBy(all, (statement) => statement.sql)) {
    const together = alike.length > 1 && alike.every(whole) ? togetherOf(sql) : null;
    if (together) merged.push(together(sql === COUNT ? summed(alike) : alike));
    else merged.push(...alike);
  }
  return merged;
}

function withLaterCounts(statements: readonly Plain[]): Plain[] {
  const later = new Map<Value | undefined, number>();
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

/** Counts of one counter under one cap are one count: where the last of them stays below it, all do. */
function summed(counts: readonly Plain[]): Plain[] {
  const last = new Map<Value | undefined, Value[]>();
  const sums: Plain[] = [];
  for (const { sql, args } of counts) {
    const [name, by = 0, cap] = args;
    const before = last.get(name);
    if (before && before[2] === cap) before[1] = Number(before[1]) + Number(by);
    else {
      const sum = [...args];
      last.set(name, sum);
      sums.push({ sql, args: sum });
    }
  }
  return sums;
}
