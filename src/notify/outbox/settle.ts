import { sql, type SQL } from 'drizzle-orm';
import { failureOf, withRetry } from '../../db/failure.ts';
import { shanghaiDate } from '../../lib/clock.ts';
import type { Outcome } from '../outcome.ts';
import { afterLoss, NOT_SERVED, unlessChanged } from './aftermath.ts';
import { firstAsk } from './ask.ts';
import { finish } from './attempts.ts';
import type { DispatchTools } from './dispatch.ts';
import { CAP_CODES, siteCounter } from './enqueue.ts';
import type { Leased } from './lease.ts';
import { pauseAfter } from './retry.ts';
import type { OutboxState } from './tables.ts';

/** What a try led to, and with whom. */
export type Settled = { supplier: string | null; outcome: Outcome };

/** A row that is still this run's. */
export const ours = ({ id, lease }: Leased): SQL => sql`id = ${id} AND lease = ${lease}`;

/** The state a try leads to, and when the next one is; pure but for the clock and the dice handed in. */
export function afterTry(
  outcome: Outcome,
  attempts: number,
  now: number,
  chance: number,
): { state: OutboxState; nextAt: number } {
  if (outcome.is === 'sent') return { state: 'sent', nextAt: now };
  if (outcome.is === 'unknown') return { state: 'unknown', nextAt: now };
  const pause = outcome.is === 'refused' ? null : pauseAfter(attempts, chance);
  if (pause === null) return { state: 'failed', nextAt: now };
  // A supplier that names a wait knows better than our schedule, where that is the shorter one.
  const asked = outcome.is === 'retry' ? (outcome.afterMs ?? 0) : 0;
  return { state: 'queued', nextAt: now + Math.max(pause, asked) };
}

/**
 * A message that was never to leave for its own number's sake is taken off the day's count of its site: whoever has one number
 * written to without end must not use up what all others share.
 */
function uncounted({ site, created_at: createdAt }: Leased, code: string | null): SQL[] {
  if (code !== CAP_CODES[0] && code !== NOT_SERVED) return [];
  return [sql`UPDATE counters SET n = n - 1 WHERE name = ${siteCounter(site, shanghaiDate(createdAt))} AND n > 0`];
}

/** Writes down what became of a try, with what follows from it. Written twice it has one effect. */
export async function settle(tools: DispatchTools, row: Leased, { supplier, outcome }: Settled): Promise<void> {
  const { db, clock, suppliers, aftermath } = tools;
  const now = clock.now();
  const { state, nextAt } = afterTry(outcome, row.attempts, now, Math.random());
  const code = outcome.is === 'sent' ? null : outcome.code;
  const supplierId = outcome.is === 'sent' ? (outcome.supplierId ?? null) : null;
  // A try that failed cleanly forgets its supplier, so that the next run is free to choose.
  const remembered = state === 'queued' && !(outcome.is === 'retry' && outcome.perhaps) ? null : supplier;
  const asked = suppliers.find(({ id }) => id === supplier);
  // What was not taken took no place at its number: the next message need not wait for it.
  const holdsPlace = state !== 'failed' && !(state === 'queued' && remembered === null);
  const askAt = state === 'sent' || state === 'unknown' ? firstAsk(state, asked, now) : null;
  const { id, site, case_id: caseId, template, channel, revision } = row;
  const ended = { id, site, caseId, template, channel, revision, code: code ?? '' };
  const follows = state === 'failed' ? await afterLoss(aftermath, ended) : [];
  const noted = finish(id, row.attempts, outcome, now);
  const statements = [
    sql`UPDATE outbox SET state = ${state}, next_at = ${nextAt}, lease = NULL, lease_until = NULL, supplier = ${remembered},
      supplier_id = ${supplierId}, supplier_code = ${code}, settled_at = ${now}, ask_at = ${askAt}, asked = 0,
      placed_at = iif(${holdsPlace ? 1 : 0}, placed_at, NULL)
      WHERE ${ours(row)}`,
    unlessChanged(),
    noted,
    ...uncounted(row, code),
    ...follows,
  ];
  await withRetry(() => db.write(statements)).catch(async (error: unknown) => {
    if (failureOf(error).is !== 'constraint') throw error;
    // The lease is another's by now, or a receipt was quicker: only what the try itself led to is noted.
    await db.write([noted]);
  });
}
