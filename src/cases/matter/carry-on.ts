import { sql } from 'drizzle-orm';
import { kindOfCase } from '../../forms/index.ts';
import { shanghaiDate } from '../../lib/clock.ts';
import { notesUnder } from '../notes.ts';
import { writeStep } from '../step.ts';
import { storedCases, type StoredCase } from '../stored.ts';
import type { Tools } from '../tools.ts';
import { AT_ONCE } from './carry.ts';
import { follow, standing, type Following } from './follow.ts';
import { isCarried, leadStepsOf, type LeadStep } from './lead-step.ts';

/** Pages a run works off; what is left is for the next. */
const PAGES = 10;

interface Waiting {
  id: string;
  told: number;
}

/**
 * Tells the members of bundles that are behind what their leads were told, a page of members a batch, in the order of the
 * steps. A page is written whole or not at all, with the number of the step each member now knows: a crash between two
 * pages loses and doubles nothing. Safe to call at any time, twice at once too.
 */
export async function carryOn(tools: Tools): Promise<void> {
  for (let page = 0; page < PAGES; page += 1) {
    const [behind] = await tools.db.orm.all<{ id: string; step: number }>(
      sql`SELECT case_id AS id, step FROM matter_leads WHERE behind = 1 ORDER BY case_id LIMIT 1`,
    );
    if (!behind) return;
    await onePage(tools, behind);
  }
}

async function onePage(tools: Tools, { id, step }: { id: string; step: number }): Promise<void> {
  const waiting = await tools.db.orm.all<Waiting>(
    sql`SELECT case_id AS id, told FROM matter_members WHERE lead_id = ${id} AND told < ${step}
      ORDER BY told, case_id LIMIT ${AT_ONCE}`,
  );
  if (waiting.length === 0) {
    // A step taken meanwhile has another number, and stays to be told.
    await tools.db.write([sql`UPDATE matter_leads SET behind = 0 WHERE case_id = ${id} AND step = ${step}`]);
    return;
  }
  const steps = await stepsOf(tools, id);
  const others = await storedCases(tools.db, { ids: waiting.map((one) => one.id) });
  const followed = await Promise.all(
    others.map((stored) => {
      const told = waiting.find((one) => one.id === stored.row.id)?.told ?? step;
      return throughAll(
        tools,
        stored,
        steps.filter(({ seq }) => seq > told && seq <= step),
      );
    }),
  );
  const ids = JSON.stringify(waiting.map((one) => one.id));
  // Another run, or an officer in one of them, was quicker: the next page reads afresh what is left.
  await writeStep(tools.db, [
    ...followed.flatMap(({ statements }) => statements),
    sql`UPDATE matter_members SET told = ${step} WHERE lead_id = ${id} AND case_id IN (SELECT value FROM json_each(${ids}))`,
  ]);
}

async function stepsOf({ db, ring, clock }: Tools, id: string): Promise<LeadStep[]> {
  const [lead] = await storedCases(db, { id });
  const form = lead && kindOfCase(lead.row, shanghaiDate(clock.now()));
  if (!lead || !form) return [];
  const notes = await notesUnder(ring, id, lead.key?.wrapped, lead.notes);
  return leadStepsOf(lead.events, notes, lead.assignments).filter(({ code, to }) => {
    const taken = form.workflow.transitions.find((row) => row.id === code && row.to === to);
    return taken !== undefined && isCarried(form, taken);
  });
}

async function throughAll(tools: Tools, stored: StoredCase, steps: readonly LeadStep[]): Promise<Following> {
  let followed = standing(stored);
  for (const step of steps) followed = (await follow(tools, followed, step)) ?? followed;
  return followed;
}
