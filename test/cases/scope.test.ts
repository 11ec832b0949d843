import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMigrations } from '../../scripts/migrate.ts';
import { readsCases, within, type Reader } from '../../src/cases/scope.ts';

const db = new DatabaseSync(':memory:');

interface Row {
  site?: string;
  kind?: string;
  station?: string;
  restricted?: number;
  spam?: number;
}

function put(id: string, { site = 'wanrong', kind = 'petition', station, restricted = 0, spam = 0 }: Row): void {
  db.prepare(
    `INSERT INTO cases (id, site, kind, receipt, code_hash, state, seq, submitted_at, lang, title, answers, station,
      restricted, spam, fingerprint, privacy_version) VALUES (?, ?, ?, ?, '', 'received', 1, 0, 'zh', '', '{}', ?, ?, ?, '', '')`,
  ).run(id, site, kind, id, station ?? null, restricted, spam);
}

const assign = (id: string, seq: number, lead: string, helpers: string | null = null): void =>
  void db.prepare('INSERT INTO case_assignments VALUES (?, ?, ?, ?, NULL)').run(id, seq, lead, helpers);

beforeAll(() => {
  for (const { statements } of readMigrations()) for (const statement of statements) db.exec(statement);
  put('gaocun', { station: 'gaocun' });
  put('jiedian', { station: 'jiedian' });
  put('elsewhere', { site: 'pinglu', station: 'gaocun' });
  put('nowhere', {});
  put('comment', { kind: 'comment' });
  put('application', { kind: 'application' });
  put('report', { restricted: 1 });
  put('report elsewhere', { site: 'pinglu', restricted: 1 });
  put('report at a station', { station: 'gaocun', restricted: 1 });
  put('spam', { station: 'gaocun', spam: 1 });
  put('given', {});
  put('helped', {});
  put('given away', {});
  put('given back', {});
  put('given elsewhere', { site: 'pinglu' });
  put('report given', { restricted: 1 });
  for (const id of ['given', 'given away', 'given back', 'given elsewhere', 'report given']) assign(id, 2, '县水利局');
  for (const id of ['gaocun', 'report'])
    db.prepare(`INSERT INTO case_recusals VALUES ('with an interest', ?, 2)`).run(id);
  assign('helped', 2, '县教育局', '县公安局、县水利局');
  assign('given away', 3, '县公安局');
  db.prepare("INSERT INTO events VALUES ('given back', 3, 0, 'staff:x', 'return', '{}', '', '')").run();
});
afterAll(() => db.close());

const NOWHERE = { id: 'somebody', site: null, station: null, department: null };
const dialect = new SQLiteAsyncDialect();

function seenBy(reader: Reader): string[] {
  const condition = within(reader);
  if (!condition) return [];
  const { sql, params } = dialect.sqlToQuery(condition);
  const rows = db.prepare(`SELECT id FROM cases WHERE ${sql} ORDER BY id`).all(...(params as SQLInputValue[]));
  return rows.map(({ id }) => String(id));
}

test('a clerk and a deputy see what was sent to their own station, in their own county', () => {
  for (const role of ['station-clerk', 'deputy'] as const)
    expect(seenBy({ ...NOWHERE, role, site: 'wanrong', station: 'gaocun' })).toEqual(['gaocun']);
});

test('a department sees what it holds or helps with, until it goes on or is given back', () => {
  const reader = { ...NOWHERE, role: 'department-handler', site: 'wanrong', department: '县水利局' } as const;
  expect(seenBy(reader)).toEqual(['given', 'helped']);
  expect(seenBy({ ...reader, department: '水利局' })).toEqual([]);
  expect(seenBy({ ...reader, site: 'pinglu' })).toEqual(['given elsewhere']);
});

test('those who work on drafts and on subsidies see these and nothing else', () => {
  const at = { ...NOWHERE, site: 'wanrong' };
  expect(seenBy({ ...at, role: 'legislative-officer' })).toEqual(['comment']);
  expect(seenBy({ ...at, role: 'talent-officer' })).toEqual(['application']);
  expect(seenBy({ ...at, role: 'talent-reviewer' })).toEqual(['application']);
});

test('a supervisor sees the petitions of the own county, and no report among them', () => {
  const reader = { ...NOWHERE, role: 'supervisor', site: 'wanrong' } as const;
  expect(seenBy(reader)).toEqual(['gaocun', 'given', 'given away', 'given back', 'helped', 'jiedian', 'nowhere']);
  expect(seenBy({ ...reader, site: null })).toEqual([]);
});

test('reports are there for who is cleared for them, in the own county, and for nobody else', () => {
  const reader = { ...NOWHERE, role: 'report-officer', site: 'wanrong' } as const;
  expect(seenBy(reader)).toEqual(['report', 'report at a station', 'report given']);
});

test('whoever has an interest in a case does not see it; a colleague of the same reach does', () => {
  const reader = { ...NOWHERE, role: 'station-clerk', site: 'wanrong', station: 'gaocun' } as const;
  expect(seenBy({ ...reader, id: 'with an interest' })).toEqual([]);
  expect(seenBy({ ...reader, id: 'without' })).toEqual(['gaocun']);
  const cleared = { ...NOWHERE, role: 'report-officer', site: 'wanrong', id: 'with an interest' } as const;
  expect(seenBy(cleared)).toEqual(['report at a station', 'report given']);
});

test('administrators and auditors read no case; a reach that lacks its part finds none', () => {
  for (const role of ['administrator', 'auditor'] as const) {
    expect(readsCases(role)).toBe(false);
    expect(within({ ...NOWHERE, role })).toBeNull();
  }
  for (const role of ['station-clerk', 'department-handler', 'report-officer'] as const)
    expect(seenBy({ ...NOWHERE, role })).toEqual([]);
});
