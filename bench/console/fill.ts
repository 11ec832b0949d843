import { DatabaseSync } from 'node:sqlite';
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { MIGRATIONS_TABLE, readMigrations } from '../../scripts/migrate.ts';
import { textsOf } from '../../src/cases/case-text.ts';
import { FOUND_FOR_DAYS } from '../../src/cases/matter/keep-bands.ts';
import { bandsOf } from '../../src/cases/matter/sketch.ts';
import { bandScope } from '../../src/cases/matter/words-of.ts';
import { marksOf } from '../../src/cases/search-marks.ts';
import { shanghaiDate } from '../../src/lib/clock.ts';
import { newId } from '../../src/lib/ids.ts';
import { RECEIPT_ALPHABET, receiptNumber } from '../../src/lib/receipt-number.ts';
import { wordsOf } from '../../src/lib/search-words.ts';
import { deputiesOf } from '../../src/liaison/index.ts';
import { siteById } from '../../src/sites/index.ts';
import { addDays } from '../../src/workflow/calendar/dates.ts';
import { SOON_DAYS } from '../../src/workflow/reminders.ts';
import { fillAround } from './around.ts';
import { standOf } from './spread.ts';
import { filing, numbers, pick } from './texts.ts';

const DAY = 86_400_000;
const YEARS_3 = 1095 * DAY;
const HASH = createHash('sha256').update('bench').digest('base64url');
/** As long as the real ones; no key opens them. Cases that are opened in the measurement come down the real road. */
const ENVELOPE = `A256GCM.test.${'A'.repeat(16)}.${'B'.repeat(80)}`;
const SEALED = JSON.stringify({ 'contact.name': ENVELOPE, 'contact.phone': ENVELOPE, 'contact.address': ENVELOPE });

const COLUMNS = `id, site, kind, receipt, code_hash, state, seq, submitted_at, lang, title, answers, category, topic, station,
  restricted, demo, spam, due, due_date, due_explanation, fingerprint, privacy_version, phone_index, waits_for, acted_by,
  subject`;

/** Puts the schema of the migrations into a fresh file, without the indexes and triggers that would slow the rows down. */
function openFile(path: string): { db: DatabaseSync; later: string[] } {
  const db = new DatabaseSync(path);
  db.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000');
  db.exec(
    `CREATE TABLE ${MIGRATIONS_TABLE} (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, applied_at INTEGER NOT NULL)`,
  );
  for (const { name, sha256, statements } of readMigrations()) {
    for (const statement of statements) db.exec(statement);
    db.prepare(`INSERT INTO ${MIGRATIONS_TABLE} VALUES (?, ?, 0)`).run(name, sha256);
  }
  const made = db
    .prepare("SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL")
    .all() as { type: string; name: string; sql: string }[];
  for (const { type, name } of made) db.exec(`DROP ${type} "${name}"`);
  return { db, later: made.map(({ sql }) => sql) };
}

export interface Filled {
  seconds: number;
}

export interface Wish {
  dir: string;
  size: number;
  now: number;
  /** Ids of accounts that act, by county. */
  actors: Record<string, readonly string[]>;
  /** Blind indexes of phones to draw from. */
  phones: readonly string[];
}

/**
 * Writes so many cases straight into a database file, outside sqld and in one process: rows, events, keys, assignments,
 * holders, the index of words and the bands, as the verbs and the sweep would have left them; hashes and envelopes are of
 * the right length only. Then, in a statement each, what lies around them, and last the indexes and triggers.
 */
export function fill({ dir, size, now, actors, phones }: Wish): Filled {
  const began = Date.now();
  mkdirSync(join(dir, 'dbs', 'default'), { recursive: true });
  const { db, later } = openFile(join(dir, 'dbs', 'default', 'data'));
  const random = numbers(20_261_124);
  const into = (table: string, columns: string, n: number) =>
    db.prepare(`INSERT INTO ${table} (${columns}) VALUES (${Array.from({ length: n }, () => '?').join(', ')})`);
  const cases = into('cases', COLUMNS, 26);
  const keys = into('case_keys', 'case_id, wrapped, salt', 3);
  const secrets = into('case_secrets', 'case_id, sealed', 2);
  const events = into('events', 'stream, seq, at, actor, code, data, prev, hash', 8);
  const assignments = into('case_assignments', 'case_id, seq, lead, helpers', 4);
  const holders = into(
    'case_holders',
    'site, department, case_id, leads, due_date, waits_for, acted_by, kind, state, topic, station',
    11,
  );
  const births = into('case_births', 'child_id, parent_id', 2);
  const rows = into('case_word_rows', 'n, case_id', 2);
  const words = into('case_words', 'rowid, words', 2);
  const sketches = into('matter_bands', 'case_id, band', 2);
  // Words are gathered in memory for longer, so that the index of words is merged less often; its rows are the same.
  db.exec("INSERT INTO case_words (case_words, rank) VALUES ('hashsize', 67108864)");
  let row = 0;
  let parent = '';
  db.exec('BEGIN');
  for (let number = 0; number < size; number += 1) {
    const sentAt = Math.floor(now - YEARS_3 + (YEARS_3 * (number + random())) / (size + 1));
    const stand = standOf(random, sentAt, now);
    const { site: siteId, kind, topic, station, lead, helpers } = stand;
    const site = siteById(siteId);
    if (!site) continue;
    const id = newId(sentAt);
    const { title, body } = filing(random);
    const due = stand.dueAt === null || stand.finished ? null : shanghaiDate(stand.dueAt);
    const actor = pick(random, actors[siteId] ?? ['nobody']);
    const deputy = kind === 'proposal' ? pick(random, deputiesOf(siteId)).id : null;
    const open = {
      answers: deputy
        ? { proposer: deputy, title: `关于${title}的建议`, reason: body, problem: body, asks: body }
        : { category: 'request', topic, title, body, station },
    };
    const kept = stand.restricted ? { answers: {} } : open;
    const shownTitle = stand.restricted ? '' : open.answers.title;
    const answers = JSON.stringify(kept);
    const receipt = receiptNumber(
      site.prefix,
      Array.from({ length: 9 }, () => Math.floor(random() * RECEIPT_ALPHABET.length)),
    );
    const seq = 1 + stand.steps.length;
    const acted = stand.finished || seq === 1 ? null : actor;
    cases.run(
      id,
      siteId,
      kind,
      receipt,
      HASH,
      stand.state,
      seq,
      sentAt,
      'zh',
      shownTitle,
      answers,
      stand.restricted ? 'report' : deputy ? null : 'request',
      topic,
      station,
      Number(stand.restricted),
      1,
      Number(stand.spam),
      due &&
        JSON.stringify({
          date: due,
          what: 'answer',
          kind: 'law',
          basis: '信访工作条例 第三十四条',
          provisional: false,
        }),
      due,
      due &&
        JSON.stringify({
          start: shanghaiDate(sentAt),
          count: 60,
          unit: 'day',
          unrolled: due,
          date: due,
          doBy: due,
          provisional: false,
          open: null,
          skipped: [],
          madeUp: [],
          borrowed: ['start-day-not-counted'],
          basis: { instrument: '信访工作条例', article: 34 },
        }),
      HASH,
      '1',
      deputy ? null : pick(random, phones),
      stand.waitsFor,
      acted,
      deputy,
    );
    keys.run(id, ENVELOPE, HASH.slice(0, 22));
    secrets.run(id, SEALED);
    events.run(id, 1, sentAt, 'citizen', 'submitted', `{"state":"received","body":"${HASH}"}`, '', HASH);
    for (const [index, code] of stand.steps.entries()) {
      events.run(id, index + 2, sentAt + (index + 1) * DAY, `staff:${actor}`, code, `{"words":"${HASH}"}`, HASH, HASH);
      if (code !== 'assign' || lead === null) continue;
      assignments.run(id, index + 2, lead, helpers);
      const holds = (department: string, leads: number) =>
        holders.run(siteId, department, id, leads, due, stand.waitsFor, acted, kind, stand.state, topic, station);
      holds(lead, 1);
      if (helpers !== null && helpers !== lead) holds(helpers, 0);
    }
    if (deputy) births.run(id, parent);
    if (stand.restricted || stand.spam || (kind !== 'petition' && !deputy)) continue;
    if (kind === 'petition' && siteId === 'wanrong') parent = id;
    const { title: head, others } = textsOf(
      { kind, title: shownTitle, answers },
      { site, today: shanghaiDate(sentAt), drafts: [] },
    );
    const departments = [lead, helpers].filter((one) => one !== null);
    // As the sweep counts them: two of one millisecond lie side by side.
    row = Math.max(sentAt * 1024, row + 1);
    rows.run(row, id);
    const found = [...wordsOf([head, ...others].join('\n')), ...marksOf({ site: siteId, station, kind }, departments)];
    words.run(row, found.join(' '));
    if (kind === 'petition' && sentAt > now - FOUND_FOR_DAYS * DAY) {
      for (const band of bandsOf(bandScope({ site: siteId, kind }), `${title}\n${body}`)) sketches.run(id, band);
    }
    if (number % 100_000 === 99_999) db.exec('COMMIT; BEGIN');
  }
  const today = shanghaiDate(now);
  fillAround(db, now, actors['wanrong']?.at(-1) ?? 'nobody', today, addDays(today, SOON_DAYS));
  db.exec("COMMIT; INSERT INTO case_words (case_words, rank) VALUES ('hashsize', 1048576)");
  for (const statement of later) db.exec(statement);
  db.close();
  return { seconds: (Date.now() - began) / 1000 };
}
