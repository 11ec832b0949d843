import { and, eq, isNull, sql } from 'drizzle-orm';
import { nextEvent, type Actor } from '../../chain/event.ts';
import { events } from '../../chain/tables.ts';
import type { Database } from '../../db/database.ts';
import { failureOf } from '../../db/failure.ts';
import { base64url, randomBytes } from '../../lib/bytes.ts';
import type { Clock } from '../../lib/clock.ts';
import { newId } from '../../lib/ids.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import type { Site } from '../../sites/site.ts';
import { headOf, reasonDigest, siteStream } from '../stops/switch.ts';
import { openPauses } from './open.ts';
import { codeRates, isPumped } from './rate.ts';
import { codePauses } from './tables.ts';

type Means = { db: Database; clock: Clock };

const TRIES = 3;

/**
 * Pauses the codes of every site where too few of the last ones were typed back: the pause with its figures and an event in
 * the chain of the site are one batch. Gives the sites; safe at any time, twice at once too.
 */
export async function pausePumped({ db, clock }: Means, sites: readonly Site[]): Promise<string[]> {
  const now = clock.now();
  const [rates, open] = await Promise.all([codeRates(db, sites, now), openPauses(db)]);
  const pumped = sites.flatMap(({ id, settings: { codes } }) => {
    const rate = rates.find(({ site }) => site === id);
    const stands = open.some(({ site }) => site === id);
    return rate && !stands && isPumped(rate, codes) ? [{ ...rate, least: codes.leastUsed }] : [];
  });
  const paused: string[] = [];
  for (const { site, sent, used, least } of pumped) {
    const stream = siteStream(site);
    const data = { sent, used, least };
    const event = await nextEvent(stream, await headOf(db, stream), {
      at: now,
      actor: 'system',
      code: 'codes-paused',
      data,
    });
    const row = { id: newId(now), site, pausedAt: now, ...data };
    try {
      await db.write([db.orm.insert(codePauses).values(row), db.orm.insert(events).values(event)]);
      paused.push(site);
    } catch (error) {
      // Paused meanwhile, or a switch of the site was quicker: the next minute looks again.
      if (failureOf(error).is !== 'constraint') throw error;
    }
  }
  return paused;
}

export interface Lift {
  site: string;
  reason: string;
  by: Actor;
}

/** Lets the codes of a site go again, with an event in its chain; counting begins anew. `nothing`: they were not paused. */
export async function liftPause({ db, clock }: Means, { site, reason, by }: Lift): Promise<Result<null, 'nothing'>> {
  const stream = siteStream(site);
  for (let tried = 1; ; tried += 1) {
    // Read before the pause: what changes in between makes the event collide.
    const head = await headOf(db, stream);
    const stands = and(eq(codePauses.site, site), isNull(codePauses.liftedAt));
    const [open] = await db.orm.select({ id: codePauses.id }).from(codePauses).where(stands);
    if (!open) return fail('nothing');
    const now = clock.now();
    const salt = base64url(randomBytes(16));
    const data = { reason: await reasonDigest(salt, reason) };
    const event = await nextEvent(stream, head, { at: now, actor: by, code: 'codes-resumed', data });
    try {
      await db.write([
        sql`UPDATE code_pauses SET lifted_at = ${now}, lifted_by = ${by}, lift_reason = ${reason}, lift_salt = ${salt}
          WHERE id = ${open.id} AND lifted_at IS NULL`,
        db.orm.insert(events).values(event),
      ]);
      return ok(null);
    } catch (error) {
      if (failureOf(error).is !== 'constraint' || tried === TRIES) throw error;
    }
  }
}
