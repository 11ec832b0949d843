import { sql } from 'drizzle-orm';
import type { Tools } from '../../src/cases/tools.ts';
import type { Database } from '../../src/db/database.ts';
import { MIGRATIONS_TABLE } from '../migrate.ts';

/**
 * Empties every table but the list of migrations, in one batch. Events refuse to be deleted, so their triggers step aside
 * and are back before anybody else can write.
 */
export async function emptyDatabase(db: Database): Promise<void> {
  const schema = await db.orm.all<{ type: string; name: string; sql: string }>(
    sql`SELECT m.type, m.name, m.sql FROM sqlite_master m LEFT JOIN pragma_table_list l ON l.name = m.name
      WHERE m.type IN ('table', 'trigger') AND coalesce(l.type, '') <> 'shadow' AND m.name NOT LIKE 'sqlite_%'
      AND m.name NOT LIKE 'libsql_%' AND m.name <> ${MIGRATIONS_TABLE}`,
  );
  const triggers = schema.filter(({ type }) => type === 'trigger');
  const tables = schema.filter(({ type }) => type === 'table');
  await db.write([
    ...triggers.map(({ name }) => sql.raw(`DROP TRIGGER "${name}"`)),
    ...tables.map(({ name }) => sql.raw(`DELETE FROM "${name}"`)),
    ...triggers.map((trigger) => sql.raw(trigger.sql)),
  ]);
}

/** Whether no case has ever been written. */
export async function isEmpty(db: Database): Promise<boolean> {
  const [row] = await db.orm.all<{ some: number }>(sql`SELECT EXISTS (SELECT 1 FROM cases) AS some`);
  return row?.some === 0;
}

/** Notes that the demo data went in to its end; `wasCutOff` tells when a first start was stopped on the way. */
export async function markWhole({ db, clock }: Tools): Promise<void> {
  await db.write([sql`INSERT INTO heartbeats (name, at) VALUES ('demo', ${clock.now()}) ON CONFLICT DO NOTHING`]);
}

/** Whether demo cases are there, but never came to their end. */
export async function wasCutOff(db: Database): Promise<boolean> {
  const [row] = await db.orm.all<{ cut: number }>(
    sql`SELECT EXISTS (SELECT 1 FROM cases WHERE demo = 1) AND NOT EXISTS (SELECT 1 FROM heartbeats WHERE name = 'demo') AS cut`,
  );
  return row?.cut === 1;
}
