import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import type { FormContext } from '../forms/define.ts';
import { shanghaiDate } from '../lib/clock.ts';
import { wordsOf } from '../lib/search-words.ts';
import type { Site } from '../sites/site.ts';
import { textsOf } from './case-text.ts';
import { marksOf } from './search-marks.ts';
import type { CaseRow } from './tables.ts';

/** Rows of the index within one millisecond (0021_search.sql). */
const ROWS_A_MILLISECOND = 1024;

/** A case is null where it is gone, restricted or spam. */
interface Waiting extends Pick<CaseRow, 'kind' | 'station' | 'title' | 'answers'> {
  id: string;
  asked: number;
  site: string | null;
  submittedAt: number | null;
  /** JSON list. */
  departments: string;
}

/** A waiting case with its words; none where nothing of it may or need be found. */
interface Page {
  id: string;
  asked: number;
  first: number;
  words: string;
}

export interface IndexTools {
  db: Database;
  /** What the fields of a kind look at, by site; null for a site that is no longer served. */
  contextOf(site: string, today: string): FormContext | null;
}

/** What a case's fields look at, for search: sites and drafts as they are now. */
export const contextsOf =
  (sites: readonly Site[], drafts: FormContext['drafts']): IndexTools['contextOf'] =>
  (id, today) => {
    const site = sites.find((one) => one.id === id);
    return site ? { site, today, drafts } : null;
  };

function pageOf({ contextOf }: IndexTools, row: Waiting): Page {
  const { id, asked, site, submittedAt } = row;
  const nothing = { id, asked, first: 0, words: '' };
  if (site === null || submittedAt === null) return nothing;
  const context = contextOf(site, shanghaiDate(submittedAt));
  const { title, others } = context ? textsOf(row, context) : { title: '', others: [] };
  const words = wordsOf([title, ...others].join('\n'));
  if (words.length === 0) return nothing;
  const marks = marksOf({ ...row, site }, JSON.parse(row.departments) as string[]);
  return { id, asked, first: submittedAt * ROWS_A_MILLISECOND, words: [...words, ...marks].join(' ') };
}

/**
 * Reads the words of at most `limit` waiting cases into the index, the newest first, and gives how many it took. A page is
 * one batch and may be repeated: a case that changed or was erased while it was read is left to the next.
 */
export async function indexWaiting(tools: IndexTools, limit: number): Promise<number> {
  const { db } = tools;
  const waiting = await db.orm.all<Waiting>(sql`SELECT u.case_id AS id, u.asked, c.site, c.kind, c.station,
      c.title, c.answers, c.submitted_at AS submittedAt,
      (SELECT json_group_array(h.department) FROM case_holders h WHERE h.case_id = c.id) AS departments
    FROM unindexed u LEFT JOIN cases c ON c.id = u.case_id AND c.restricted = 0 AND c.spam = 0
    ORDER BY u.case_id DESC LIMIT ${limit}`);
  if (waiting.length > 0) await db.write(indexing(waiting.map((row) => pageOf(tools, row))));
  return waiting.length;
}

function indexing(pages: readonly Page[]): SQL[] {
  const taken = sql`SELECT u.case_id AS id, j.value ->> 'first' AS first, j.value ->> 'words' AS words
    FROM json_each(${JSON.stringify(pages)}) j
    CROSS JOIN unindexed u ON u.case_id = j.value ->> 'id' AND u.asked = j.value ->> 'asked'`;
  return [
    sql`DELETE FROM case_words WHERE rowid IN (SELECT r.n FROM (${taken}) t JOIN case_word_rows r ON r.case_id = t.id)`,
    sql`DELETE FROM case_word_rows WHERE case_id IN (SELECT t.id FROM (${taken}) t WHERE t.words = '')`,
    sql`INSERT INTO case_word_rows (n, case_id)
      SELECT coalesce((SELECT max(r.n) + 1 FROM case_word_rows r
          WHERE r.n >= t.first AND r.n < t.first + ${ROWS_A_MILLISECOND}), t.first)
        + row_number() OVER (PARTITION BY t.first ORDER BY t.id) - 1, t.id
      FROM (${taken}) t WHERE t.words <> '' AND NOT EXISTS (SELECT 1 FROM case_word_rows r WHERE r.case_id = t.id)`,
    sql`INSERT INTO case_words (rowid, words) SELECT r.n, t.words
      FROM (${taken}) t JOIN case_word_rows r ON r.case_id = t.id WHERE t.words <> '' ORDER BY r.n`,
    sql`DELETE FROM unindexed WHERE case_id IN (SELECT t.id FROM (${taken}) t)`,
  ];
}

/** Statements that take a case out of the index, for the batch of the step that erases it. */
export const leavingIndex = (caseId: string): SQL[] => [
  sql`DELETE FROM case_words WHERE rowid IN (SELECT n FROM case_word_rows WHERE case_id = ${caseId})`,
  sql`DELETE FROM case_word_rows WHERE case_id = ${caseId}`,
];
