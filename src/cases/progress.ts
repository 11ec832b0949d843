import type { Statement } from '../db/database.ts';
import { dateInWords } from '../i18n/dates.ts';
import type { CaseKey } from '../lib/sealing/case-key.ts';
import { isTemplate } from '../notify/templates.ts';
import type { Site } from '../sites/site.ts';
import type { Transition, Workflow } from '../workflow/define.ts';
import type { Common } from './accepted.ts';
import { tell, UNLIMITED } from './messages.ts';
import { openStored, type StoredCase } from './stored.ts';
import type { Tools } from './tools.ts';

interface Progress {
  stored: StoredCase;
  workflow: Workflow;
  site: Site;
  key: CaseKey;
  taken: Transition;
  /** The date that a message names: when the answer is due, or until when something is asked. */
  date: string | undefined;
  revision: number;
}

/**
 * Statements that tell the sender of a step, where the state entered, or the step itself, has a message. Spam gets none, nor does a
 * 检举控告, whose sender a message could give away.
 */
export async function progressMessages(
  { ring, clock }: Tools,
  { stored, workflow, site, key, taken, date, revision }: Progress,
): Promise<Statement[]> {
  const { row } = stored;
  const template = taken.to === undefined ? taken.message : workflow.states[taken.to]?.message;
  if (template === undefined || !isTemplate(template) || row.spam || row.restricted) return [];
  const opened = await openStored(ring, stored);
  if (opened.is !== 'open') return [];
  const { contact, notify } = opened.body as unknown as Common;
  const { id: caseId, receipt, lang } = row;
  const params = { number: receipt, date: date === undefined ? '' : dateInWords(date, lang), phone: site.phone };
  const notice = { site, caseId, receipt, template, revision, lang, params, date };
  return tell({ ...notice, recipient: { ...contact, notify } }, key, ring, clock.now(), UNLIMITED);
}
