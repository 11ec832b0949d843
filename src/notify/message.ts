import type { Lang } from '../lib/words.ts';

export type Channel = 'sms' | 'email';

/** One message as a supplier gets it: rendered, and with nothing in it that a resident wrote. */
export interface Message {
  /** The outbox id; every supplier gets it as idempotency key or reference. */
  id: string;
  site: string;
  channel: Channel;
  to: string;
  subject?: string;
  text: string;
  html?: string;
  /** For suppliers that only send approved templates. */
  template: string;
  params: Record<string, string>;
  /** What it says besides by another channel, should this one fail; no supplier is given it. */
  elsewhere?: Record<string, string>;
  lang: Lang;
  /** The receipt number the message is about; kept by the local mailbox only. */
  receipt: string;
}
