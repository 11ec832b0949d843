import { sql, type SQL } from 'drizzle-orm';
import { newId } from '../lib/ids.ts';
import { blindIndex } from '../lib/sealing/blind-index.ts';
import type { StaffTools } from './tools.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Seconds after which a locked login may be tried again. */
export const LOCKED_FOR = 15 * 60;

/** Wrong tries a login and an address have. A passkey is not guessed, so it stays open while a login is locked. */
const LIMITS = {
  login: [
    { tries: 5, within: LOCKED_FOR * 1000 },
    { tries: 20, within: DAY },
  ],
  address: [{ tries: 30, within: LOCKED_FOR * 1000 }],
} as const;

const loginSubject = (login: string): string => `login:${login}`;

/**
 * Counts a try before the code is looked at, so that a thousand at once get no more guesses than five in a row; false
 * where the login or the address is locked. Logins that do not exist are counted alike.
 */
export async function chargeTry({ db, ring, clock }: StaffTools, login: string, address: string): Promise<boolean> {
  const now = clock.now();
  const subjects = { login: loginSubject(login), address: `address:${await blindIndex(ring, 'address', address)}` };
  const free = (['login', 'address'] as const).flatMap((kind) =>
    LIMITS[kind].map(
      ({ tries, within }): SQL =>
        sql`(SELECT COUNT(*) FROM staff_tries WHERE subject = ${subjects[kind]} AND at > ${now - within}) < ${tries}`,
    ),
  );
  const [first, second] = [newId(now), newId(now)];
  const [charged] = await db.write([
    sql`INSERT INTO staff_tries (id, subject, at) SELECT ${first}, ${subjects.login}, ${now} WHERE ${sql.join(free, sql` AND `)}`,
    sql`INSERT INTO staff_tries (id, subject, at) SELECT ${second}, ${subjects.address}, ${now}
      WHERE EXISTS (SELECT 1 FROM staff_tries WHERE id = ${first})`,
  ]);
  return charged?.rowsAffected === 1;
}

/** Forgets a login's wrong tries; stands in the batch that lets its holder in. */
export const forgetTries = (login: string): SQL => sql`DELETE FROM staff_tries WHERE subject = ${loginSubject(login)}`;

/** What is over: swept by cron. */
export const sweepStaff = (now: number): SQL[] => [
  sql`DELETE FROM staff_tries WHERE at < ${now - DAY}`,
  sql`DELETE FROM staff_enrol_links WHERE expires_at < ${now}`,
  sql`DELETE FROM staff_challenges_used WHERE expires_at < ${now}`,
  sql`DELETE FROM staff_sessions WHERE created_at < ${now - DAY}`,
];
