import type { Supplier } from './define.ts';
import type { Channel } from './message.ts';
import type { Routes } from './routes.ts';

/** The tries of one supplier for one site, added up over the last ten minutes and the ten before. */
export interface Recent {
  supplier: string;
  site: string;
  /** Tries that were lost, failed on their side, or took too long, to be taken or to arrive; and those that went well. */
  bad: number;
  good: number;
  /** Of the good ones: taken by one that sends receipts, and too early to say more. */
  open: number;
  badBefore: number;
  goodBefore: number;
  /** When it last told us that our settings are wrong, and when it last took a message; in milliseconds. */
  configurationAt: number | null;
  takenAt: number | null;
}

/** `probe`: it was ill and its ten minutes are over: one message shows whether it is well again. */
export type Health = 'well' | 'ill' | 'probe';

const ENOUGH_BAD = 3;
/** Three failed tries that are half of all. */
export const isIll = (bad: number, good: number): boolean => bad >= ENOUGH_BAD && bad >= good;

/**
 * How a supplier does, from what it did to everybody's messages. Wrong settings count for the site alone, and at once:
 * every message of it would fail. The rest counts over all sites, from three failed tries that are half of all.
 */
export function healthOf(supplier: string, site: string, recent: readonly Recent[]): Health {
  const rows = recent.filter((row) => row.supplier === supplier);
  const here = rows.find((row) => row.site === site);
  if (here?.configurationAt != null && here.configurationAt > (here.takenAt ?? 0)) return 'ill';
  const sum = (key: 'bad' | 'good' | 'open' | 'badBefore' | 'goodBefore') =>
    rows.reduce((total, row) => total + row[key], 0);
  if (isIll(sum('bad'), sum('good'))) return 'ill';
  if (!isIll(sum('badBefore'), sum('goodBefore')) || sum('good') > sum('open')) return 'well';
  // The one message that shows it is on its way.
  return sum('open') > 0 ? 'ill' : 'probe';
}

export interface Wanted {
  channel: Channel;
  site: string;
  demo: boolean;
}

export interface Routing {
  routes: Routes;
  /** In a local run messages of every case may stay in the mailbox; in a deployment only those of demo cases. */
  local: boolean;
  /** In trial mode the only addresses real messages go to; null: to all. */
  listed: ReadonlySet<string> | null;
}

/** A local run: everything may stay here, nothing is on trial. */
export const localRouting: Routing = { routes: {}, local: true, listed: null };

/**
 * The suppliers a message may go to, in the order of its site. A demo case only ever to one from which nothing leaves; a
 * real case only to one from which it does, or the resident would wait for what lies in a mailbox here.
 */
export function suppliersFor(
  { channel, site, demo }: Wanted,
  suppliers: readonly Supplier[],
  { routes, local }: Routing,
): readonly Supplier[] {
  const able = suppliers.filter((one) => one.channels.includes(channel));
  const staying = able.filter(({ real }) => !real);
  if (demo) return staying;
  const order = (routes[site] ?? routes['*'])?.[channel];
  const leaving = able.filter(({ real }) => real);
  const ordered = order?.flatMap((id) => leaving.filter((one) => one.id === id)) ?? leaving;
  return ordered.length === 0 && local ? staying : ordered;
}

/**
 * The supplier a message goes to: the first in order that is well. One that is to be probed gets one message a run, noted in
 * `probed`; where none is well, the first in order.
 */
export function supplierFor(
  wanted: Wanted,
  suppliers: readonly Supplier[],
  routing: Routing,
  recent: readonly Recent[] = [],
  probed: Set<string> = new Set(),
): Supplier | undefined {
  const able = suppliersFor(wanted, suppliers, routing);
  for (const one of able) {
    const health = healthOf(one.id, wanted.site, recent);
    if (health === 'well') return one;
    if (health === 'probe' && !probed.has(one.id)) {
      probed.add(one.id);
      return one;
    }
  }
  return able[0];
}
