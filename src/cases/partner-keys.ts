import { and, eq, isNull } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Database } from '../db/database.ts';
import { sha256 } from '../lib/bytes.ts';

/** Keys of mini-programs and other systems: 256 random bits each, so a plain hash at rest is enough. */
export const partnerKeys = sqliteTable('partner_keys', {
  hash: text('hash').primaryKey(),
  site: text('site').notNull(),
  name: text('name').notNull(),
  perDay: integer('per_day').notNull(),
  createdAt: integer('created_at').notNull(),
  revokedAt: integer('revoked_at'),
});

export interface Partner {
  name: string;
  perDay: number;
}

/** The partner of a key at a site; null where it is unknown, revoked or of another site. */
export async function partnerOf({ orm }: Database, site: string, key: string): Promise<Partner | null> {
  const [row] = await orm
    .select({ name: partnerKeys.name, perDay: partnerKeys.perDay })
    .from(partnerKeys)
    .where(and(eq(partnerKeys.hash, await sha256(key)), eq(partnerKeys.site, site), isNull(partnerKeys.revokedAt)));
  return row ?? null;
}
