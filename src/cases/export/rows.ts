import { sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { openCaseKey } from '../../lib/sealing/case-key.ts';
import type { KeyRing } from '../../lib/sealing/key-ring.ts';
import { putTogether } from '../body-parts.ts';
import { holder } from '../holder.ts';
import { within, type Reader } from '../scope.ts';
import { jsonOf } from '../stored.ts';
import type { CaseRow } from '../tables.ts';

type Columns = Pick<
  CaseRow,
  'id' | 'receipt' | 'site' | 'kind' | 'state' | 'topic' | 'title' | 'station' | 'submittedAt' | 'dueDate' | 'answers'
> & { restricted: number; holder: string | null; wrapped: string | null; sealed: string | null };

/** A case with what its file shows of its sender; empty where the key is gone. */
export type OpenRow = Omit<Columns, 'wrapped' | 'sealed' | 'restricted'> & {
  name: string;
  phone: string;
  email: string;
  address: string;
};

/** The cases of a page that are still within reach when they are read, in the page's order, their senders opened. */
export async function openRows(
  { db, ring }: { db: Database; ring: KeyRing },
  reader: Reader,
  ids: readonly string[],
): Promise<OpenRow[]> {
  const scope = within(reader);
  if (!scope || ids.length === 0) return [];
  const found = await db.orm.all<Columns>(sql`SELECT cases.id, cases.receipt, cases.site, cases.kind, cases.state,
      cases.topic, cases.title, cases.station, cases.submitted_at AS submittedAt, cases.due_date AS dueDate,
      cases.answers, cases.restricted, ${holder} AS holder, k.wrapped, s.sealed
    FROM cases LEFT JOIN case_keys k ON k.case_id = cases.id LEFT JOIN case_secrets s ON s.case_id = cases.id
    WHERE cases.id IN ${ids} AND ${scope}`);
  const byId = new Map(found.map((row) => [row.id, row]));
  return Promise.all(ids.flatMap((id) => byId.get(id) ?? []).map((row) => opened(ring, row)));
}

const SENDER = ['name', 'phone', 'email', 'address'] as const;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

async function opened(ring: KeyRing, { wrapped, sealed, restricted, ...row }: Columns): Promise<OpenRow> {
  const key = wrapped === null ? null : await openCaseKey(ring, row.id, wrapped);
  const envelopes = jsonOf(sealed);
  const open = async (path: string): Promise<unknown> => {
    const envelope = envelopes[path];
    const plain = key && typeof envelope === 'string' ? await key.open(path, envelope) : null;
    return plain === null ? undefined : (JSON.parse(plain) as unknown);
  };
  const [name, phone, email, address] = await Promise.all(
    SENDER.map(async (part) => text(await open(`contact.${part}`))),
  );
  const sender = { name: name ?? '', phone: phone ?? '', email: email ?? '', address: address ?? '' };
  if (restricted === 0) return { ...row, ...sender };
  // A 检举控告 is sealed whole, and only whoever is cleared for it gets here.
  const paths = Object.keys(envelopes).filter((path) => path.startsWith('answers.'));
  const values = await Promise.all(paths.map(async (path) => [path, await open(path)] as const));
  const body = putTogether({ open: {}, sealed: Object.fromEntries(values) });
  const title = text((body['answers'] as Record<string, unknown> | undefined)?.['title']);
  return { ...row, title, answers: JSON.stringify(body), ...sender };
}
