import { fail, ok, type Result } from '../../lib/result.ts';
import { writeStep } from '../step.ts';
import { storedCases } from '../stored.ts';
import type { Tools } from '../tools.ts';
import { chained, MATTER } from './events.ts';
import type { Joining, Seen } from './join.ts';
import { markOf, type Settlement } from './odd.ts';
import { sentencesOf } from './sentences.ts';
import { toldBy } from './words-of.ts';

/** Writes into a filing's chain that a sentence which it alone says was answered, or is dealt with apart. */
export async function settleSentence(
  { db, clock }: Tools,
  { member: { id, seen }, mark, how, actor }: { member: Seen; mark: string; how: Settlement; actor: Joining['actor'] },
): Promise<Result<null, 'changed'>> {
  const [stored] = await storedCases(db, { id });
  const [last, told, salt] = [stored?.events.at(-1), stored && toldBy(stored.row), stored?.key?.salt];
  if (!last || !told || salt === undefined || stored?.row.seq !== seen) return fail('changed');
  const marks = await Promise.all(sentencesOf(told.text).map((sentence) => markOf(salt, sentence)));
  if (!marks.includes(mark)) return fail('changed');
  const settled = await chained(db, last, {
    at: clock.now(),
    actor,
    code: MATTER.settled,
    data: { sentence: mark, how },
  });
  const written = await writeStep(db, settled.statements);
  return written.ok ? ok(null) : fail('changed');
}
