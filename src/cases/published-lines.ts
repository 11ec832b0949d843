import { and, desc, eq, ne } from 'drizzle-orm';
import { failureOf } from '../db/failure.ts';
import { cases } from './tables.ts';
import type { Tools } from './tools.ts';

/**
 * Titles of the cases about a subject, newest first, for kinds whose titles are what their senders agreed to publish;
 * null while the database cannot be reached. Erasure empties a title, so whoever withdraws is gone from here.
 */
export async function publishedLines(
  { db }: Tools,
  { site, kind, subject }: { site: string; kind: string; subject: string },
  most: number,
): Promise<string[] | null> {
  const open = and(ne(cases.title, ''), eq(cases.spam, false), eq(cases.restricted, false));
  try {
    const rows = await db.orm
      .select({ title: cases.title })
      .from(cases)
      .where(and(eq(cases.site, site), eq(cases.kind, kind), eq(cases.subject, subject), open))
      .orderBy(desc(cases.id))
      .limit(most);
    return rows.map(({ title }) => title);
  } catch (error) {
    if (failureOf(error).is === 'passing') return null;
    throw error;
  }
}
