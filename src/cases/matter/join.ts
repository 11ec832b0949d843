import { sql } from 'drizzle-orm';
import type { Actor } from '../../chain/event.ts';
import type { CaseKind } from '../../forms/define.ts';
import { kindOfCase } from '../../forms/index.ts';
import { shanghaiDate } from '../../lib/clock.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import { siteById } from '../../sites/index.ts';
import { notesUnder } from '../notes.ts';
import { caseAssignments, type Assignment } from '../road-tables.ts';
import { writeStep } from '../step.ts';
import { wordsDigest } from '../step-words.ts';
import { storedCases, type StoredCase } from '../stored.ts';
import type { Tools } from '../tools.ts';
import { chained, MATTER } from './events.ts';
import { follow, standing, type Following } from './follow.ts';
import { whyNotJoined, type Unjoinable } from './joinable.ts';
import { isCarried, leadStepsOf } from './lead-step.ts';

/** `changed`: another was quicker in one of the two. */
export type NotJoined = Unjoinable | 'changed';

/** A case as an officer saw it: with so many events. */
export interface Seen {
  id: string;
  seen: number;
}

export interface Joining {
  lead: Seen;
  member: Seen;
  actor: Actor & `staff:${string}`;
}

/**
 * Joins a filing to a lead (并案), in one batch with an event in both chains: from here it goes the lead's road, and is
 * first taken through what the lead has behind it, so that no answer finds it unaccepted. Who may is the caller's to know.
 */
export async function joinMatter(
  tools: Tools,
  { lead: a, member: b, actor }: Joining,
): Promise<Result<null, NotJoined>> {
  const { db, clock } = tools;
  const both = await storedCases(db, { ids: [a.id, b.id] });
  const [lead, member] = [a, b].map(({ id }) => both.find(({ row }) => row.id === id));
  if (!lead || !member || lead.row.seq !== a.seen || member.row.seq !== b.seen) return fail('changed');
  const why = whyNotJoined(lead, member);
  if (why !== null) return fail(why);
  const caught = await caughtUp(tools, lead, member);
  const [head, last, salt] = [lead.events.at(-1), caught.stored.events.at(-1), member.key?.salt];
  if (!head || !last || salt === undefined) return fail('changed');
  const at = clock.now();
  const given = heldAs(lead);
  const words = await wordsDigest(salt, { lead: given?.lead, with: given?.helpers ?? undefined });
  const data = { matter: lead.row.id, ...(words !== null && { words }) };
  const joined = await chained(db, last, { at, actor, code: MATTER.joined, data });
  const tookIn = await chained(db, head, { at, actor, code: MATTER.tookIn, data: { matter: member.row.id } });
  const written = await writeStep(db, [
    ...caught.statements,
    ...joined.statements,
    ...tookIn.statements,
    ...(given
      ? [db.orm.insert(caseAssignments).values({ ...given, caseId: member.row.id, seq: joined.event.seq })]
      : []),
    sql`INSERT INTO matter_members (case_id, lead_id, told) VALUES (${member.row.id}, ${lead.row.id}, ${tookIn.event.seq})`,
    sql`INSERT INTO matter_leads (case_id, step) VALUES (${lead.row.id}, ${tookIn.event.seq}) ON CONFLICT DO NOTHING`,
  ]);
  return written.ok ? ok(null) : fail('changed');
}

/** The assignment that holds in a case: the last, unless it was given back. */
function heldAs({ assignments, events }: StoredCase): Assignment | undefined {
  const last = assignments.toSorted((one, other) => one.seq - other.seq).at(-1);
  return last && events.some(({ seq, code }) => seq > last.seq && code === 'return') ? undefined : last;
}

/** Whether a step of the lead's past is made up for: acceptance is, more time is not, nor anything that decides. */
const isMadeUpFor = (
  form: CaseKind,
  site: StoredCase['row']['site'],
  code: string,
  to: string | undefined,
): boolean => {
  const taken = form.workflow.transitions.find((row) => row.id === code && row.to === to);
  const organ = siteById(site)?.organ ?? 'other-organ';
  if (!taken || to === undefined || !isCarried(form, taken) || taken.within) return false;
  return form.matter?.open.includes(to) === true && form.workflow.states[to]?.clock?.[organ].is !== 'prolonged';
};

async function caughtUp(tools: Tools, lead: StoredCase, member: StoredCase): Promise<Following> {
  const form = kindOfCase(lead.row, shanghaiDate(tools.clock.now()));
  const notes = await notesUnder(tools.ring, lead.row.id, lead.key?.wrapped, lead.notes);
  let followed = standing(member);
  // Its department comes with the joining itself.
  for (const { given: _, ...step } of leadStepsOf(lead.events, notes, lead.assignments)) {
    if (form && isMadeUpFor(form, lead.row.site, step.code, step.to))
      followed = (await follow(tools, followed, step)) ?? followed;
  }
  return followed;
}
