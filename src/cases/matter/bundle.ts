import { sql, type SQL } from 'drizzle-orm';
import { maskName } from '../mask.ts';
import { within, type Reader } from '../scope.ts';
import type { StaffCase } from '../staff-view.ts';
import { openStored, storedCases, type StoredCase } from '../stored.ts';
import type { Tools } from '../tools.ts';
import { oddOf, type OddSentence } from './odd.ts';
import { suggestions, type Suggestion } from './suggest.ts';
import { toldBy, wholeText } from './words-of.ts';

/** Another case as a list names it. */
export interface Named {
  receipt: string;
  title: string;
  state: string;
}

export interface Member extends Named {
  dueDate: string | null;
  /** Masked. */
  sender: string;
  /** It knows the last step that its lead was to tell. */
  told: boolean;
  seq: number;
  odd: OddSentence[];
}

/** What a case has to do with others on one matter, as far as its reader may know. */
export interface MatterView {
  /** The case it follows: `beyond` the reader's reach, or named. */
  follows: Named | 'beyond' | null;
  /** Those that follow it: the first of them within reach. */
  members: Member[];
  /** How many follow it in all, how many of them know its last step, and when the first of them is due. */
  total: number;
  told: number;
  earliest: string | null;
  linked: Named[];
  suggested: Suggestion[];
}

const SHOWN = 50;
const named = sql`cases.receipt, cases.title, cases.state`;

/** Bundle, links and suggestions of a case for a reader. */
export async function matterOf(tools: Tools, reader: Reader, { row, matter }: StaffCase): Promise<MatterView> {
  const { orm } = tools.db;
  const scope = within(reader) ?? sql`0`;
  const among = (ids: SQL) =>
    orm.all<Named>(sql`SELECT ${named} FROM cases WHERE id IN (${ids}) AND ${scope} ORDER BY id`);
  const counting = matter.leads
    ? orm.all<Pick<MatterView, 'total' | 'told' | 'earliest'>>(sql`SELECT count(*) AS total,
        count(*) FILTER (WHERE m.told >= l.step) AS told, min(c.due_date) AS earliest
        FROM matter_leads l JOIN matter_members m ON m.lead_id = l.case_id JOIN cases c ON c.id = m.case_id
        WHERE l.case_id = ${row.id}`)
    : [];
  const [[counted], [lead], linked, suggested] = await Promise.all([
    counting,
    matter.follows === null ? [] : among(sql`${matter.follows}`),
    among(sql`SELECT other_id FROM matter_links WHERE case_id = ${row.id}`),
    suggestions(tools, reader, row),
  ]);
  return {
    follows: matter.follows === null ? null : (lead ?? 'beyond'),
    members: (counted?.total ?? 0) > 0 ? await membersOf(tools, scope, row) : [],
    total: counted?.total ?? 0,
    told: counted?.told ?? 0,
    earliest: counted?.earliest ?? null,
    linked,
    suggested,
  };
}

async function membersOf(tools: Tools, scope: SQL, lead: StaffCase['row']): Promise<Member[]> {
  const known = await tools.db.orm.all<{
    id: string;
    told: number;
  }>(sql`SELECT m.case_id AS id, m.told >= l.step AS told
    FROM matter_leads l JOIN matter_members m ON m.lead_id = l.case_id JOIN cases ON cases.id = m.case_id
    WHERE l.case_id = ${lead.id} AND ${scope} ORDER BY m.case_id LIMIT ${SHOWN}`);
  const stored = await storedCases(tools.db, { ids: known.map(({ id }) => id) });
  const texts = [lead, ...stored.map(({ row }) => row)].map((row) => [row.id, wordsOf(row)] as const);
  return Promise.all(
    stored.map(async (one) => ({
      receipt: one.row.receipt,
      title: one.row.title,
      state: one.row.state,
      dueDate: one.row.dueDate,
      seq: one.row.seq,
      sender: await senderOf(tools, one),
      told: known.find(({ id }) => id === one.row.id)?.told === 1,
      odd: await oddOf(
        { text: toldBy(one.row)?.text ?? '', salt: one.key?.salt ?? '', events: one.events },
        texts.filter(([id]) => id !== one.row.id).map(([, text]) => text),
      ),
    })),
  );
}

const wordsOf = (row: StaffCase['row']): string => {
  const told = toldBy(row);
  return told ? wholeText(told) : '';
};

async function senderOf({ ring }: Tools, stored: StoredCase): Promise<string> {
  const opened = await openStored(ring, stored);
  const { contact } = opened.is === 'open' ? (opened.body as { contact?: { name?: string } }) : {};
  return maskName(contact?.name ?? '');
}
