import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import type { Database } from '../../db/database.ts';
import type { Words } from '../../lib/words.ts';
import type { Site } from '../../sites/site.ts';
import type { Supplier } from '../define.ts';
import type { Channel } from '../message.ts';
import { recentTries } from '../outbox/attempts.ts';
import { supplierKinds } from '../providers/index.ts';
import { healthOf, type Health, type Recent } from '../route.ts';
import { isTemplate, templates } from '../templates.ts';

/** A supplier as the console shows it. */
export interface SupplierState {
  id: string;
  name: Words;
  channels: readonly Channel[];
  /** Names of the keys without which it is not set up; empty: it may be used. */
  lacks: readonly string[];
  /** Whether it tells us what became of a message. */
  reports: boolean;
  /** Sites for which it is not well, and their messages take another road. */
  unwell: readonly { site: string; health: Exclude<Health, 'well'> }[];
  /** Sites for which it has no approved template, or not all of them: how many are missing. */
  unmapped: readonly { site: string; missing: number }[];
  /** When it last took a message, in ms; null: not within a week. */
  lastTaken: number | null;
}

const WEEK = 7 * 86_400_000;

/** The templates of a site that a supplier cannot send, for want of its approval. */
export const missingAt = (supplier: Pick<Supplier, 'approved'>, site: string): string[] =>
  Object.keys(templates).filter(
    (id) => isTemplate(id) && supplier.approved?.({ site, template: id, lang: 'zh' }) === null,
  );

/** Every supplier of the list, those that are not set up among them, in the order they are tried. */
export async function supplierStates(
  { orm }: Database,
  suppliers: readonly Supplier[],
  sites: readonly Site[],
  now: number,
): Promise<SupplierState[]> {
  const recent = await orm.all<Recent>(recentTries(now));
  const taken = await orm.all<{ supplier: string; at: number }>(sql`SELECT supplier, max(began_at) AS at FROM attempts
    WHERE began_at > ${now - WEEK} AND outcome = 'sent' GROUP BY supplier`);
  return supplierKinds.map(({ id, name, channels, settings, reports }) => {
    const supplier = suppliers.find((one) => one.id === id);
    const lacks = supplier ? [] : settings.filter(({ schema }) => !v.is(schema, undefined)).map(({ env }) => env);
    const unwell = sites.flatMap(({ id: site }) => {
      const health = supplier ? healthOf(id, site, recent) : 'well';
      return health === 'well' ? [] : [{ site, health }];
    });
    const unmapped = sites.flatMap(({ id: site }) => {
      const missing = supplier ? missingAt(supplier, site).length : 0;
      return missing === 0 ? [] : [{ site, missing }];
    });
    const lastTaken = taken.find((one) => one.supplier === id)?.at ?? null;
    return { id, name, channels, lacks, reports, unwell, unmapped, lastTaken };
  });
}
