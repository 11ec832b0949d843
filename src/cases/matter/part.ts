import { sql } from 'drizzle-orm';
import { kindByName } from '../../forms/index.ts';
import { openCaseKey } from '../../lib/sealing/case-key.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import { writtenRows } from '../notes.ts';
import { writeStep } from '../step.ts';
import { wordsDigest } from '../step-words.ts';
import { storedCases } from '../stored.ts';
import type { Tools } from '../tools.ts';
import { chained, MATTER } from './events.ts';
import type { Joining, Seen } from './join.ts';

/**
 * Lets a filing go its own road again (拆开), with the reason for colleagues, while nothing has been decided in it. One
 * batch, an event in both chains. `decided`: it is too late; `changed`: it follows nobody, or another was quicker.
 */
export async function partMatter(
  tools: Tools,
  { member: { id, seen }, remark, actor }: { member: Seen; remark: string; actor: Joining['actor'] },
): Promise<Result<null, 'decided' | 'changed'>> {
  const { db, ring, clock } = tools;
  const [member] = await storedCases(db, { id });
  const follows = member?.matter.follows;
  const [lead] = follows ? await storedCases(db, { id: follows }) : [];
  const key = member?.key && (await openCaseKey(ring, id, member.key.wrapped));
  const [last, head] = [member?.events.at(-1), lead?.events.at(-1)];
  if (!member?.key || !follows || !key || !last || !head || member.row.seq !== seen) return fail('changed');
  if (!kindByName(member.row.kind)?.matter?.open.includes(member.row.state)) return fail('decided');
  const at = clock.now();
  const words = await wordsDigest(member.key.salt, { remark });
  const parted = await chained(db, last, { at, actor, code: MATTER.parted, data: { matter: follows, words } });
  const released = await chained(db, head, { at, actor, code: MATTER.released, data: { matter: id } });
  const written = await writeStep(db, [
    ...parted.statements,
    ...released.statements,
    ...(await writtenRows(db, key, parted.event, { remark })),
    sql`DELETE FROM matter_members WHERE case_id = ${id}`,
  ]);
  return written.ok ? ok(null) : fail('changed');
}
