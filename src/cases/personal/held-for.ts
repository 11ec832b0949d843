import { refuse, type Refusal } from '../../errors.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import type { Site } from '../../sites/site.ts';
import { storedCases } from '../stored.ts';
import type { Tools } from '../tools.ts';
import { heldOf } from './held.ts';
import type { Verdict } from './verdict.ts';

/** One line of what a request reaches, as its officer sees it: numbers and states, not a word of what was sent. */
export interface HeldLine {
  receipt: string;
  kind: string;
  state: string;
  verdict: Verdict;
}

/** What a request reaches, for whoever deals with it. Refuses as `heldOf` does. */
export async function heldLines(tools: Tools, caseId: string, site: Site): Promise<Result<HeldLine[], Refusal>> {
  const [stored] = await storedCases(tools.db, { id: caseId });
  if (!stored) return fail(refuse('receipt.not-found'));
  const held = await heldOf(tools, stored, site);
  if (!held.ok) return held;
  return ok(
    held.value.map(
      ({
        stored: {
          row: { receipt, kind, state },
        },
        verdict,
      }) => ({ receipt, kind, state, verdict }),
    ),
  );
}
