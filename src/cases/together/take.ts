import { failureOf } from '../../db/failure.ts';
import type { Json } from '../../forms/define.ts';
import { framesOf, log, nameOf } from '../../lib/log.ts';
import { advanceStored } from '../advance.ts';
import type { Reader } from '../scope.ts';
import type { Tools } from '../tools.ts';
import { pickedCases, type Picked, type PickedCase } from './picked.ts';
import { standing, type Hindrance, type Standing } from './standing.ts';

/**
 * What became of one case. Besides what hinders: it is not there for whoever asks; the database did not answer, so that
 * nobody knows; or it went wrong, and nothing was done.
 */
export type Outcome = 'went' | Hindrance | 'gone' | 'unanswered' | 'failed';

export interface Done extends Picked {
  outcome: Outcome;
}

/** What one officer asks of several cases. */
export interface AskedTogether {
  reader: Reader;
  picked: readonly Picked[];
  action: string;
  input: Json;
}

/** After so many cases in a row for which the database did not answer, the others are not tried. */
const PATIENCE = 2;

/**
 * Takes an action in each of some cases, each in a batch of its own with its own event: what hinders one, or goes wrong in
 * it, stops no other. The same form sent twice does nothing twice. What became of each, in the order picked.
 */
export async function takeTogether(tools: Tools, asked: AskedTogether): Promise<readonly Done[]> {
  const cases = await pickedCases(tools, asked.reader, asked.picked);
  const done: Done[] = [];
  let silent = 0;
  // One after the other: a database writes one batch at a time, and cases on one matter touch each other.
  for (const one of asked.picked) {
    const here = cases.get(one.receipt);
    const outcome = here ? (silent < PATIENCE ? await takeIn(tools, asked, one, here) : 'unanswered') : 'gone';
    silent = outcome === 'unanswered' ? silent + 1 : 0;
    done.push({ ...one, outcome });
  }
  return lookedAgain(tools, asked, done);
}

async function takeIn(
  tools: Tools,
  { reader, action, input }: AskedTogether,
  one: Picked,
  here: PickedCase,
): Promise<Outcome> {
  const stands = standing(reader, here, one, action);
  if ('why' in stands) return stands.why;
  const asks = stands.taken.asks ?? {};
  const own = Object.fromEntries(Object.entries(input).filter(([name]) => Object.hasOwn(asks, name)));
  const { row } = here.stored;
  try {
    const asked = { action, actor: `staff:${reader.id}` as const, input: own, seen: row.seq };
    const advanced = await advanceStored(tools, here.stored, asked);
    if (advanced.ok) return 'went';
    return advanced.error.code === 'case.changed' ? 'changed' : 'failed';
  } catch (error) {
    if (failureOf(error).is === 'passing') return 'unanswered';
    log('error', 'one of several cases failed', {
      error: nameOf(error),
      frames: error instanceof Error ? framesOf(error) : [],
    });
    return 'failed';
  }
}

const UNSURE: readonly Outcome[] = ['changed', 'unanswered'];

/** Whose batch was refused, or not answered, may have been the same form a moment ago, or may have gone through. */
async function lookedAgain(tools: Tools, { reader, action }: AskedTogether, done: readonly Done[]) {
  const unsure = done.filter(({ outcome }) => UNSURE.includes(outcome));
  if (unsure.length === 0) return done;
  // Where it still does not answer, what is known stands.
  const now = await pickedCases(tools, reader, unsure).catch(() => new Map<string, PickedCase>());
  return done.map((one): Done => {
    const here = unsure.includes(one) ? now.get(one.receipt) : undefined;
    return here ? { ...one, outcome: settled(one.outcome, standing(reader, here, one, action)) } : one;
  });
}

function settled(outcome: Outcome, stands: Standing): Outcome {
  // Nobody was quicker, and it was not done all the same: its key is not in the ring, for one.
  if ('taken' in stands) return outcome === 'changed' ? 'failed' : outcome;
  if (stands.why !== 'already') return stands.why;
  return outcome === 'unanswered' ? 'went' : 'already';
}
