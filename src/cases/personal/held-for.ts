import { refuse, type Refusal } from '../../errors.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import type { Site } from '../../sites/site.ts';
import { recusalsOf } from '../recuse.ts';
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

/** What a request reaches. */
export interface HeldList {
  lines: HeldLine[];
  /** Of cases from which its officer has stepped back: what becomes of each, and not a word of which it is. */
  others: Verdict[];
}

/**
 * What a request reaches, for the account that deals with it. A case from which that account has stepped back is not there
 * for it (信访工作条例 28(3)) and is counted alone: the right of the person is no smaller. Refuses as `heldOf` does.
 */
export async function heldLines(
  tools: Tools,
  caseId: string,
  site: Site,
  account: string,
): Promise<Result<HeldList, Refusal>> {
  const [stored] = await storedCases(tools.db, { id: caseId });
  if (!stored) return fail(refuse('receipt.not-found'));
  const held = await heldOf(tools, stored, site);
  if (!held.ok) return held;
  const steppedBack = await recusalsOf(tools.db, account);
  const [others, own] = [
    held.value.filter(({ stored }) => steppedBack.has(stored.row.id)),
    held.value.filter(({ stored }) => !steppedBack.has(stored.row.id)),
  ];
  return ok({
    lines: own.map(({ stored: { row }, verdict }) => {
      const { receipt, kind, state } = row;
      return { receipt, kind, state, verdict };
    }),
    others: others.map(({ verdict }) => verdict),
  });
}
