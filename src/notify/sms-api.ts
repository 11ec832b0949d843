import * as v from 'valibot';
import { fail, ok } from '../lib/result.ts';
import type { Supplier } from './define.ts';
import { meaningOfStatus, type Reply } from './exchange.ts';
import { meaningOf, type NotSent, type Outcome, type Receipt, type ReplyCodes } from './outcome.ts';

// What the APIs of Chinese SMS suppliers have in common: a code in a JSON body whatever the status, no idempotency, and
// reports that nobody signs.

/** What a reply says: the supplier's code and, where it took the message, its number. */
interface Said {
  code: string;
  supplierId?: string;
}

/** The rules one supplier's replies are read by. */
interface Reading {
  codes: ReplyCodes;
  good: string;
  /** Null where the reply is not what was agreed on. */
  said(reply: Reply): Said | null;
  /** Whether a code no table knows tells of trouble in their house: then the message may have been taken. */
  theirs(said: Said, reply: Reply): boolean;
}

/** What became of a message, by the reply to sending it. */
export function outcomeOf(reply: Reply | NotSent, { codes, good, said, theirs }: Reading): Outcome {
  if (reply.is !== 'reply') return reply;
  const read = said(reply);
  if (!read) return meaningOfStatus(reply, false);
  if (read.code === good) return { is: 'sent', supplierId: read.supplierId };
  return meaningOf(codes, read.code, theirs(read, reply) ? 'unknown' : 'configuration');
}

/** Callbacks that are a list of reports, unsigned; `answer` is what the supplier must be told. */
export const unsignedReports = <S extends v.GenericSchema>(
  report: S,
  answer: string,
  receiptOf: (report: v.InferOutput<S>) => Receipt,
): NonNullable<Supplier['receipts']> => {
  const reports = v.pipe(v.string(), v.parseJson(), v.array(report));
  return {
    signed: false,
    answer: { type: 'application/json', body: answer },
    async read({ body }) {
      const read = v.safeParse(reports, body);
      return read.success ? ok(read.output.map(receiptOf)) : fail('call.malformed');
    },
  };
};

/** A time as they write it, `2026-11-20 09:59:30` in Chinese time, in milliseconds. */
export const chineseTime = (text: string): number => Date.parse(`${text.replace(' ', 'T')}+08:00`);
