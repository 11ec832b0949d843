import { sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { gathered } from '../../db/gathered.ts';
import { atMost } from '../../lib/at-most.ts';
import type { Clock } from '../../lib/clock.ts';
import { parsePhone } from '../../lib/identifiers/phone.ts';
import { openCaseKey } from '../../lib/sealing/case-key.ts';
import type { KeyRing } from '../../lib/sealing/key-ring.ts';
import { usualLimits } from '../../sites/message-limits.ts';
import type { Site } from '../../sites/site.ts';
import type { Supplier } from '../define.ts';
import { perhaps } from '../exchange.ts';
import type { Message } from '../message.ts';
import { forcedOutcome } from '../magic.ts';
import type { Outcome } from '../outcome.ts';
import { paramFaults } from '../params.ts';
import { isIll, supplierFor, type Routing } from '../route.ts';
import { isTemplate, templates } from '../templates.ts';
import { notStopped } from '../stops/open.ts';
import { NOT_SERVED, type Aftermath } from './aftermath.ts';
import { begin, isBad } from './attempts.ts';
import { CAP_CODES, sealContext } from './enqueue.ts';
import { lease, type Leased } from './lease.ts';
import { MOST_TRIES } from './retry.ts';
import { ours, settle, type Settled } from './settle.ts';
import type { View } from './view.ts';

export interface DispatchTools {
  db: Database;
  ring: KeyRing;
  clock: Clock;
  suppliers: readonly Supplier[];
  routing: Routing;
  /** Whose limits hold. */
  sites: readonly Site[];
  /** What follows where a message is lost or arrives; absent where no cases stand behind the messages. */
  aftermath?: Aftermath;
}

/** No try begins later than this after the lease: supplier and database have the rest of it to answer. */
const BEGIN_WITHIN_MS = 30_000;
/** Workers let six requests of a run wait for an answer at once; one of them is the database's. */
const SENDING_AT_ONCE = 5;
/** A few more are announced meanwhile, so that no supplier waits for the database; a run that dies leaves these unclear. */
const IN_HAND = 8;

/**
 * Sends what is due: lease, finish the database work, call the supplier, settle. No transaction is open over HTTP, and a
 * run that dies leaves its lease to run out. Writes that meet go in one batch; what is not begun in time, or better not
 * with a supplier that fails, is given back. Gives the number of messages handled, those put off among them; `memory` is
 * of the run before.
 */
export async function dispatch(tools: DispatchTools, limit: number, memory: { view?: View } = {}): Promise<number> {
  const run = await lease(tools, limit, memory.view);
  memory.view = run.view;
  const until = tools.clock.now() + BEGIN_WITHIN_MS;
  const meeting = { ...tools, db: gathered(tools.db) };
  const [inHand, sending] = [atMost(IN_HAND), atMost(SENDING_AT_ONCE)];
  const late: Leased[] = [];
  const ends = await Promise.allSettled(
    run.leased.map(async (row) => {
      const settled = await inHand(() =>
        tools.clock.now() < until ? attempt(meeting, row, run.view, sending) : Promise.resolve(null),
      );
      if (settled) await settle(meeting, row, settled);
      else late.push(row);
    }),
  );
  if (late.length > 0) await giveBack(tools, late);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
  return run.looked - late.length;
}

/** Rows that were leased and not begun: the next run may have them at once, and this one was no try. */
const giveBack = ({ db }: DispatchTools, rows: readonly Leased[]) =>
  db.write([
    sql`UPDATE outbox SET state = 'queued', lease = NULL, lease_until = NULL, attempts = attempts - 1,
      placed_at = iif(supplier IS NULL, NULL, placed_at)
      WHERE lease = ${rows[0]?.lease ?? ''} AND id IN ${rows.map(({ id }) => id)}`,
  ]);

/**
 * One try; null where it is better not begun in this run, or not any more: another run has it, or a kill switch was thrown
 * meanwhile.
 */
async function attempt(
  tools: DispatchTools,
  row: Leased,
  view: View,
  sending: ReturnType<typeof atMost>,
): Promise<Settled | null> {
  if (isCap(row.code)) return { supplier: null, outcome: { is: 'refused', code: row.code } };
  const supplier = chosen(tools, row, view);
  if (!supplier) {
    // An earlier run announced one and vanished: it may have sent the message, and nobody knows a repeat.
    const outcome: Outcome =
      row.supplier === null ? { is: 'configuration', code: 'supplier.none' } : { is: 'unknown', code: 'run.vanished' };
    return { supplier: row.supplier, outcome };
  }
  const fared = view.fared.get(supplier.id) ?? { bad: 0, good: 0 };
  view.fared.set(supplier.id, fared);
  if (isIll(fared.bad, fared.good)) return null;
  // Runs that died settled nothing: a message that ends every run must still end itself.
  if (row.attempts > MOST_TRIES) return { supplier: supplier.id, outcome: { is: 'refused', code: 'tries.used-up' } };
  const key = row.wrapped === null ? null : await openCaseKey(tools.ring, row.case_id, row.wrapped);
  const plain = await key?.open(sealContext(row.id), row.sealed);
  if (!plain) return { supplier: supplier.id, outcome: { is: 'refused', code: 'case.erased' } };
  const { elsewhere: _ours, ...message } = JSON.parse(plain) as Message;
  const settled = withoutSending(message, supplier, tools);
  if (settled) return settled;
  const [announced] = await tools.db.write([
    sql`UPDATE outbox SET supplier = ${supplier.id} WHERE ${ours(row)} AND ${notStopped}`,
    begin(row.id, row.lease, supplier.id, tools.clock.now()),
  ]);
  if (announced?.rowsAffected !== 1) return null;
  const outcome = await sending(() => outcomeOf(supplier, message));
  fared[isBad(outcome) ? 'bad' : 'good'] += 1;
  return { supplier: supplier.id, outcome };
}

/** What was perhaps taken goes to the same supplier again, if that knows a repeat, or nowhere. */
function chosen({ suppliers, routing }: DispatchTools, row: Leased, { recent, probed }: View): Supplier | undefined {
  if (row.supplier !== null) return suppliers.find(({ id, idempotent }) => idempotent && id === row.supplier);
  const wanted = { channel: row.channel, site: row.site, demo: row.demo === 1 };
  return supplierFor(wanted, suppliers, routing, recent, probed);
}

/**
 * Messages no supplier is asked about: numbers of a country that is not served, forced outcomes, addresses a trial does not
 * list, parameters not of their type.
 */
function withoutSending(message: Message, supplier: Supplier, { routing, sites }: DispatchTools): Settled | null {
  if (!isServed(message, sites)) return { supplier: null, outcome: { is: 'refused', code: NOT_SERVED } };
  const { local, listed } = routing;
  const forced = local || listed ? forcedOutcome(message) : null;
  if (forced) return { supplier: 'magic', outcome: forced };
  const { template, params, to } = message;
  const [fault] = isTemplate(template) ? paramFaults(templates[template].params, params) : [];
  const code = fault ? `param.${fault.is}` : 'trial.not-listed';
  const allowed = listed === null || !supplier.real || listed.has(to.toLowerCase());
  return fault || !allowed ? { supplier: supplier.id, outcome: { is: 'refused', code } } : null;
}

const isCap = (code: string | null): code is (typeof CAP_CODES)[number] => CAP_CODES.some((one) => one === code);

/** Whether a message may go where it is addressed: an SMS only to the countries of its site. */
function isServed({ channel, site, to }: Message, sites: readonly Site[]): boolean {
  const { countries } = sites.find(({ id }) => id === site)?.settings.messages ?? usualLimits;
  return channel === 'email' || countries.includes(parsePhone(to)?.country ?? '');
}

/** What it threw is not kept: it may quote the message. */
async function outcomeOf(supplier: Supplier, message: Message): Promise<Outcome> {
  try {
    return await supplier.send(message);
  } catch {
    return perhaps(supplier.idempotent, 'supplier.threw');
  }
}
