import { sql } from 'drizzle-orm';
import { ledgerRows, openLedger, type LedgerRow, type MessageLine } from '../cases/ledger.ts';
import { streamOf } from '../staff/change.ts';
import type { StaffTools } from '../staff/tools.ts';

const SHOWN = 10;

/** What became of the last messages to an account, newest first. */
export async function ledgerOf({ db, ring }: StaffTools, accountId: string): Promise<MessageLine[]> {
  const stream = streamOf(accountId);
  const rows = await db.orm.all<LedgerRow>(sql`${ledgerRows(sql`${stream}`)} LIMIT ${SHOWN}`);
  const lines = await openLedger(ring, stream, rows);
  // A page that holds what the message would have said is for those outside; here that is the list of tasks.
  return lines.map((line) => ({ ...line, todo: line.todo === 'correct' ? line.todo : null }));
}
