import { sql } from 'drizzle-orm';
import { caseKeys } from '../db/case-keys.ts';
import type { Database, Statement } from '../db/database.ts';
import type { Clock } from '../lib/clock.ts';
import { openCaseKey } from '../lib/sealing/case-key.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';
import type { Channel, Message } from '../notify/message.ts';
import type { Aftermath, Ended } from '../notify/outbox/aftermath.ts';
import { sealContext } from '../notify/outbox/enqueue.ts';
import { staffTemplates } from '../notify/staff-templates.ts';
import { streamOf } from '../staff/change.ts';
import { openAddress } from './contact.ts';
import { placeOf } from './place.ts';
import { rowsOf, type StaffTemplate } from './tell.ts';

interface Means {
  db: Database;
  ring: KeyRing;
  clock: Clock;
}

/** A code shows that one address is its holder's: by another channel it would show nothing. */
const ONE_ADDRESS: readonly StaffTemplate[] = ['staff-code'];

const goesOn = (template: string): template is StaffTemplate =>
  Object.hasOwn(staffTemplates, template) && ONE_ADDRESS.every((one) => one !== template);

/**
 * What follows the end of a message: one to staff goes by the other channel that its addressee has confirmed; what is of
 * residents is left to `residents`.
 */
export const staffAftermath = (means: Means, residents: Aftermath): Aftermath => ({
  ...residents,
  lost: (message) =>
    message.caseId.startsWith(streamOf('')) ? byOtherChannel(means, message) : residents.lost(message),
});

interface Kept {
  id: string;
  site: string | null;
  sealed: string;
  wrapped: string;
  channel: Channel;
  address: string;
}

/** None where there is no other, where both have had it, or where the account has ended or works elsewhere by now. */
async function byOtherChannel({ db, ring, clock }: Means, ended: Ended): Promise<Statement[]> {
  const { template, revision } = ended;
  if (!goesOn(template)) return [];
  const [kept] = await db.orm.all<Kept>(sql`
    SELECT a.id, a.site, o.sealed, k.wrapped, c.channel, c.sealed AS address
    FROM outbox o JOIN ${caseKeys} k ON k.case_id = o.case_id
      JOIN staff_accounts a ON a.id = ${ended.caseId.slice(streamOf('').length)} AND a.ended_at IS NULL
      JOIN staff_contacts c ON c.account_id = a.id AND c.channel <> o.channel AND c.confirmed_at IS NOT NULL
    WHERE o.id = ${ended.id} AND NOT EXISTS (SELECT 1 FROM outbox p
      WHERE p.case_id = o.case_id AND p.template = o.template AND p.revision = o.revision AND p.channel <> o.channel)`);
  const place = kept && placeOf(kept);
  if (!kept || place?.id !== ended.site) return [];
  const key = await openCaseKey(ring, ended.caseId, kept.wrapped);
  const plain = await key?.open(sealContext(ended.id), kept.sealed);
  const to = key && (await openAddress(key, kept.channel, kept.address));
  if (!key || !plain || !to) return [];
  const { params, elsewhere, lang } = JSON.parse(plain) as Message;
  const addressee = { id: kept.id, place, lang, key, revision };
  const message = { template, channel: kept.channel, to, params: { ...params, ...elsewhere } };
  return rowsOf({ ring, now: clock.now() }, addressee, message);
}
