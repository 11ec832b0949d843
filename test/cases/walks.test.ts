import { sql, type SQL } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inbox, inboxCounts } from '../../src/cases/inbox.ts';
import { inboxViews, type InboxView } from '../../src/cases/inbox-views.ts';
import { numbered } from '../../src/cases/numbered.ts';
import { beat, leave } from '../../src/cases/presence/presence.ts';
import { within, type Reader } from '../../src/cases/scope.ts';
import { countTasks, hasTasks, openTasks } from '../../src/cases/tasks/list.ts';
import { plainOf, type Database, type Plain, type Statement } from '../../src/db/database.ts';
import { allRoles, isRole } from '../../src/staff/roles.ts';
import { startDatabase, type TestDatabase } from '../harness/database.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()));
afterAll(() => database.stop());

const PLACES = {
  everything: { site: null, station: null, department: null },
  site: { site: 'wanrong', station: null, department: null },
  station: { site: 'wanrong', station: 'gaocun', department: null },
  department: { site: 'wanrong', station: null, department: '县水利局' },
} as const;
const readers: Reader[] = Object.keys(allRoles)
  .filter(isRole)
  .map((role) => ({ id: 'somebody', role, ...PLACES[allRoles[role].scope] }))
  .filter((reader) => within(reader) !== null && reader.site !== null);

/** What is asked of the database meanwhile; it is only written down. */
async function asked(use: (db: Database) => Promise<unknown>): Promise<Plain[]> {
  const heard: Plain[] = [];
  const { orm } = database.db;
  const all = async (query: SQL) => {
    heard.push(plainOf(query));
    return [];
  };
  const write = async (statements: readonly Statement[]) => {
    heard.push(...statements.map(plainOf));
    return [];
  };
  await use({ ...database.db, write, orm: Object.assign(Object.create(orm) as typeof orm, { all }) });
  return heard;
}

/** What the statements go through from end to end, of the tables that grow with the cases. */
async function walked(statements: readonly Plain[]): Promise<string[]> {
  const plans = await database.client.batch(
    statements.map(({ sql: text, args }) => ({ sql: `EXPLAIN QUERY PLAN ${text}`, args })),
    'read',
  );
  return plans
    .flatMap(({ rows }) => rows.map((row) => row['detail'] as string))
    .filter((detail) => /^SCAN (cases|few|held|t|h|e|b|m|own)\b/.test(detail));
}

const walkedBy = async (use: (db: Database) => Promise<unknown>): Promise<string[]> => walked(await asked(use));

const FILTERS = [
  {},
  { topic: 'irrigation' },
  { state: 'reviewing' },
  { station: 'gaocun' },
  { department: '县水利局' },
  { kind: 'proposal' },
  { topic: 'irrigation', state: 'accepted' },
  { department: '县水利局', topic: 'school' },
  { sentFrom: '2026-01-01', sentTo: '2026-01-31' },
  { dueFrom: '2026-01-01', dueTo: '2026-01-31' },
];

test.each(readers)('no list and no count of a $role goes through all cases', async (reader) => {
  for (const view of Object.keys(inboxViews) as InboxView[]) {
    const lists = FILTERS.map((filters) => ({ view, filters, after: '', today: '2026-11-24' }));
    const found = await walkedBy((db) => Promise.all(lists.map((list) => inbox(db, reader, list))));
    expect([view, found]).toEqual([view, []]);
  }
  expect(await walkedBy((db) => inboxCounts(db, reader, '2026-11-24'))).toEqual([]);
});

test('no list and no count of tasks goes through all tasks', async () => {
  for (const reader of readers.filter(({ role }) => hasTasks(role))) {
    expect([reader.role, await walkedBy((db) => openTasks(db, reader))]).toEqual([reader.role, []]);
    expect([reader.role, await walkedBy((db) => countTasks(db, reader))]).toEqual([reader.role, []]);
  }
});

test('a case is found by its number without going through all of them, also by who knows no county', async () => {
  const receipt = 'WR26-ABCD-EFGH-J';
  expect(await walked([plainOf(sql`SELECT id FROM cases WHERE ${numbered(receipt)}`)])).toEqual([]);
  for (const reader of readers) {
    const page = { receipt, page: 'one' };
    expect(await walkedBy((db) => beat(db, reader, { ...page, doing: 'reading', now: 0 }))).toEqual([]);
    expect(await walkedBy((db) => leave(db, reader, page))).toEqual([]);
  }
  // That a walk would be seen.
  expect(await walked([plainOf(sql`SELECT id FROM cases WHERE receipt = ${receipt}`)])).toEqual([
    'SCAN cases USING INDEX sqlite_autoindex_cases_2',
  ]);
});
