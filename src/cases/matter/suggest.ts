import { sql, type SQL } from 'drizzle-orm';
import { kindByName } from '../../forms/index.ts';
import { idFrom } from '../../lib/ids.ts';
import { within, type Reader } from '../scope.ts';
import type { CaseRow } from '../tables.ts';
import type { Tools } from '../tools.ts';
import { FOUND_FOR_DAYS } from './keep-bands.ts';
import { likeness } from './likeness.ts';
import { oddSentences } from './sentences.ts';
import { bandsOf } from './sketch.ts';
import { bandScope, toldBy, wholeText } from './words-of.ts';

/** Another filing that may be on the same matter, and why it is thought so. */
export interface Suggestion {
  receipt: string;
  title: string;
  state: string;
  submittedAt: number;
  samePhone: boolean;
  /** How much of the shorter text stands in the other, from 0 to 1. */
  alike: number;
  /** What it says that this one does not. */
  odd: string[];
  /** Nothing has been decided in it. */
  open: boolean;
}

const MOST_SHOWN = 5;
/** At the same station and topic a tenth of the words is telling; from anywhere in the county it takes more than a third. */
const ALIKE_NEARBY = 0.1;
const ALIKE_ANYWHERE = 0.35;

/** Bounds of what is read, however many cases there are: the newest of each way of finding. */
const MOST = { phone: 20, place: 60, band: 20, text: 40 };
const DAY = 86_400_000;

const part = (found: SQL): SQL => sql`SELECT * FROM (${found})`;

/** Ids found by an index each: by the same phone, the same topic at the same station, and by words in common. */
function nearby(row: CaseRow, bands: readonly number[]): SQL {
  const { site, kind, topic, station, phoneIndex } = row;
  const since = idFrom(row.submittedAt - FOUND_FOR_DAYS * DAY);
  const ways = [
    ...(phoneIndex === null
      ? []
      : [
          sql`SELECT id FROM cases WHERE site = ${site} AND phone_index = ${phoneIndex} ORDER BY id DESC LIMIT ${MOST.phone}`,
        ]),
    ...(topic === null
      ? []
      : [
          sql`SELECT id FROM cases WHERE site = ${site} AND kind = ${kind} AND topic = ${topic} AND station IS ${station}
            AND id >= ${since} ORDER BY id DESC LIMIT ${MOST.place}`,
        ]),
    ...(bands.length === 0 ? [] : [byBands(bands)]),
  ];
  return ways.length === 0 ? sql`SELECT NULL AS id` : sql.join(ways.map(part), sql` UNION `);
}

function byBands(bands: readonly number[]): SQL {
  const each = bands.map((band) =>
    part(sql`SELECT case_id FROM matter_bands WHERE band = ${band} ORDER BY case_id DESC LIMIT ${MOST.band}`),
  );
  return sql`SELECT case_id AS id FROM (${sql.join(each, sql` UNION ALL `)})
    GROUP BY case_id ORDER BY count(*) DESC, case_id DESC LIMIT ${MOST.text}`;
}

type Candidate = Pick<
  CaseRow,
  | 'id'
  | 'kind'
  | 'receipt'
  | 'title'
  | 'state'
  | 'answers'
  | 'topic'
  | 'station'
  | 'submittedAt'
  | 'phoneIndex'
  | 'restricted'
  | 'spam'
>;

/**
 * At most five other filings within a reader's reach that may be on the same matter, the likeliest first: by the same
 * phone, or by their words. A 检举控告, spam and what was erased neither gets suggestions nor is one.
 */
export async function suggestions({ db }: Pick<Tools, 'db'>, reader: Reader, row: CaseRow): Promise<Suggestion[]> {
  const [told, scope, matter] = [toldBy(row), within(reader), kindByName(row.kind)?.matter];
  if (!told || !scope || !matter) return [];
  const text = wholeText(told);
  const found = await db.orm.all<Candidate>(sql`WITH near AS (${nearby(row, bandsOf(bandScope(row), text))})
    SELECT cases.id, kind, receipt, title, state, answers, topic, station, submitted_at AS submittedAt,
      phone_index AS phoneIndex, restricted, spam
    FROM near CROSS JOIN cases ON cases.id = near.id
    WHERE cases.id <> ${row.id} AND cases.restricted = 0 AND cases.kind = ${row.kind} AND ${scope}
      AND cases.id NOT IN (SELECT case_id FROM matter_members WHERE case_id = near.id AND lead_id = ${row.id})
      AND cases.id NOT IN (SELECT lead_id FROM matter_members WHERE case_id = ${row.id})
      AND cases.id NOT IN (SELECT other_id FROM matter_links WHERE case_id = ${row.id})`);
  return found
    .flatMap((one): Suggestion[] => {
      const other = toldBy(one);
      if (!other) return [];
      const { receipt, title, state, submittedAt } = one;
      const samePhone = row.phoneIndex !== null && one.phoneIndex === row.phoneIndex;
      const alike = likeness(text, wholeText(other));
      const near = one.topic === row.topic && one.station === row.station;
      if (!samePhone && alike < (near ? ALIKE_NEARBY : ALIKE_ANYWHERE)) return [];
      const odd = oddSentences(other.text, [text]);
      return [{ receipt, title, state, submittedAt, samePhone, alike, odd, open: matter.open.includes(state) }];
    })
    .toSorted((a, b) => weightOf(b) - weightOf(a) || b.submittedAt - a.submittedAt)
    .slice(0, MOST_SHOWN);
}

/** A phone alone says who, the words say what: both together come first, words that are quite the same before a phone. */
const weightOf = ({ samePhone, alike, open }: Suggestion): number => alike + (samePhone ? 0.5 : 0) + (open ? 0.1 : 0);
