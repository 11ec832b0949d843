import type { DatabaseSync } from 'node:sqlite';

const DAY = 86_400_000;

/** A new id of the time that a case's id begins with. */
const idBeside = 'substr(c.id, 1, 24) || lower(hex(randomblob(6)))';
/** One in so many rows. */
const oneIn = (n: number): string => `abs(random()) % ${n} = 0`;

/** The department in charge, by its assignment: the indexes of holders are not there yet. */
const LEAD = `(SELECT a.lead FROM case_assignments a WHERE a.case_id = c.id ORDER BY a.seq DESC LIMIT 1)`;
/** A task for each case that fits, opened when its reminder would have been. */
const task = (kind: string, whose: string, when: string): string =>
  `INSERT INTO tasks (id, site, case_id, kind, whose, cause, date, opened_at, case_kind, station, department)
    SELECT ${idBeside}, c.site, c.id, '${kind}', '${whose}', 'date ' || coalesce(c.due_date, ''), c.due_date, c.submitted_at,
      c.kind, c.station, ${whose === 'holder' ? LEAD : 'NULL'}
    FROM cases c WHERE c.kind IN ('petition', 'proposal') AND c.restricted = 0 AND c.spam = 0 AND ${when}`;

/**
 * What lies around the cases of a filled file, in one statement each: a message to every sender, reminders and tasks,
 * filings for others, bundles on one matter. `actor` filed for others; dates are Shanghai dates.
 */
export function fillAround(db: DatabaseSync, now: number, actor: string, today: string, soon: string): void {
  const dated = 'c.due_date IS NOT NULL';
  for (const statement of [
    `INSERT INTO outbox (id, site, case_id, template, channel, revision, lang, demo, sealed, state, attempts, next_at,
        supplier, created_at, settled_at)
      SELECT c.id, c.site, c.id, 'received', 'sms', 1, 'zh', 1,
        (SELECT wrapped || wrapped FROM case_keys k WHERE k.case_id = c.id),
        'delivered', 1, c.submitted_at, 'mailbox', c.submitted_at, c.submitted_at + 1000
      FROM cases c ORDER BY c.id`,
    `UPDATE cases SET reminded = CASE WHEN due_date < '${today}' THEN 2 ELSE 1 END
      WHERE due_date IS NOT NULL AND due_date <= '${soon}'`,
    task('due-soon', 'holder', `${dated} AND c.due_date >= '${today}' AND c.due_date <= '${soon}'`),
    task('overdue', 'holder', `${dated} AND c.due_date < '${today}'`),
    task('overdue', 'supervisor', `${dated} AND c.due_date < '${today}'`),
    task('call-back', 'desk', `c.kind = 'petition' AND c.submitted_at > ${now - 30 * DAY} AND ${oneIn(50)}`),
    `INSERT INTO case_behalf (case_id, filer, manner, filed_at, confirmed_at)
      SELECT c.id, '${actor}', 'phone', c.submitted_at,
        CASE WHEN c.submitted_at < ${now - 14 * DAY} OR abs(random()) % 2 THEN c.submitted_at + ${DAY} END
      FROM cases c WHERE c.kind = 'petition' AND c.restricted = 0 AND c.spam = 0 AND ${oneIn(50)} ORDER BY c.id`,
    `INSERT INTO tasks (id, site, case_id, kind, whose, cause, opened_at, case_kind, station)
      SELECT ${idBeside}, c.site, c.id, 'unconfirmed', 'desk', 'step 1', c.submitted_at, c.kind, c.station
      FROM case_behalf b JOIN cases c ON c.id = b.case_id WHERE b.confirmed_at IS NULL`,
    // One filing in fifty is on the matter of another one of its station and topic, four at most behind one lead.
    `INSERT INTO matter_members (case_id, lead_id, told)
      SELECT id, lead, 1 FROM (
        SELECT id, first_value(id) OVER (PARTITION BY site, station, topic, place / 5 ORDER BY id) AS lead FROM (
          SELECT id, site, station, topic, row_number() OVER (PARTITION BY site, station, topic ORDER BY id) - 1 AS place
          FROM cases c WHERE c.kind = 'petition' AND c.restricted = 0 AND c.spam = 0 AND ${oneIn(50)}
        )
      ) WHERE id <> lead ORDER BY id`,
    'INSERT INTO matter_leads (case_id, step) SELECT DISTINCT lead_id, 1 FROM matter_members ORDER BY lead_id',
  ])
    db.exec(statement);
}
