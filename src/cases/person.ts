import { sql } from 'drizzle-orm';
import type { Json } from '../forms/define.ts';
import { kindOfCase } from '../forms/index.ts';
import { parsePhone } from '../lib/identifiers/phone.ts';
import { parseResidentId } from '../lib/identifiers/resident-id.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { blindIndexes } from '../lib/sealing/blind-index.ts';
import type { Lang } from '../lib/words.ts';
import { recordReveal } from './reveal.ts';
import { statusOfCase, type Status } from './status.ts';
import { viewOfStored } from './staff-view.ts';
import { storedCases, type StoredCase } from './stored.ts';
import type { Tools } from './tools.ts';

/** A case of one person, as a list names it. */
export interface OwnCase {
  id: string;
  receipt: string;
  kind: string;
  state: string;
  /** 1: a 检举控告. */
  restricted: number;
}

/** Matches nothing; an empty list is no SQL. */
const NONE = '';

/**
 * All cases at a site that carry a phone or an identity number, however it is typed, oldest first; found by blind index
 * under every key of the ring. `unreadable`: it is neither. Reports are among them: they are the person's own as well.
 */
export async function casesOfPerson(
  { db, ring }: Pick<Tools, 'db' | 'ring'>,
  site: string,
  typed: string,
): Promise<Result<OwnCase[], 'unreadable'>> {
  const identity = parseResidentId(typed)?.number;
  const phone = parsePhone(typed)?.kept;
  if (identity === undefined && phone === undefined) return fail('unreadable');
  const [byIdentity, byPhone] = await Promise.all([
    identity === undefined ? [] : blindIndexes(ring, 'identity', identity),
    phone === undefined ? [] : blindIndexes(ring, 'phone', phone),
  ]);
  return ok(
    await db.orm.all<OwnCase>(
      sql`SELECT id, receipt, kind, state, restricted FROM cases WHERE site = ${site} AND identity_index IN ${[...byIdentity, NONE]}
        UNION SELECT id, receipt, kind, state, restricted FROM cases WHERE site = ${site} AND phone_index IN ${[...byPhone, NONE]}
        ORDER BY id`,
    ),
  );
}

/** One case as its sender may have it: what was sent, and what became of it. */
export interface PersonsCopy {
  status: Status;
  body: Json;
  fingerprint: string;
}

/** Stored cases as their sender may have them, remarks among colleagues left out; what cannot be opened is left out. */
export async function copiesOf(tools: Tools, stored: readonly StoredCase[], lang: Lang): Promise<PersonsCopy[]> {
  const copies = await Promise.all(
    stored.map(async (one): Promise<PersonsCopy[]> => {
      const view = await viewOfStored(tools, one);
      const form = kindOfCase(one.row, view.today);
      if (!form || view.opened.is !== 'open') return [];
      const { challenge: _, ...body } = view.opened.body;
      return [{ status: statusOfCase(view, form, lang), body, fingerprint: view.row.fingerprint }];
    }),
  );
  return copies.flat();
}

/**
 * A copy of everything one person sent and was told (个人信息保护法 45). That it was given out is written into each case's
 * chain first; a case that moved on meanwhile is left out and named in `missed`.
 */
export async function copyForPerson(
  tools: Tools,
  own: readonly OwnCase[],
): Promise<{ copies: PersonsCopy[]; missed: string[] }> {
  const copies: PersonsCopy[] = [];
  const missed: string[] = [];
  for (const { id, receipt } of own) {
    const [stored] = await storedCases(tools.db, { id });
    const [copy] = stored ? await copiesOf(tools, [stored], 'zh') : [];
    if (!stored || !copy) continue;
    const chain = { row: stored.row, events: stored.events.toReversed() };
    const recorded = await recordReveal(tools, chain, 'system', 'sender-asked');
    if (recorded.ok) copies.push(copy);
    else missed.push(receipt);
  }
  return { copies, missed };
}
