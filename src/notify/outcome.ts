/**
 * What became of one try, in the words every supplier's reply codes are translated into:
 * `sent` taken; `retry` not taken, later again; `refused` never for this message; `configuration` our own fault, never
 * for any; `unknown` perhaps taken: an SMS is then not sent again unless the supplier says it was not taken.
 */
export type Outcome = { is: 'sent'; supplierId?: string } | NotSent;

export type NotSent =
  | {
      is: 'retry';
      code: string;
      /** Milliseconds the supplier asks us to wait at least. */
      afterMs?: number;
      /** It may have been taken all the same: only this supplier, which knows a repeat, may be given it again. */
      perhaps?: true;
      /** A limit of this number or account was reached: the supplier itself is well, and another is not tried for it. */
      limit?: true;
    }
  | { is: 'refused' | 'configuration' | 'unknown'; code: string };

/** A table of reply codes as it stands at the top of a supplier's file. */
export type ReplyCodes = Readonly<Record<string, 'retry' | 'limit' | 'refused' | 'configuration' | 'unknown'>>;

/**
 * What a reply code means; one that no table knows is `otherwise`, since a new code must not cost a second message. What is
 * not shaped like a code is not kept: it could quote the message.
 */
export function meaningOf(codes: ReplyCodes, said: string, otherwise: NotSent['is']): NotSent {
  const code = /^[\w .:-]{1,80}$/.test(said) ? said : 'code.unreadable';
  const means = Object.hasOwn(codes, code) ? (codes[code] ?? otherwise) : otherwise;
  return means === 'limit' ? { is: 'retry', code, limit: true } : { is: means, code };
}

/**
 * What a supplier's own records say of a message it was given, or was perhaps given: `absent` it has no record of it;
 * `silent` it could not be asked just now.
 */
export type Fate =
  | { is: 'taken' | 'delivered'; supplierId?: string }
  | { is: 'undelivered'; code: string; supplierId?: string }
  | { is: 'absent' }
  | { is: 'silent'; code: string };

/** One line of a callback: what the network says became of a message. */
export interface Receipt {
  /** The supplier's own number of the message, as `sent` gave it. */
  supplierId: string;
  /** The outbox id, where the supplier repeats it. */
  messageId?: string;
  /** Where it was sent, for a match where nothing is signed. */
  to?: string;
  is: 'delivered' | 'undelivered';
  code: string | null;
  /** Milliseconds since 1970, by the supplier's clock. */
  at: number;
}
