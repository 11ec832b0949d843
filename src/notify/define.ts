import type { Channel, Message } from './message.ts';

/**
 * What became of one try, in the words every supplier's reply codes are translated into:
 * `sent` taken; `retry` not taken, later again; `refused` never for this message; `configuration` our own fault, never
 * for any; `unknown` perhaps taken: an SMS is then not sent again unless the supplier says it was not taken.
 */
export type Outcome =
  | { is: 'sent'; supplierId?: string }
  | { is: 'retry' | 'refused' | 'configuration' | 'unknown'; code: string };

/** A supplier of SMS or e-mail: it translates, it does not decide. */
export interface Supplier {
  id: string;
  channels: readonly Channel[];
  /** Whether a message really leaves: cases marked demo only go where this is false. */
  real: boolean;
  /** Whether sending the same id twice has one effect, so that an unknown outcome may simply be tried again. */
  idempotent: boolean;
  send(message: Message): Promise<Outcome>;
}
