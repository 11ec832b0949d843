import { eq, sql } from 'drizzle-orm';
import { nextEvent, type Actor, type NewEvent } from '../../chain/event.ts';
import { events, type EventRow } from '../../chain/tables.ts';
import type { Database, Statement } from '../../db/database.ts';
import type { CaseKind } from '../../forms/define.ts';
import { matterMembers } from './tables.ts';

/** What happens between filings on one matter; each event names the other by its id, and is written in both chains. */
export const MATTER = {
  /** On a member: goes the lead's road from here. On the lead: took it in. */
  joined: 'matter-joined',
  tookIn: 'matter-took-in',
  /** On a member: goes its own road again. On the lead: let it go. */
  parted: 'matter-parted',
  released: 'matter-released',
  /** On both: they point at each other, and change nothing. */
  linked: 'matter-linked',
  /** On a member: a sentence that only it says has been seen to. */
  settled: 'matter-settled',
} as const;

/** One more event of a case's chain, and its place in the case; for the caller's batch. */
export async function chained(
  { orm }: Database,
  last: EventRow,
  event: NewEvent,
): Promise<{ event: EventRow; statements: Statement[] }> {
  const next = await nextEvent(last.stream, last, event);
  return {
    event: next,
    statements: [orm.insert(events).values(next), sql`UPDATE cases SET seq = ${next.seq} WHERE id = ${last.stream}`],
  };
}

/** Where a sender's action begins a road of their own: statements that take the case out of its bundle, if it is in one. */
export async function leavingBySender(
  db: Database,
  { matter }: Pick<CaseKind, 'matter'>,
  last: EventRow,
): Promise<Statement[]> {
  if (!matter?.leaves.includes(last.code)) return [];
  const [member] = await db.orm.select().from(matterMembers).where(eq(matterMembers.caseId, last.stream));
  return member ? leavingRows(db, last, member.leadId, 'citizen') : [];
}

/** A member leaves its bundle after `last`, the step that begins a road of its own. */
export async function leavingRows(db: Database, last: EventRow, lead: string, actor: Actor): Promise<Statement[]> {
  const { statements } = await chained(db, last, { at: last.at, actor, code: MATTER.parted, data: { matter: lead } });
  return [...statements, sql`DELETE FROM matter_members WHERE case_id = ${last.stream}`];
}
