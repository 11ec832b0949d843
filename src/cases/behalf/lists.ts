import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { stepsBack, within, type Reader } from '../scope.ts';
import { openStored, storedCases, type Opened, type StoredCase } from '../stored.ts';
import type { CaseRow } from '../tables.ts';
import type { Tools } from '../tools.ts';

export type FiledLine = Pick<
  CaseRow,
  'id' | 'receipt' | 'site' | 'kind' | 'title' | 'state' | 'dueDate' | 'submittedAt'
> & {
  filer: string;
  manner: string;
  /** Whether a text message went to the person's phone. */
  hasCode: number;
  confirmedAt: number | null;
};

export interface Page {
  lines: FiledLine[];
  /** Where the next page begins. */
  next: string | null;
}

export const FILED_PAGE = 50;

const columns = sql`cases.id, cases.receipt, cases.site, cases.kind, cases.title, cases.state,
  cases.due_date AS dueDate, cases.submitted_at AS submittedAt, b.filer, b.manner,
  b.code_hash IS NOT NULL AS hasCode, b.confirmed_at AS confirmedAt`;

async function page({ orm }: Database, where: SQL, after: string): Promise<Page> {
  const beyond = after === '' ? sql`1` : sql`b.case_id < ${after}`;
  const found = await orm.all<FiledLine>(sql`SELECT ${columns} FROM case_behalf b JOIN cases ON cases.id = b.case_id
    WHERE ${where} AND ${beyond} ORDER BY b.case_id DESC LIMIT ${FILED_PAGE + 1}`);
  const lines = found.slice(0, FILED_PAGE);
  return { lines, next: found.length > FILED_PAGE ? (lines.at(-1)?.id ?? null) : null };
}

/** The condition under which a filer sees a case without reading cases: filed by themselves, at the site they work for. */
const filedBy = ({ id, site }: { id: string; site: string | null }): SQL =>
  sql`b.filer = ${id} AND cases.site = ${site} AND cases.restricted = 0 AND cases.spam = 0
    AND NOT ${stepsBack(id)}`;

/** What an account filed for others, the newest first. */
export const filedPage = (db: Database, account: { id: string; site: string | null }, after: string): Promise<Page> =>
  page(db, filedBy(account), after);

/** What colleagues filed within a reader's reach and nobody has confirmed, the newest first. */
export async function toWitness(db: Database, reader: Reader, after: string): Promise<Page> {
  const scope = within(reader);
  if (!scope) return { lines: [], next: null };
  return page(db, sql`b.confirmed_at IS NULL AND b.filer <> ${reader.id} AND ${scope}`, after);
}

export interface FiledCase {
  line: FiledLine;
  stored: StoredCase;
  opened: Opened;
}

/** One case that the account filed; null where there is none, or another filed it, which look alike. */
export async function filedCase(
  { db, ring }: Tools,
  account: { id: string; site: string | null },
  receipt: string,
): Promise<FiledCase | null> {
  const [line] = await db.orm.all<FiledLine>(sql`SELECT ${columns} FROM case_behalf b JOIN cases ON cases.id = b.case_id
    WHERE cases.receipt = ${receipt} AND ${filedBy(account)}`);
  const [stored] = line ? await storedCases(db, { id: line.id }) : [];
  return line && stored ? { line, stored, opened: await openStored(ring, stored) } : null;
}
