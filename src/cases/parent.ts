import { eq } from 'drizzle-orm';
import type { Statement } from '../db/database.ts';
import { kindOfCase } from '../forms/index.ts';
import { shanghaiDate } from '../lib/clock.ts';
import { openCaseKey } from '../lib/sealing/case-key.ts';
import { siteById } from '../sites/index.ts';
import { transition, type Transition } from '../workflow/define.ts';
import { carriedBy } from './matter/carry.ts';
import { openNotes, writtenRows } from './notes.ts';
import { progressMessages } from './progress.ts';
import { caseBirths } from './road-tables.ts';
import { courseOf, stepRows } from './step.ts';
import { wordsDigest } from './step-words.ts';
import { storedCases, type StoredCase } from './stored.ts';
import type { Tools } from './tools.ts';

/**
 * What a step of a case does to the one it was born from: the parent's own action, by the system, with the words passed
 * on under the parent's key, and the message to its sender. Empty where the step tells nothing, or the parent is erased.
 */
export async function parentRows(tools: Tools, child: StoredCase, { tells }: Transition): Promise<Statement[]> {
  if (!tells) return [];
  const { db, ring, clock } = tools;
  const [link] = await db.orm.select().from(caseBirths).where(eq(caseBirths.childId, child.row.id));
  const [parent] = link ? await storedCases(db, { id: link.parentId }) : [];
  const [now, last] = [clock.now(), parent?.events.at(-1)];
  const today = shanghaiDate(now);
  const [kind, site] = parent ? [kindOfCase(parent.row, today), siteById(parent.row.site)] : [];
  const key = parent?.key && (await openCaseKey(ring, parent.row.id, parent.key.wrapped));
  if (!parent?.key || !kind || !site || !key || !last) return [];
  const { row } = parent;
  const { workflow } = kind;
  const taken = transition(workflow, row.state, tells.action, 'system', courseOf(row, parent.events, today));
  if (!taken.ok) return [];
  const note = tells.words === undefined ? undefined : await lastWordsOf(tools, child, tells.words);
  const words = await wordsDigest(parent.key.salt, { note });
  const codes = { born: child.row.receipt, ...(words !== null && { words }) };
  const step = await stepRows(db, { row, last, workflow, taken: taken.value, actor: 'system', now, codes });
  const revision = step.event.seq;
  return [
    ...step.statements,
    ...(await writtenRows(db, key, step.event, { note })),
    // By the sweep, so that an officer in one of its bundle is no hindrance to the child.
    ...(
      await carriedBy(tools, { stored: parent, form: kind, taken: taken.value, event: step.event }, { said: { note } })
    ).later,
    ...(await progressMessages(tools, {
      stored: parent,
      workflow,
      site,
      key,
      taken: taken.value,
      date: undefined,
      revision,
    })),
  ];
}

/** The public words of the last time an action was taken. */
async function lastWordsOf(
  { ring }: Tools,
  { row, key: kept, events, notes }: StoredCase,
  action: string,
): Promise<string | undefined> {
  const key = kept && (await openCaseKey(ring, row.id, kept.wrapped));
  const last = events.findLast(({ code }) => code === action);
  return key && last ? (await openNotes(key, notes)).get(last.seq)?.note : undefined;
}
