import { eq } from 'drizzle-orm';
import { nextEvent, type Actor } from '../../chain/event.ts';
import { events } from '../../chain/tables.ts';
import { sql } from 'drizzle-orm';
import type { Statement } from '../../db/database.ts';
import { refuse, type Refusal } from '../../errors.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import type { Site } from '../../sites/site.ts';
import type { OnHeld, Transition } from '../../workflow/define.ts';
import { correctContact, type NewContact } from '../correct-contact.ts';
import { eraseCase } from '../erase-case.ts';
import { REVEALED } from '../reveal.ts';
import { openStored, type StoredCase } from '../stored.ts';
import type { Tools } from '../tools.ts';
import { heldOf, type Held } from './held.ts';
import { requestCases } from './tables.ts';

/** What was done, for the event of the request, and what its own batch writes besides. */
export interface Done {
  codes: Record<string, number>;
  statements: Statement[];
}

interface Doing {
  request: StoredCase;
  site: Site;
  actor: Actor;
  held: readonly Held[];
}

/**
 * Does with everything held of a person what a step of their request says. Giving is part of the step's own batch; of
 * correcting and erasing each case is a batch of its own that comes first, and the step last: cut off on the way, the step
 * is taken again and goes on with what is left. `case.changed`: the phone was not shown to be theirs, or a case moved.
 */
export async function doOnHeld(
  tools: Tools,
  { onHeld }: Transition,
  asked: Omit<Doing, 'held'>,
): Promise<Result<Done, Refusal>> {
  if (onHeld === undefined) return ok({ codes: {}, statements: [] });
  const held = await heldOf(tools, asked.request, asked.site);
  return held.ok ? doing[onHeld](tools, { ...asked, held: held.value }) : held;
}

const doing: Record<OnHeld, (tools: Tools, asked: Doing) => Promise<Result<Done, Refusal>>> = { give, correct, erase };

/** That a copy goes out stands in the chain of every case that is in it. */
async function give({ db, clock }: Tools, { request, actor, held }: Doing): Promise<Result<Done, Refusal>> {
  const caseId = request.row.id;
  const now = clock.now();
  const data = { why: 'sender-asked', through: 'request' };
  const given = held.flatMap(({ stored: { row, events: chain } }) => {
    const last = chain.at(-1);
    return last ? [nextEvent(row.id, last, { at: now, actor, code: REVEALED, data })] : [];
  });
  const revealed = await Promise.all(given);
  return ok({
    codes: { cases: revealed.length },
    statements: [
      db.orm.delete(requestCases).where(eq(requestCases.caseId, caseId)),
      ...revealed.flatMap((event) => [
        db.orm.insert(events).values(event),
        sql`UPDATE cases SET seq = ${event.seq} WHERE id = ${event.stream}`,
        db.orm.insert(requestCases).values({ caseId, otherId: event.stream, given: true }),
      ]),
    ],
  });
}

/** Phone and e-mail of every case, as the request says they are; a case that has them already is not touched. */
async function correct(tools: Tools, { request, site, actor, held }: Doing): Promise<Result<Done, Refusal>> {
  const opened = await openStored(tools.ring, request);
  if (opened.is !== 'open') return fail(refuse('case.changed'));
  const { newPhone: phone, newEmail: email } = opened.body['answers'] as { newPhone?: string; newEmail?: string };
  let corrected = 0;
  for (const { stored } of held) {
    const own = await openStored(tools.ring, stored);
    const now = own.is === 'open' ? (own.body['contact'] as NewContact) : {};
    const given: NewContact = {
      ...(phone !== undefined && phone !== now.phone && { phone }),
      ...(email !== undefined && email !== now.email && { email }),
    };
    if (Object.keys(given).length === 0) continue;
    const done = await correctContact(tools, stored, site, given, actor);
    if (!done.ok) return done;
    corrected += 1;
  }
  return ok({ codes: { cases: corrected }, statements: [] });
}

async function erase(tools: Tools, { actor, held }: Doing): Promise<Result<Done, Refusal>> {
  const going = held.filter(({ verdict }) => verdict.is === 'goes');
  for (const { stored } of going) {
    const erased = await eraseCase(tools, stored.row.id, actor, 'asked');
    if (!erased.ok) return erased;
  }
  return ok({ codes: { cases: going.length, kept: held.length - going.length }, statements: [] });
}
