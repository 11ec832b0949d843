import type { Manner } from '../i18n/behalf.ts';

/** Who hands a submission in, which decides what must prove that it is not a machine flooding the county. */
export type Sender =
  /** A system with a key of the site's; the local key and the seed have no limits. */
  | { is: 'partner'; name: string; perDay: number | null; limited: boolean }
  /** A program without a key: a proof of work must hold. */
  | { is: 'program'; address: string }
  /** Our own page: without a proof the time trap and stricter limits apply instead. */
  | { is: 'page'; address: string; openedAt: number | null; decoyFilled: boolean }
  /** A member of staff for somebody else (代填), by account id; `read`: which words were read to that person. */
  | { is: 'clerk'; account: string; manner: Manner; read: string };
