import { and, eq, sql } from 'drizzle-orm';
import { count } from '../db/counters.ts';
import type { Statement } from '../db/database.ts';
import { base64url, randomBytes } from '../lib/bytes.ts';
import { shanghaiDate } from '../lib/clock.ts';
import { drawCode } from '../lib/receipt-number.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import type { CaseKey } from '../lib/sealing/case-key.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';
import { tidyIdentifier } from '../lib/text.ts';
import type { Lang } from '../lib/words.ts';
import type { Channel } from '../notify/message.ts';
import type { Account } from '../staff/account.ts';
import { accountKey } from '../staff/account-key.ts';
import { changeAccount } from '../staff/change.ts';
import { staffContacts, staffNotices } from '../staff/contact-tables.ts';
import type { StaffTools } from '../staff/tools.ts';
import { keepContact, openAddress } from './contact.ts';
import { placeOf } from './place.ts';
import { tellAccount } from './tell.ts';
import { wishesUnlessSaid } from './wishes.ts';

const CODE_MS = 15 * 60_000;
const WRONG_CODES = 5;
const CODES_A_DAY = 10;
const DAY = 86_400_000;

/** Where a code goes: to an address just typed, or to the one that is kept. */
export interface CodeAsked {
  account: Account;
  channel: Channel;
  lang: Lang;
  address?: string;
}

export type CodeRefusal = 'unknown' | 'too-many';

const contactCode = async (ring: KeyRing, kid: string, accountId: string, channel: Channel, code: string) =>
  `${kid}.${base64url(await ring.mac('code', kid, `contact|${accountId}|${channel}|${code}`))}`;

/**
 * Sends a code to an address: the address itself (sealed), its code and the message are one batch. An address that was
 * confirmed is not any more. `unknown`: there is none; `too-many`: ten codes went out today.
 */
export async function sendContactCode(
  tools: StaffTools,
  { account, channel, lang, address }: CodeAsked,
): Promise<Result<null, CodeRefusal>> {
  const { db, ring, clock } = tools;
  const { id } = account;
  return changeAccount<null, CodeRefusal>(tools, id, async () => {
    const now = clock.now();
    const codes = `staff-codes|${id}|${shanghaiDate(now)}`;
    const [counted] = await db.orm.all<{ n: number }>(sql`SELECT n FROM counters WHERE name = ${codes}`);
    if ((counted?.n ?? 0) >= CODES_A_DAY) return fail('too-many');
    const { key, statements } = await accountKey(tools, id);
    const to = address ?? (await keptAddress(tools, key, id, channel));
    const code = drawCode(randomBytes(64));
    if (to === null || code === null) return fail('unknown');
    const [notices] = await db.orm.select().from(staffNotices).where(eq(staffNotices.accountId, id));
    const addressee = { id, place: placeOf(account), lang, sent: notices?.sent ?? 0, key };
    const hash = await contactCode(ring, ring.current, id, channel, code);
    return ok({
      actor: `staff:${id}`,
      code: 'contact-entered',
      data: { channel },
      statements: [
        ...statements,
        ...(await keepContact(db, key, id, channel, to)),
        sql`UPDATE staff_contacts SET code_hash = ${hash}, code_until = ${now + CODE_MS}
          WHERE account_id = ${id} AND channel = ${channel}`,
        count(codes, 1, null, now + 2 * DAY),
        ...(await tellAccount({ ring, now }, addressee, [{ template: 'staff-code', channel, to, params: { code } }])),
      ],
      value: null,
    });
  });
}

async function keptAddress(
  { db }: StaffTools,
  key: CaseKey,
  accountId: string,
  channel: Channel,
): Promise<string | null> {
  const one = and(eq(staffContacts.accountId, accountId), eq(staffContacts.channel, channel));
  const [row] = await db.orm.select().from(staffContacts).where(one);
  return row ? openAddress(key, channel, row.sealed) : null;
}

export type ConfirmRefusal = 'code-wrong' | 'code-over';

/**
 * Confirms an address by the code that went there; from then on messages go there too. Each try is counted before it is
 * looked at. `code-over`: no code is out, its 15 minutes are over, or it was wrong five times.
 */
export async function confirmContact(
  tools: StaffTools,
  { account, channel, lang, code }: Omit<CodeAsked, 'address'> & { code: string },
): Promise<Result<null, ConfirmRefusal>> {
  const { db, ring, clock } = tools;
  const { id } = account;
  const open = sql`account_id = ${id} AND channel = ${channel} AND code_hash IS NOT NULL AND code_until > ${clock.now()}`;
  const [charged] = await db.write([
    sql`UPDATE staff_contacts SET wrong_codes = wrong_codes + 1 WHERE ${open} AND wrong_codes < ${WRONG_CODES}`,
  ]);
  if (charged?.rowsAffected !== 1) return fail('code-over');
  const typed = tidyIdentifier(code);
  const hashes = await Promise.all(ring.ids.map((kid) => contactCode(ring, kid, id, channel, typed)));
  return changeAccount<null, ConfirmRefusal>(tools, id, async () => {
    const now = clock.now();
    const [row] = await db.orm.all<{ hash: string }>(
      sql`SELECT code_hash AS hash FROM staff_contacts WHERE ${open} AND confirmed_at IS NULL`,
    );
    if (!row) return fail('code-over');
    if (!hashes.includes(row.hash)) return fail('code-wrong');
    const statements: Statement[] = [
      sql`UPDATE staff_contacts SET confirmed_at = ${now}, code_hash = NULL, code_until = NULL, wrong_codes = 0
        WHERE account_id = ${id} AND channel = ${channel}`,
      // What came before the first address was confirmed is not told one by one.
      sql`UPDATE staff_notices SET lang = ${lang}, up_to = CASE WHEN EXISTS (SELECT 1 FROM staff_contacts c
          WHERE c.account_id = ${id} AND c.channel <> ${channel} AND c.confirmed_at IS NOT NULL) THEN up_to
        ELSE coalesce((SELECT max(n) FROM arrivals), 0) END WHERE account_id = ${id}`,
      ...(await wishesUnlessSaid(tools, account, channel)),
    ];
    return ok({ actor: `staff:${id}`, code: 'contact-confirmed', data: { channel }, statements, value: null });
  });
}
