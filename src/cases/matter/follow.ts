import { caseAssignments } from '../road-tables.ts';
import type { Statement } from '../../db/database.ts';
import { kindOfCase } from '../../forms/index.ts';
import { shanghaiDate } from '../../lib/clock.ts';
import { openCaseKey } from '../../lib/sealing/case-key.ts';
import { siteById } from '../../sites/index.ts';
import { transition } from '../../workflow/define.ts';
import { writtenRows } from '../notes.ts';
import { progressMessages } from '../progress.ts';
import { courseOf, stepRows } from '../step.ts';
import { wordsDigest } from '../step-words.ts';
import type { StoredCase } from '../stored.ts';
import type { Tools } from '../tools.ts';
import { numberIn, type LeadStep } from './lead-step.ts';

/** A filing on its way through steps of its lead: as it stands after them, and what writes them. */
export interface Following {
  stored: StoredCase;
  statements: Statement[];
}

export const standing = (stored: StoredCase): Following => ({ stored, statements: [] });

/**
 * One step of the lead taken on another filing of its bundle as well: event, state, the filing's own date, the note under
 * its own key, message. Its event names the lead's, so that nothing is told twice. Null where the filing's own road does
 * not allow the step, or its key is gone.
 */
export async function follow(
  tools: Tools,
  { stored, statements }: Following,
  step: LeadStep,
): Promise<Following | null> {
  const { db, ring, clock } = tools;
  const { row, key: kept, events } = stored;
  const [now, last] = [clock.now(), events.at(-1)];
  const today = shanghaiDate(now);
  const [form, site] = [kindOfCase(row, today), siteById(row.site)];
  const key = kept && (await openCaseKey(ring, row.id, kept.wrapped));
  if (!key || !last || !form || !site) return null;
  const { workflow } = form;
  const taken = transition(
    workflow,
    row.state,
    step.code,
    step.actor === 'system' ? 'system' : 'staff',
    courseOf(row, events, today),
  );
  if (!taken.ok || taken.value.to !== step.to) return null;
  const { said = {}, given, actor } = step;
  const words = await wordsDigest(kept.salt, { ...said, lead: given?.lead, with: given?.helpers ?? undefined });
  const codes = { ...step.codes, ...(words !== null && { words }), matter: step.lead, carried: step.seq };
  const moreDays = numberIn(step.codes, 'moreDays');
  const next = await stepRows(db, { row, last, workflow, taken: taken.value, actor, now, codes, moreDays });
  const { event, due } = next;
  const date = step.to === undefined ? (given?.dueDate ?? undefined) : due?.date;
  const told = { stored, workflow, site, key, taken: taken.value, date, revision: event.seq };
  return {
    stored: { ...stored, row: next.row, events: [...events, event] },
    statements: [
      ...statements,
      ...next.statements,
      ...(await writtenRows(db, key, event, said)),
      ...(given ? [db.orm.insert(caseAssignments).values({ ...given, caseId: row.id, seq: event.seq })] : []),
      ...(await progressMessages(tools, told)),
    ],
  };
}
