import { sql } from 'drizzle-orm';
import type { CaseKind } from '../forms/define.ts';
import { shanghaiDate } from '../lib/clock.ts';
import type { FoundCase } from './look-up.ts';
import { notesUnder } from './notes.ts';
import type { Assignment } from './road-tables.ts';
import { storedCases } from './stored.ts';
import type { Tools } from './tools.ts';

interface Asked {
  site: string;
  kind: CaseKind;
}

/** One line of what a site has published of a kind. */
export interface PublishedLine {
  id: string;
  receipt: string;
  title: string;
  frozen: string | null;
  /** Who handled it. */
  lead: string | null;
  /** When the action asked for was last taken, in ms, and the codes of its event; null where it never was. */
  lastAt: number | null;
  lastData: string | null;
}

export const PUBLISHED_PAGE = 20;
/** Where a page ended; anything else begins at the top. */
const PLACE = /^[0-9a-f-]{36}$/;

const publishedStates = ({ workflow }: CaseKind): string[] =>
  Object.entries(workflow.states).flatMap(([id, { published }]) => (published === true ? [id] : []));

/** A page of what everybody may read, newest first, with the last time `action` was taken in each; `next`: where to go on. */
export async function publishedLines(
  { db: { orm } }: Tools,
  { site, kind }: Asked,
  action: string,
  after = '',
): Promise<{ lines: PublishedLine[]; next: string | null }> {
  const last = (column: 'at' | 'data') => sql`(SELECT e.${sql.raw(column)} FROM events e
    WHERE e.stream = cases.id AND e.code = ${action} ORDER BY e.seq DESC LIMIT 1)`;
  const found = await orm.all<PublishedLine>(sql`SELECT id, receipt, title, frozen, ${last('at')} AS lastAt,
      ${last('data')} AS lastData,
      (SELECT a.lead FROM case_assignments a WHERE a.case_id = cases.id ORDER BY a.seq DESC LIMIT 1) AS lead
    FROM cases WHERE site = ${site} AND kind = ${kind.kind} AND state IN ${publishedStates(kind)}
      AND restricted = 0 AND spam = 0 ${PLACE.test(after) ? sql`AND id < ${after}` : sql``}
    ORDER BY id DESC LIMIT ${PUBLISHED_PAGE + 1}`);
  const lines = found.slice(0, PUBLISHED_PAGE);
  return { lines, next: found.length > PUBLISHED_PAGE ? (lines.at(-1)?.id ?? null) : null };
}

/** A case that everybody may read, with what stands behind its report. */
export interface PublishedCase extends FoundCase {
  /** Oldest first. */
  assignments: readonly Assignment[];
}

/** One published case by its number; null where there is none, or it has not come so far. */
export async function publishedCase(
  { db, ring, clock }: Tools,
  { site, kind }: Asked,
  receipt: string,
): Promise<PublishedCase | null> {
  const [stored] = await storedCases(db, { receipt });
  const { row } = stored ?? {};
  if (!stored || !row || row.site !== site || row.kind !== kind.kind || row.restricted || row.spam) return null;
  if (!publishedStates(kind).includes(row.state)) return null;
  return {
    row,
    events: stored.events.toReversed(),
    messages: [],
    notes: await notesUnder(ring, row.id, stored.key?.wrapped, stored.notes),
    assignments: stored.assignments.toSorted((a, b) => a.seq - b.seq),
    today: shanghaiDate(clock.now()),
  };
}
