import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { shanghaiDate } from '../lib/clock.ts';
import { parsePhone } from '../lib/identifiers/phone.ts';
import { excerpt, marked, standsIn, type Piece } from '../lib/marked.ts';
import { RECEIPT_ALPHABET } from '../lib/receipt-number.ts';
import { blindIndexes } from '../lib/sealing/blind-index.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';
import { termsOf, wantedBy } from '../lib/search-words.ts';
import { tidyIdentifier } from '../lib/text.ts';
import { allRoles } from '../staff/roles.ts';
import { textsOf } from './case-text.ts';
import { lineColumns, type InboxLine } from './inbox.ts';
import { within, type Reader } from './scope.ts';
import type { IndexTools } from './search-index.ts';
import { marksWithin } from './search-marks.ts';
import type { CaseRow } from './tables.ts';

export interface SearchTools extends IndexTools {
  ring: KeyRing;
}

export type FoundLine = InboxLine & {
  /** The title with the words found apart, and where they stand in the text. */
  marked: Piece[];
  excerpt: Piece[] | null;
};

export interface Found {
  lines: FoundLine[];
  /** Where the next page begins. */
  next: string | null;
}

export const SEARCH_PAGE = 30;
export const LONGEST_QUERY = 100;

/** Whether there is anything in a query that can be looked up: two characters, a number, the end of a receipt. */
export const canSearch = (query: string): boolean =>
  parsePhone(query) !== null || receiptEnd(query) !== null || termsOf(query).some((term) => wantedBy(term).length > 0);

/**
 * What a member of staff finds by a whole phone number, by the end of a receipt number or by words of the text, the newest
 * first. Each row is asked `within`, so nothing outside the reach is found, counted or hinted at; phones are looked for
 * only by roles that may see them.
 */
export async function search(tools: SearchTools, reader: Reader, query: string, after: string): Promise<Found> {
  const scope = within(reader);
  if (!scope) return { lines: [], next: null };
  if (parsePhone(query))
    return allRoles[reader.role].personal ? byPhone(tools, { scope, site: reader.site }, query, after) : NOTHING;
  const end = after === '' ? receiptEnd(query) : null;
  const [numbered, worded] = await Promise.all([
    end === null ? [] : byReceiptEnd(tools.db, scope, end),
    byWords(tools, reader, scope, query, after),
  ]);
  const known = new Set(numbered.map(({ id }) => id));
  return { lines: [...numbered.map(plain), ...worded.lines.filter(({ id }) => !known.has(id))], next: worded.next };
}

const NOTHING: Found = { lines: [], next: null };
const plain = (line: InboxLine): FoundLine => ({
  ...line,
  marked: [{ text: line.title, found: false }],
  excerpt: null,
});

async function byPhone(
  { db, ring }: SearchTools,
  { scope, site }: { scope: SQL; site: string | null },
  typed: string,
  after: string,
): Promise<Found> {
  const indexes = await blindIndexes(ring, 'phone', parsePhone(typed)?.kept ?? '');
  const beyond = /^[0-9a-f-]{36}$/.test(after) ? sql`AND cases.id < ${after}` : sql``;
  const found = await db.orm.all<InboxLine>(sql`SELECT ${lineColumns} FROM cases
    WHERE ${scope} AND cases.site = ${site} AND cases.phone_index IN ${indexes} ${beyond} ORDER BY cases.id DESC LIMIT ${SEARCH_PAGE + 1}`);
  const lines = found.slice(0, SEARCH_PAGE).map(plain);
  return { lines, next: found.length > SEARCH_PAGE ? (lines.at(-1)?.id ?? null) : null };
}

const END = new RegExp(`^[${RECEIPT_ALPHABET}]{4,10}$`);

/** The last characters of a receipt number as typed, four at least; null where it can be none. */
function receiptEnd(typed: string): string | null {
  const end = tidyIdentifier(typed).toUpperCase();
  return END.test(end) ? end : null;
}

const MOST_NUMBERED = 10;

const byReceiptEnd = ({ orm }: Database, scope: SQL, end: string): Promise<InboxLine[]> =>
  // The few with that end first, by their index; else a station's whole list might be walked for them.
  orm.all<InboxLine>(sql`SELECT ${lineColumns}
    FROM cases AS e INDEXED BY cases_by_receipt_end CROSS JOIN cases ON cases.id = e.id
    WHERE substr(e.receipt, -4) = ${end.slice(-4)} AND substr(replace(e.receipt, '-', ''), ${-end.length}) = ${end}
      AND ${scope}
    ORDER BY e.id DESC LIMIT ${MOST_NUMBERED}`);

/** How many rows are compared with the query word by word before a page ends, full or not. */
const COMPARED = 120;

type Candidate = InboxLine & Pick<CaseRow, 'answers' | 'submittedAt'> & { n: number };

const quoted = ({ word, beginning }: { word: string; beginning: boolean }): string =>
  `"${word}"${beginning ? '*' : ''}`;

/** The query of the index: every word of every term, and one mark of each list. */
function matchOf(reader: Reader, terms: readonly string[]): string | null {
  const words = terms.flatMap(wantedBy);
  const marks = marksWithin(reader).map((any) => any.map((word) => quoted({ word, beginning: false })).join(' OR '));
  if (words.length === 0 || marks.includes('')) return null;
  return [...new Set([...words.map(quoted), ...marks.map((any) => `(${any})`)])].join(' AND ');
}

/** The index says where all pairs of characters stand; whether they stand side by side only the text itself can say. */
async function byWords(tools: SearchTools, reader: Reader, scope: SQL, query: string, after: string): Promise<Found> {
  const terms = termsOf(query);
  const match = matchOf(reader, terms);
  if (match === null) return NOTHING;
  const beyond = /^\d{1,16}$/.test(after) ? sql`AND case_words.rowid < ${Number(after)}` : sql``;
  const candidates = await tools.db.orm
    .all<Candidate>(sql`SELECT r.n, ${lineColumns}, answers, submitted_at AS submittedAt
    FROM case_words CROSS JOIN case_word_rows r ON r.n = case_words.rowid CROSS JOIN cases ON cases.id = r.case_id
    WHERE case_words MATCH ${match} ${beyond} AND ${scope} ORDER BY case_words.rowid DESC LIMIT ${COMPARED}`);
  const lines: FoundLine[] = [];
  for (const [index, { n, answers, submittedAt, ...line }] of candidates.entries()) {
    const more = index + 1 < candidates.length || candidates.length === COMPARED;
    const found = compared(tools, { ...line, answers, submittedAt }, terms);
    if (found) lines.push({ ...line, ...found });
    if (lines.length === SEARCH_PAGE && more) return { lines, next: String(n) };
  }
  const last = candidates.length === COMPARED ? candidates.at(-1) : undefined;
  return { lines, next: last ? String(last.n) : null };
}

function compared(
  { contextOf }: IndexTools,
  row: Pick<CaseRow, 'site' | 'kind' | 'title' | 'answers' | 'submittedAt'>,
  terms: readonly string[],
): Pick<FoundLine, 'marked' | 'excerpt'> | null {
  const context = contextOf(row.site, shanghaiDate(row.submittedAt));
  if (!context) return null;
  const { title, others } = textsOf(row, context);
  if (!terms.every((term) => standsIn([title, ...others], term))) return null;
  return { marked: marked(title, terms), excerpt: others.map((text) => excerpt(text, terms)).find(Boolean) ?? null };
}
