import { sql } from 'drizzle-orm';
import { nextEvent } from '../chain/event.ts';
import { events } from '../chain/tables.ts';
import { caseKeys } from '../db/case-keys.ts';
import type { Statement } from '../db/database.ts';
import { failureOf } from '../db/failure.ts';
import { refuse, type Refusal } from '../errors.ts';
import type { FormKind } from '../forms/define.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { transition } from '../workflow/define.ts';
import type { FoundCase } from './look-up.ts';
import { caseSecrets } from './tables.ts';
import type { Tools } from './tools.ts';

/**
 * Carries out what the sender may do with a found case (withdrawing a pledge): new state and event in one batch. The
 * event's key lets only one of two at once through; the other gets `case.changed`, as does an action the state forbids.
 */
export async function actAsSender(
  { db, clock }: Tools,
  { row, events: chain }: FoundCase,
  form: FormKind,
  action: string,
): Promise<Result<{ state: string }, Refusal>> {
  const taken = transition(form.workflow, row.state, action, 'citizen');
  const last = chain[0];
  if (!taken.ok || !last) return fail(refuse('case.changed'));
  const { to } = taken.value;
  const event = await nextEvent(row.id, last, { at: clock.now(), actor: 'citizen', code: action, data: { state: to } });
  const erasing: Statement[] = form.workflow.states[to]?.erases
    ? [
        sql`DELETE FROM ${caseKeys} WHERE case_id = ${row.id}`,
        sql`DELETE FROM ${caseSecrets} WHERE case_id = ${row.id}`,
        sql`UPDATE cases SET title = '', answers = '{}', frozen = NULL, phone_index = NULL, identity_index = NULL WHERE id = ${row.id}`,
      ]
    : [];
  try {
    await db.write([
      db.orm.insert(events).values(event),
      sql`UPDATE cases SET state = ${to}, seq = ${event.seq} WHERE id = ${row.id}`,
      ...erasing,
    ]);
    return ok({ state: to });
  } catch (error) {
    if (failureOf(error).is === 'constraint') return fail(refuse('case.changed'));
    throw error;
  }
}
