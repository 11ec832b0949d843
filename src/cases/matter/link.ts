import { sql } from 'drizzle-orm';
import { fail, ok, type Result } from '../../lib/result.ts';
import { writeStep } from '../step.ts';
import { storedCases } from '../stored.ts';
import type { Tools } from '../tools.ts';
import { chained, MATTER } from './events.ts';
import type { Joining, Seen } from './join.ts';
import { toldBy } from './words-of.ts';

/**
 * Lets two filings point at each other (关联) where they are not joined: one is decided, or was turned away because the
 * other is under way (信访工作条例 19(3)). Changes neither; an event in both chains.
 */
export async function linkMatter(
  { db, clock }: Tools,
  { cases: [a, b], actor }: { cases: readonly [Seen, Seen]; actor: Joining['actor'] },
): Promise<Result<null, 'kind' | 'changed'>> {
  const both = await storedCases(db, { ids: [a.id, b.id] });
  const [one, other] = [a, b].map(({ id, seen }) => both.find(({ row }) => row.id === id && row.seq === seen));
  const [last, head] = [one?.events.at(-1), other?.events.at(-1)];
  if (!one || !other || !last || !head || a.id === b.id) return fail('changed');
  if (!toldBy(one.row) || !toldBy(other.row) || one.row.site !== other.row.site) return fail('kind');
  const at = clock.now();
  const here = await chained(db, last, { at, actor, code: MATTER.linked, data: { matter: b.id } });
  const there = await chained(db, head, { at, actor, code: MATTER.linked, data: { matter: a.id } });
  const written = await writeStep(db, [
    ...here.statements,
    ...there.statements,
    sql`INSERT INTO matter_links (case_id, other_id) VALUES (${a.id}, ${b.id}), (${b.id}, ${a.id})`,
  ]);
  return written.ok ? ok(null) : fail('changed');
}
