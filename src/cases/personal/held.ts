import { eq } from 'drizzle-orm';
import { kindByName } from '../../forms/index.ts';
import { refuse, type Refusal } from '../../errors.ts';
import { shanghaiDate } from '../../lib/clock.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import { tidyIdentifier } from '../../lib/text.ts';
import type { Site } from '../../sites/site.ts';
import { casesOfPerson } from '../person.ts';
import { openStored, storedCases, type StoredCase } from '../stored.ts';
import type { Tools } from '../tools.ts';
import { phoneProven } from './proven.ts';
import { requestCases } from './tables.ts';
import { verdictOf, type Verdict } from './verdict.ts';

/** A case that a request reaches. */
export interface Held {
  stored: StoredCase;
  verdict: Verdict;
}

interface Sender {
  name?: unknown;
  phone?: unknown;
}

async function senderOf({ ring }: Pick<Tools, 'ring'>, stored: StoredCase): Promise<Sender> {
  const opened = await openStored(ring, stored);
  return opened.is === 'open' ? (opened.body['contact'] ?? {}) : {};
}

const sameName = (a: unknown, b: unknown): boolean =>
  typeof a === 'string' && typeof b === 'string' && tidyIdentifier(a) === tidyIdentifier(b);

/**
 * What a request reaches: the open-keyed cases under the phone that was shown to be theirs and under the very name, and what
 * was added by its own number and code. Whoever shares the phone under another name is not among them, nor counted. A
 * 检举控告 never is (信访工作条例 30(3)): a phone may lie in the hands of those it is about, and its sender has its own code.
 * `case.changed`: no phone, or not the one that was shown.
 */
export async function heldOf(tools: Tools, request: StoredCase, site: Site): Promise<Result<Held[], Refusal>> {
  const { db, clock } = tools;
  const { name, phone } = await senderOf(tools, request);
  if (typeof phone !== 'string' || !(await phoneProven(request, phone))) return fail(refuse('case.changed'));
  const [own, added] = await Promise.all([
    casesOfPerson(tools, site.id, phone),
    db.orm.select({ id: requestCases.otherId }).from(requestCases).where(eq(requestCases.caseId, request.row.id)),
  ]);
  const byPhone = own.ok ? own.value.map(({ id }) => id) : [];
  const ids = [...new Set([...byPhone, ...added.map(({ id }) => id)])].filter((id) => id !== request.row.id);
  const stored = ids.length === 0 ? [] : await storedCases(db, { ids });
  const named = new Set(added.map(({ id }) => id));
  const today = shanghaiDate(clock.now());
  const reached = await Promise.all(
    stored.map(async (one): Promise<Held[]> => {
      if (one.row.restricted || !one.key || one.row.site !== site.id) return [];
      if (!named.has(one.row.id) && !sameName((await senderOf(tools, one)).name, name)) return [];
      return [{ stored: one, verdict: verdictOf(standing(one), site.settings, today) }];
    }),
  );
  return ok(reached.flat());
}

function standing({ row, events }: StoredCase) {
  const state = kindByName(row.kind)?.workflow.states[row.state];
  return { kind: row.kind, final: state?.final === true, endedOn: shanghaiDate(events.at(-1)?.at ?? row.submittedAt) };
}
