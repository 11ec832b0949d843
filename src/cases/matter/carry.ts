import { sql } from 'drizzle-orm';
import type { EventRow } from '../../chain/tables.ts';
import type { Database, Statement } from '../../db/database.ts';
import type { Refusal } from '../../errors.ts';
import type { CaseKind } from '../../forms/define.ts';
import type { Result } from '../../lib/result.ts';
import type { Transition } from '../../workflow/define.ts';
import { writeStep } from '../step.ts';
import { storedCases, type StoredCase } from '../stored.ts';
import type { Tools } from '../tools.ts';
import { leavingRows } from './events.ts';
import { follow, standing } from './follow.ts';
import { isCarried, leadStepOf, type LeadStep } from './lead-step.ts';

/** So many are told in the batch of the step itself; of a larger bundle the sweep tells all, page by page. */
export const AT_ONCE = 20;

/** What a step means for the rest of a bundle: `atOnce` in its own batch, or `later` where another was quicker there. */
export interface Carried {
  atOnce: Statement[];
  later: Statement[];
}

const NOTHING: Carried = { atOnce: [], later: [] };

/** Statements that carry a step just taken on to the rest of its bundle, or that let its case leave the bundle by it. */
export async function carriedBy(
  tools: Tools,
  { stored, form, taken, event }: { stored: StoredCase; form: CaseKind; taken: Transition; event: EventRow },
  words: Pick<LeadStep, 'said' | 'given'>,
): Promise<Carried> {
  const { follows, leads } = stored.matter;
  const step = leadStepOf(event, words);
  if (follows !== null && form.matter?.leaves.includes(taken.id)) {
    const rows = await leavingRows(tools.db, event, follows, step.actor);
    return { atOnce: rows, later: rows };
  }
  return leads && isCarried(form, taken) ? onwards(tools, step) : NOTHING;
}

async function onwards(tools: Tools, step: LeadStep): Promise<Carried> {
  const { lead, seq } = step;
  const members = await tools.db.orm.all<{ id: string; behind: number }>(
    sql`SELECT m.case_id AS id, l.behind FROM matter_leads l JOIN matter_members m ON m.lead_id = l.case_id
      WHERE l.case_id = ${lead} LIMIT ${AT_ONCE + 1}`,
  );
  if (members.length === 0) return NOTHING;
  const later = [sql`UPDATE matter_leads SET step = ${seq}, behind = 1 WHERE case_id = ${lead}`];
  // What waits is told first: an answer never comes before the step that led to it.
  if (members.length > AT_ONCE || members.some(({ behind }) => behind === 1)) return { atOnce: later, later };
  const others = await storedCases(tools.db, { ids: members.map(({ id }) => id) });
  const followed = await Promise.all(others.map((stored) => follow(tools, standing(stored), step)));
  return {
    atOnce: [
      ...followed.flatMap((one) => one?.statements ?? []),
      sql`UPDATE matter_members SET told = ${seq} WHERE lead_id = ${lead}`,
      sql`UPDATE matter_leads SET step = ${seq} WHERE case_id = ${lead}`,
    ],
    later,
  };
}

/** Writes a step with what it means for its bundle. Where somebody was quicker in one of the others, they are told by the sweep. */
export async function writeCarried(
  db: Database,
  own: readonly Statement[],
  { atOnce, later }: Carried,
): Promise<Result<null, Refusal>> {
  const written = await writeStep(db, [...own, ...atOnce]);
  return written.ok || later === atOnce || later.length === 0 ? written : writeStep(db, [...own, ...later]);
}
