import type { Client, InStatement, InValue } from '@libsql/client/web';
import { migrate, readMigrations, type Migration } from '../migrate.ts';
import { both, Stop } from '../stop.ts';
import type { Part, Value } from './dump.ts';

/** Rows a statement, well below SQLite's 32,766 parameters for the widest table. */
const AT_ONCE = 200;

const fromValue = (value: Value): InValue =>
  value !== null && typeof value === 'object' ? Buffer.from(value.bytes, 'base64') : value;

type Rows = Part & { is: 'rows' };

function insertOf({ table, columns, rows }: Rows): InStatement[] {
  const row = `(${columns.map(() => '?').join(', ')})`;
  return Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, page) => {
    const some = rows.slice(page * AT_ONCE, (page + 1) * AT_ONCE);
    const names = columns.map((column) => `"${column}"`).join(', ');
    return {
      sql: `INSERT INTO "${table}" (${names}) VALUES ${some.map(() => row).join(', ')}`,
      args: some.flat().map(fromValue),
    };
  });
}

/** The migrations a backup was taken under; all that this version knows must begin with them. */
function sameHistory(applied: readonly (readonly [string, string])[], known = readMigrations()): Migration[] {
  const same = applied.every(([name, sha256], index) => known[index]?.name === name && known[index].sha256 === sha256);
  if (same) return known.slice(0, applied.length);
  throw new Stop(
    both('备份来自另一个版本, 请用那个版本恢复。', 'This backup is of another version: restore it with that one.'),
  );
}

const asPart = (value: unknown): Part => value as Part;

/**
 * Puts a backup into an empty database: its tables as they were then, rows, then whatever migrations came since. Gives the
 * counts the backup named, and those that were written. Triggers step aside while rows go in, and are back at the end.
 */
export async function load(
  client: Client,
  parts: AsyncIterable<unknown>,
): Promise<{ named: Record<string, number>; written: Record<string, number> }> {
  let named: Record<string, number> = {};
  const written: Record<string, number> = {};
  let triggers: { name: string; sql: string }[] = [];
  for await (const value of parts) {
    const part = asPart(value);
    if (part.is === 'migrations') {
      await migrate(client, sameHistory(part.applied));
      triggers = await takeTriggers(client);
    } else if (part.is === 'rows') {
      await client.batch(insertOf(part), 'write');
      written[part.table] = (written[part.table] ?? 0) + part.rows.length;
    } else named = part.rows;
  }
  await client.batch([...triggers.map(({ sql }) => sql), ...SETTLING], 'write');
  await migrate(client);
  return { named, written };
}

/** Takes every trigger off; whoever is cut off here starts again with another empty database. */
async function takeTriggers(client: Client): Promise<{ name: string; sql: string }[]> {
  const { rows } = await client.execute(`SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`);
  const triggers = rows as unknown as { name: string; sql: string }[];
  if (triggers.length > 0)
    await client.batch(
      triggers.map(({ name }) => `DROP TRIGGER "${name}"`),
      'write',
    );
  return triggers;
}

/** What the rows alone do not say. */
const SETTLING = [
  // Chains whose head no seal covers wait for the next one.
  `DELETE FROM unsealed`,
  `INSERT INTO unsealed SELECT e.stream FROM (SELECT stream, max(seq) AS seq FROM events GROUP BY stream) e
    WHERE NOT EXISTS (SELECT 1 FROM seal_heads h WHERE h.stream = e.stream AND h.seq = e.seq)`,
  // The sweep reads every text into the index of words anew.
  `DELETE FROM unindexed`,
  `INSERT INTO unindexed (case_id, asked) SELECT id, 1 FROM cases WHERE restricted = 0 AND spam = 0`,
  // Whether these left after the backup was taken nobody knows: none is sent a second time.
  `UPDATE outbox SET state = 'unknown', supplier_code = 'restored', lease = NULL, lease_until = NULL
    WHERE state IN ('queued', 'sending')`,
];
