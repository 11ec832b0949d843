import type { Statement } from '../db/database.ts';
import { parsePhone } from '../lib/identifiers/phone.ts';
import { blindIndex } from '../lib/sealing/blind-index.ts';
import type { CaseKey } from '../lib/sealing/case-key.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';
import type { Lang } from '../lib/words.ts';
import type { Channel } from '../notify/message.ts';
import { enqueue, type MessageCaps } from '../notify/outbox/enqueue.ts';
import { renderEmail, renderSms, templates, type TemplateId } from '../notify/templates.ts';
import type { Site } from '../sites/site.ts';
import { callInstead } from './tasks/call-back.ts';

export interface Recipient {
  phone?: string;
  email?: string;
  /** The channels asked for; all that are given where the sender did not say. */
  notify?: readonly Channel[];
}

/**
 * Where messages to a sender go. Landlines get no SMS, and are called back. A number of a country the site does not serve
 * does stand here: the outbox ends its messages in the open, with the reason.
 */
export function channelsOf({ phone, email, notify }: Recipient): { channel: Channel; to: string }[] {
  const kind = phone === undefined ? undefined : parsePhone(phone)?.kind;
  const given: { channel: Channel; to: string | undefined }[] = [
    { channel: 'sms', to: kind === 'mobile' || kind === 'foreign' ? phone : undefined },
    { channel: 'email', to: email },
  ];
  return given.flatMap(({ channel, to }) =>
    to !== undefined && (notify ?? [channel]).includes(channel) ? [{ channel, to }] : [],
  );
}

/** Counted, never held back: what officers and the site's own systems send. */
export const UNLIMITED: MessageCaps = { perAddress: null, perSite: null };

/** The limits of a site for messages that somebody outside can cause. */
export const capsOf = ({ settings }: Site): MessageCaps => ({
  perAddress: settings.messages.perAddressPerDay,
  perSite: settings.messages.perSitePerDay,
});

export interface Notice {
  site: Site;
  caseId: string;
  receipt: string;
  template: TemplateId;
  revision: number;
  lang: Lang;
  params: Record<string, string>;
  /** The Shanghai date that it names, if any. */
  date?: string;
  recipient: Recipient;
}

/**
 * Statements that tell a sender something on every channel given, for the caller's batch; whoever left a landline alone is
 * called instead.
 */
export async function tell(
  notice: Notice,
  key: CaseKey,
  ring: KeyRing,
  now: number,
  caps: MessageCaps,
): Promise<Statement[]> {
  const { site, template, lang, recipient, date, ...rest } = notice;
  // A supplier gets what the template names and not a word more: the quiet ones name no number.
  const params = Object.fromEntries(templates[template].params.map((name) => [name, notice.params[name] ?? '']));
  const { caseId, revision } = notice;
  const channels = channelsOf(recipient);
  if (channels.length === 0) return callInstead({ caseId, template, cause: `step ${revision}`, date, recipient }, now);
  const head = { signature: site.signature, siteName: site.name, demo: site.demo };
  const statements = channels.map(async ({ channel, to }) => {
    const words =
      channel === 'sms' ? { text: renderSms(template, head, lang, params) } : renderEmail(template, head, lang, params);
    const addressIndex = await blindIndex(ring, channel === 'sms' ? 'phone' : 'email', to);
    const message = { ...rest, ...words, site: site.id, channel, to, template, params, lang };
    return enqueue({ ...message, demo: site.demo, addressIndex }, key, now, caps);
  });
  return (await Promise.all(statements)).flat();
}
