import { sql } from 'drizzle-orm';
import type { CaseKind } from '../../forms/define.ts';
import { kindOfCase } from '../../forms/index.ts';
import { shanghaiDate } from '../../lib/clock.ts';
import { holder } from '../holder.ts';
import { within, type Reader } from '../scope.ts';
import { storedCases, type StoredCase } from '../stored.ts';
import type { Tools } from '../tools.ts';

/** A case picked from a list: its number in the canonical form, and how many events it had there. */
export interface Picked {
  receipt: string;
  seen: number;
}

/** One page of the list. */
export const MOST_PICKED = 50;

/** A picked case as it is now. */
export interface PickedCase {
  stored: StoredCase;
  form: CaseKind;
  /** The department in charge. */
  holder: string | null;
  /** How many follow it as one matter. */
  joined: number;
  /** In Asia/Shanghai. */
  today: string;
}

type Known = Pick<PickedCase, 'holder' | 'joined'> & { id: string };

/** Of the picked cases those that a reader may know of, by number; two round trips, however many there are. */
export async function pickedCases(
  { db, clock }: Pick<Tools, 'db' | 'clock'>,
  reader: Reader,
  picked: readonly Pick<Picked, 'receipt'>[],
): Promise<ReadonlyMap<string, PickedCase>> {
  const scope = within(reader);
  const receipts = JSON.stringify(picked.slice(0, MOST_PICKED).map(({ receipt }) => receipt));
  const known = scope
    ? await db.orm.all<Known>(sql`SELECT cases.id, ${holder} AS holder,
        (SELECT count(*) FROM matter_members m WHERE m.lead_id = cases.id) AS joined
        FROM json_each(${receipts}) AS j CROSS JOIN cases ON cases.site = ${reader.site} AND cases.receipt = j.value
        WHERE ${scope}`)
    : [];
  const about = new Map(known.map((one) => [one.id, one]));
  const stored = known.length === 0 ? [] : await storedCases(db, { ids: [...about.keys()] });
  const today = shanghaiDate(clock.now());
  return new Map(
    stored.flatMap((one) => {
      const [form, { holder: held = null, joined = 0 } = {}] = [kindOfCase(one.row, today), about.get(one.row.id)];
      return form ? [[one.row.receipt, { stored: one, form, holder: held, joined, today }] as const] : [];
    }),
  );
}
