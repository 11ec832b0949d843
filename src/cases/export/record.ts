import { sql } from 'drizzle-orm';
import { nextEvent } from '../../chain/event.ts';
import { events } from '../../chain/tables.ts';
import type { Database } from '../../db/database.ts';
import type { ExportReason } from '../../i18n/export.ts';
import { ok } from '../../lib/result.ts';
import { changeAccount } from '../../staff/change.ts';
import type { StaffTools } from '../../staff/tools.ts';
import { REVEALED } from '../reveal.ts';
import { writeStep } from '../step.ts';
import type { Source } from './source.ts';

export interface Exported {
  source: Source;
  format: string;
  /** How many cases there were when it began. */
  cases: number;
  /** How many a file of its kind may hold. */
  most: number;
  /** Why in full; null for a masked file. */
  why: ExportReason | null;
}

/** Writes into an account's chain what it is about to export. Codes only: what was searched for is no code. */
export async function recordExport(
  tools: StaffTools,
  accountId: string,
  { source, format, cases, most, why }: Exported,
): Promise<void> {
  const narrowed = source.is === 'inbox' ? { view: source.view, ...source.filters } : {};
  const data = { from: source.is, ...narrowed, format, cases, most, full: why !== null, why };
  await changeAccount<null, never>(tools, accountId, async () =>
    ok({ actor: `staff:${accountId}`, code: 'exported', data, statements: [], value: null }),
  );
}

const TRIES = 6;

interface Head {
  stream: string;
  seq: number;
  hash: string;
}

/**
 * Writes into the chain of each case of a page that its personal data leaves, before it does: one batch. Where somebody
 * works on one of them meanwhile, the heads are read anew.
 */
export async function recordReveals(
  { db, clock }: { db: Database; clock: StaffTools['clock'] },
  accountId: string,
  ids: readonly string[],
  why: ExportReason,
): Promise<void> {
  for (let tried = 1; tried <= TRIES; tried += 1) {
    const heads = await db.orm.all<Head>(sql`SELECT e.stream, e.seq, e.hash FROM cases c
      JOIN events e ON e.stream = c.id AND e.seq = c.seq WHERE c.id IN ${ids}`);
    const now = clock.now();
    const next = await Promise.all(
      heads.map((head) =>
        nextEvent(head.stream, head, {
          at: now,
          actor: `staff:${accountId}`,
          code: REVEALED,
          data: { why, through: 'export' },
        }),
      ),
    );
    const written = await writeStep(
      db,
      next.flatMap((event) => [
        db.orm.insert(events).values(event),
        sql`UPDATE cases SET seq = ${event.seq} WHERE id = ${event.stream}`,
      ]),
    );
    if (written.ok) return;
  }
  throw new Error('the cases of an export never stood still');
}
