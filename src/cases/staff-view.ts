import { sql } from 'drizzle-orm';
import { shanghaiDate } from '../lib/clock.ts';
import { openCaseKey } from '../lib/sealing/case-key.ts';
import { holder } from './holder.ts';
import { ledgerRows, openLedger, type LedgerRow } from './ledger.ts';
import type { FoundCase } from './look-up.ts';
import { notesUnder, openRemarks, type Notes } from './notes.ts';
import { numbered } from './numbered.ts';
import { within, type Reader } from './scope.ts';
import { openStored, storedCases, type Opened, type StoredCase } from './stored.ts';
import type { Tools } from './tools.ts';

export interface StaffView extends FoundCase {
  opened: Opened;
  /** Its place in a bundle on one matter. */
  matter: StoredCase['matter'];
}

export interface StaffCase extends StaffView {
  /** What colleagues wrote for each other, by the number of its step. */
  remarks: Notes;
  /** The department in charge. */
  holder: string | null;
}

/** A case as the pages of a local run show it; null where it does not exist or is a 检举控告. */
export async function staffView(tools: Tools, receipt: string): Promise<StaffView | null> {
  const [stored] = await storedCases(tools.db, { receipt });
  return !stored || stored.row.restricted ? null : viewOfStored(tools, stored);
}

/** A case as a member of staff sees it; null where it does not exist or is outside their reach, which look alike. */
export async function caseFor(tools: Tools, reader: Reader, receipt: string): Promise<StaffCase | null> {
  const { db, ring } = tools;
  const scope = within(reader);
  if (!scope) return null;
  const [known] = await db.orm.all<{ id: string; holder: string | null }>(
    sql`SELECT id, ${holder} AS holder FROM cases WHERE ${numbered(receipt)} AND ${scope}`,
  );
  const [stored] = known ? await storedCases(db, { id: known.id }) : [];
  if (!known || !stored) return null;
  const key = stored.remarks.length > 0 && stored.key ? await openCaseKey(ring, known.id, stored.key.wrapped) : null;
  return {
    ...(await viewOfStored(tools, stored)),
    remarks: key ? await openRemarks(key, stored.remarks) : new Map(),
    holder: known.holder,
  };
}

/** A stored case with its words and messages, whoever asks; who may ask is the caller’s to know. */
export async function viewOfStored({ db, ring, clock }: Tools, stored: StoredCase): Promise<StaffView> {
  const { row, key } = stored;
  const messages = await db.orm.all<LedgerRow>(ledgerRows(sql`${row.id}`));
  return {
    row,
    events: stored.events.toReversed(),
    messages: await openLedger(ring, row.id, messages),
    notes: await notesUnder(ring, row.id, key?.wrapped, stored.notes),
    today: shanghaiDate(clock.now()),
    opened: await openStored(ring, stored),
    matter: stored.matter,
  };
}
