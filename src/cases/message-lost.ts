import { sql } from 'drizzle-orm';
import { caseKeys } from '../db/case-keys.ts';
import type { Statement } from '../db/database.ts';
import { openCaseKey } from '../lib/sealing/case-key.ts';
import type { Message } from '../notify/message.ts';
import { NOT_SERVED, type Aftermath, type Ended } from '../notify/outbox/aftermath.ts';
import { sealContext } from '../notify/outbox/enqueue.ts';
import { isTemplate } from '../notify/templates.ts';
import { siteById } from '../sites/index.ts';
import { capsOf, channelsOf, tell } from './messages.ts';
import { openContact } from './open-contact.ts';
import { caseSecrets } from './tables.ts';
import { openTask } from './tasks/open.ts';
import type { Tools } from './tools.ts';

type Means = Pick<Tools, 'db' | 'ring' | 'clock'>;

/** What a task of a lost message comes from: one for each message. */
export const lostCause = (messageId: string): string => `message ${messageId}`;

/**
 * What follows the end of a message: the desk is told of one that will not arrive, and the next channel is tried where the
 * sender gave one that has not had it; a message that arrives after all ends the desk's task.
 */
export const aftermathOf = (means: Means): Aftermath => ({
  async lost(message) {
    const now = means.clock.now();
    const { caseId, id, template } = message;
    const { statements, elsewhere } = await otherwise(means, message, now);
    // Nothing was expected of a number abroad: whoever reads e-mail need not be called for each message.
    if (message.code === NOT_SERVED && elsewhere) return statements;
    return [...openTask(caseId, { kind: 'message-failed', cause: lostCause(id), template }, now), ...statements];
  },
  arrived: (id) => [
    sql`UPDATE tasks SET done_at = ${means.clock.now()}, done_by = 'system'
      WHERE case_id = (SELECT case_id FROM outbox WHERE id = ${id}) AND kind = 'message-failed'
        AND cause = ${lostCause(id)} AND done_at IS NULL`,
  ],
});

interface Kept {
  sealed: string;
  secrets: string;
  wrapped: string;
  receipt: string;
  /** How many channels have had the message, or are to have it. */
  channels: number;
}

interface Otherwise {
  statements: Statement[];
  /** Whether another channel has the message, or is to have it. */
  elsewhere: boolean;
}

/** The same message by the channel that was not asked for first; none where both have had it, or there is no other. */
async function otherwise({ db, ring }: Means, ended: Ended, now: number): Promise<Otherwise> {
  const { caseId, template, revision, channel } = ended;
  const site = siteById(ended.site);
  const [kept] = await db.orm.all<Kept>(sql`
    SELECT o.sealed, s.sealed AS secrets, k.wrapped, c.receipt, (SELECT count(*) FROM outbox p WHERE
      p.case_id = o.case_id AND p.template = o.template AND p.revision = o.revision) AS channels
    FROM outbox o JOIN cases c ON c.id = o.case_id JOIN ${caseKeys} k ON k.case_id = c.id
      JOIN ${caseSecrets} s ON s.case_id = c.id WHERE o.id = ${ended.id}`);
  const nothing = { statements: [], elsewhere: (kept?.channels ?? 0) > 1 };
  if (!kept || !site || kept.channels > 1 || !isTemplate(template)) return nothing;
  const key = await openCaseKey(ring, caseId, kept.wrapped);
  const plain = await key?.open(sealContext(ended.id), kept.sealed);
  if (!key || !plain) return nothing;
  const { params, lang } = JSON.parse(plain) as Message;
  const { phone, email } = await openContact(key, kept.secrets);
  const next = channelsOf({ phone, email }).find((one) => one.channel !== channel);
  if (!next) return nothing;
  const recipient = { phone, email, notify: [next.channel] };
  const notice = { site, caseId, receipt: kept.receipt, template, revision, lang, params, recipient };
  return { statements: await tell(notice, key, ring, now, capsOf(site)), elsewhere: true };
}
