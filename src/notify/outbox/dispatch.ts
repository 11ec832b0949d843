import { sql, type SQL } from 'drizzle-orm';
import { caseKeys } from '../../db/case-keys.ts';
import type { Database } from '../../db/database.ts';
import { failureOf } from '../../db/failure.ts';
import type { Clock } from '../../lib/clock.ts';
import { newId } from '../../lib/ids.ts';
import { openCaseKey } from '../../lib/sealing/case-key.ts';
import type { KeyRing } from '../../lib/sealing/key-ring.ts';
import type { Supplier } from '../define.ts';
import { perhaps } from '../exchange.ts';
import type { Channel, Message } from '../message.ts';
import { forcedOutcome } from '../magic.ts';
import type { Outcome } from '../outcome.ts';
import { paramFaults } from '../params.ts';
import { supplierFor, type Recent, type Routing } from '../route.ts';
import { isTemplate, templates } from '../templates.ts';
import { afterLoss, unlessChanged, type Aftermath } from './aftermath.ts';
import { firstAsk } from './ask.ts';
import { begin, finish, recentTries } from './attempts.ts';
import { sealContext } from './enqueue.ts';
import { MOST_TRIES, pauseAfter } from './retry.ts';
import type { OutboxState } from './tables.ts';

export interface DispatchTools {
  db: Database;
  ring: KeyRing;
  clock: Clock;
  suppliers: readonly Supplier[];
  routing: Routing;
  /** Sites whose kill switch is on: their messages wait. */
  stoppedSites: readonly string[];
  /** What follows where a message is lost or arrives; absent where no cases stand behind the messages. */
  aftermath?: Aftermath;
}

interface Leased {
  id: string;
  /** Of this run. A row that carries another by now is another run's to settle. */
  lease: string;
  site: string;
  case_id: string;
  template: string;
  revision: number;
  channel: Channel;
  demo: number;
  sealed: string;
  attempts: number;
  /** Of the run that leased it before and never settled it: whether that try reached the supplier nobody knows. */
  supplier: string | null;
  wrapped: string | null;
}

const LEASE_MS = 60_000;

/** What a run knows when it chooses suppliers. */
interface Run {
  leased: readonly Leased[];
  recent: readonly Recent[];
  /** Suppliers this run is already giving the one message that shows whether they are well again. */
  probed: Set<string>;
}

/**
 * Sends what is due: lease, finish the database work, call the supplier, settle. No transaction is open over HTTP, and a
 * run that dies leaves its lease to run out. Gives the number of messages handled.
 */
export async function dispatch(tools: DispatchTools, limit: number): Promise<number> {
  const run = await lease(tools, limit);
  await Promise.all(run.leased.map(async (row) => settle(tools, row, await attempt(tools, row, run))));
  return run.leased.length;
}

async function lease({ db, clock, stoppedSites }: DispatchTools, limit: number): Promise<Run> {
  const now = clock.now();
  const token = newId(now);
  const stopped = sql.join(
    stoppedSites.map((site) => sql`${site}`),
    sql`, `,
  );
  const [, rows, recent] = await db.write([
    sql`UPDATE outbox SET lease = ${token}, lease_until = ${now + LEASE_MS}, attempts = attempts + 1, state = 'sending'
      WHERE id IN (SELECT id FROM outbox WHERE state IN ('queued', 'sending') AND next_at <= ${now}
        AND (lease_until IS NULL OR lease_until < ${now}) AND site NOT IN (${stopped}) ORDER BY next_at LIMIT ${limit})`,
    sql`SELECT o.id, o.lease, o.site, o.case_id, o.template, o.revision, o.channel, o.demo, o.sealed, o.attempts, o.supplier, k.wrapped
      FROM outbox o LEFT JOIN ${caseKeys} k ON k.case_id = o.case_id WHERE o.lease = ${token}`,
    recentTries(now),
  ]);
  return {
    leased: (rows?.rows ?? []) as unknown as Leased[],
    recent: (recent?.rows ?? []) as unknown as Recent[],
    probed: new Set(),
  };
}

const ours = ({ id, lease }: Leased): SQL => sql`id = ${id} AND lease = ${lease}`;

type Settled = { supplier: string | null; outcome: Outcome };

async function attempt(tools: DispatchTools, row: Leased, run: Run): Promise<Settled> {
  const supplier = chosen(tools, row, run);
  if (!supplier) {
    // An earlier run announced one and vanished: it may have sent the message, and nobody knows a repeat.
    const outcome: Outcome =
      row.supplier === null ? { is: 'configuration', code: 'supplier.none' } : { is: 'unknown', code: 'run.vanished' };
    return { supplier: row.supplier, outcome };
  }
  // Runs that died settled nothing: a message that ends every run must still end itself.
  if (row.attempts > MOST_TRIES) return { supplier: supplier.id, outcome: { is: 'refused', code: 'tries.used-up' } };
  const key = row.wrapped === null ? null : await openCaseKey(tools.ring, row.case_id, row.wrapped);
  const plain = await key?.open(sealContext(row.id), row.sealed);
  if (!plain) return { supplier: supplier.id, outcome: { is: 'refused', code: 'case.erased' } };
  const message = JSON.parse(plain) as Message;
  const settled = withoutSending(message, supplier, tools.routing);
  if (settled) return settled;
  const [announced] = await tools.db.write([
    sql`UPDATE outbox SET supplier = ${supplier.id} WHERE ${ours(row)}`,
    begin(row.id, row.lease, supplier.id, tools.clock.now()),
  ]);
  if (announced?.rowsAffected !== 1) return { supplier: supplier.id, outcome: { is: 'unknown', code: 'lease.lost' } };
  return { supplier: supplier.id, outcome: await outcomeOf(supplier, message) };
}

/** What was perhaps taken goes to the same supplier again, if that knows a repeat, or nowhere. */
function chosen({ suppliers, routing }: DispatchTools, row: Leased, { recent, probed }: Run): Supplier | undefined {
  if (row.supplier !== null) return suppliers.find(({ id, idempotent }) => idempotent && id === row.supplier);
  const wanted = { channel: row.channel, site: row.site, demo: row.demo === 1 };
  return supplierFor(wanted, suppliers, routing, recent, probed);
}

/** Messages no supplier is asked about: forced outcomes, addresses a trial does not list, parameters not of their type. */
function withoutSending(message: Message, supplier: Supplier, { local, listed }: Routing): Settled | null {
  const forced = local || listed ? forcedOutcome(message) : null;
  if (forced) return { supplier: 'magic', outcome: forced };
  const { template, params, to } = message;
  const [fault] = isTemplate(template) ? paramFaults(templates[template].params, params) : [];
  const code = fault ? `param.${fault.is}` : 'trial.not-listed';
  const allowed = listed === null || !supplier.real || listed.has(to.toLowerCase());
  return fault || !allowed ? { supplier: supplier.id, outcome: { is: 'refused', code } } : null;
}

/** What it threw is not kept: it may quote the message. */
async function outcomeOf(supplier: Supplier, message: Message): Promise<Outcome> {
  try {
    return await supplier.send(message);
  } catch {
    return perhaps(supplier.idempotent, 'supplier.threw');
  }
}

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

async function settle(tools: DispatchTools, row: Leased, { supplier, outcome }: Settled): Promise<void> {
  const { db, clock, suppliers, aftermath } = tools;
  const now = clock.now();
  const { state, nextAt } = afterTry(outcome, row.attempts, now, Math.random());
  const code = outcome.is === 'sent' ? null : outcome.code;
  const supplierId = outcome.is === 'sent' ? (outcome.supplierId ?? null) : null;
  // A try that failed cleanly forgets its supplier, so that the next run is free to choose.
  const remembered = state === 'queued' && !(outcome.is === 'retry' && outcome.perhaps) ? null : supplier;
  const asked = suppliers.find(({ id }) => id === supplier);
  const askAt = state === 'sent' || state === 'unknown' ? firstAsk(state, asked, now) : null;
  const { id, site, case_id: caseId, template, channel, revision } = row;
  const ended = { id, site, caseId, template, channel, revision, code: code ?? '' };
  const follows = state === 'failed' ? await afterLoss(aftermath, ended) : [];
  const noted = finish(id, row.attempts, outcome, now);
  const statements = [
    sql`UPDATE outbox SET state = ${state}, next_at = ${nextAt}, lease = NULL, lease_until = NULL, supplier = ${remembered},
      supplier_id = ${supplierId}, supplier_code = ${code}, settled_at = ${now}, ask_at = ${askAt}, asked = 0
      WHERE ${ours(row)}`,
    unlessChanged(),
    noted,
    ...follows,
  ];
  await db.write(statements).catch(async (error: unknown) => {
    if (failureOf(error).is !== 'constraint') throw error;
    // The lease is another's by now, or a receipt was quicker: only what the try itself led to is noted.
    await db.write([noted]);
  });
}
