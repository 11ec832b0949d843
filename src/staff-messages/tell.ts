import { sql } from 'drizzle-orm';
import { UNLIMITED } from '../cases/messages.ts';
import type { Statement } from '../db/database.ts';
import { blindIndex } from '../lib/sealing/blind-index.ts';
import type { CaseKey } from '../lib/sealing/case-key.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';
import type { Lang } from '../lib/words.ts';
import type { Channel } from '../notify/message.ts';
import { unlessChanged } from '../notify/outbox/aftermath.ts';
import { enqueue } from '../notify/outbox/enqueue.ts';
import { paramFaults } from '../notify/params.ts';
import type { staffTemplates } from '../notify/staff-templates.ts';
import { paramsOf, renderEmail, renderSms, templates } from '../notify/templates.ts';
import { streamOf } from '../staff/change.ts';
import type { Place } from './place.ts';

export type StaffTemplate = keyof typeof staffTemplates;

/** Whom a message is for. */
export interface Addressee {
  id: string;
  place: Place;
  lang: Lang;
  /** How many messages it has had so far. */
  sent: number;
  key: CaseKey;
}

export interface StaffMessage {
  template: StaffTemplate;
  channel: Channel;
  to: string;
  params: Readonly<Record<string, string>>;
}

/**
 * Statements that put messages for one account into the outbox, for the batch of what they are about. They take the next
 * number of the account: of two runs that tell it at once the batch of one fails as a whole (a constraint), so that nothing
 * is told twice. Throws where a parameter is not of its type.
 */
export async function tellAccount(
  { ring, now }: { ring: KeyRing; now: number },
  { id, place, lang, sent, key }: Addressee,
  messages: readonly StaffMessage[],
): Promise<Statement[]> {
  const revision = sent + 1;
  const made = messages.map((message) => rowsOf({ ring, now }, { id, place, lang, key, revision }, message));
  return [
    sql`UPDATE staff_notices SET sent = ${revision} WHERE account_id = ${id} AND sent = ${sent}`,
    unlessChanged(),
    ...(await Promise.all(made)).flat(),
  ];
}

/** Statements that put one message into the outbox, under a number that the account has given out. */
export async function rowsOf(
  { ring, now }: { ring: KeyRing; now: number },
  { id, place, lang, key, revision }: Omit<Addressee, 'sent'> & { revision: number },
  { template, channel, to, params: values }: StaffMessage,
): Promise<Statement[]> {
  const names = paramsOf(templates[template], channel);
  const params = Object.fromEntries(names.map((name) => [name, values[name] ?? '']));
  const others = channel === 'sms' ? paramsOf(templates[template], 'email') : [];
  const besides = others.filter((name) => !names.includes(name));
  const elsewhere = Object.fromEntries(besides.map((name) => [name, values[name] ?? '']));
  const [fault] = paramFaults(names, params);
  if (fault) throw new Error(`${template}: ${fault.param} is ${fault.is}`);
  const head = { signature: place.signature, siteName: place.name, demo: place.demo };
  const words =
    channel === 'sms' ? { text: renderSms(template, head, lang, params) } : renderEmail(template, head, lang, params);
  const addressIndex = await blindIndex(ring, channel === 'sms' ? 'phone' : 'email', to);
  const about = { site: place.id, demo: place.demo, caseId: streamOf(id), receipt: '', revision };
  const said = { ...words, template, channel, to, params, elsewhere, lang };
  return enqueue({ ...said, ...about, addressIndex }, key, now, UNLIMITED);
}
