import type { EventRow } from '../../chain/tables.ts';
import { sha256 } from '../../lib/bytes.ts';
import { jsonOf } from '../stored.ts';
import { MATTER } from './events.ts';
import { oddSentences } from './sentences.ts';

/** What an officer did about a sentence that one filing alone says. */
export const settlements = ['answered', 'apart'] as const;
export type Settlement = (typeof settlements)[number];
export const isSettlement = (text: string): text is Settlement => settlements.some((one) => one === text);

export interface OddSentence {
  /** Stands for it in the chain, which holds no words. */
  mark: string;
  text: string;
  settled: Settlement | null;
}

/** A salted digest: without the filing's key nobody can tell what was said. */
export const markOf = async (salt: string, sentence: string): Promise<string> =>
  (await sha256(`${salt}|${sentence}`)).slice(0, 22);

/** The sentences that only this filing of a bundle says, with what was done about each. */
export async function oddOf(
  { text, salt, events }: { text: string; salt: string; events: readonly EventRow[] },
  others: readonly string[],
): Promise<OddSentence[]> {
  const done = new Map(
    events
      .filter(({ code }) => code === MATTER.settled)
      .map(({ data }) => jsonOf(data))
      .map(({ sentence, how }) => [String(sentence), String(how)] as const),
  );
  return Promise.all(
    oddSentences(text, others).map(async (sentence) => {
      const mark = await markOf(salt, sentence);
      const how = done.get(mark) ?? '';
      return { mark, text: sentence, settled: isSettlement(how) ? how : null };
    }),
  );
}
