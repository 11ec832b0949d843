import type { Statement } from '../../db/database.ts';
import { randomBytes } from '../../lib/bytes.ts';
import { parsePhone } from '../../lib/identifiers/phone.ts';
import { drawCode } from '../../lib/receipt-number.ts';
import type { Accepted, Common, Made } from '../accepted.ts';
import { capsOf, tell } from '../messages.ts';
import { codeHash } from '../receipt.ts';
import type { Tools } from '../tools.ts';
import { caseBehalf } from './tables.ts';

/** What a confirmation code is hashed with: never equal to a query code's hash. */
export const confirmHash = (ring: Tools['ring'], kid: string, receipt: string, code: string): Promise<string> =>
  codeHash(ring, kid, `confirm|${receipt}`, code);

/** That a case was filed for somebody, and the code that their own phone confirms it by; for the batch of the case. */
export async function behalfRows(
  { db, ring }: Tools,
  { sender, context, body, lang }: Accepted,
  { id: caseId, key, now, answer }: Made,
): Promise<Statement[]> {
  if (sender.is !== 'clerk') return [];
  const { site } = context;
  const { receipt } = answer;
  const { phone } = (body as unknown as Common).contact;
  const mobile = phone !== undefined && parsePhone(phone)?.kind === 'mobile';
  const code = mobile ? drawCode(randomBytes(64)) : null;
  const hash = code === null ? null : await confirmHash(ring, ring.current, receipt, code);
  const row = { caseId, filer: sender.account, manner: sender.manner, filedAt: now, codeHash: hash, wrongCodes: 0 };
  const params = { number: receipt, code: code ?? '', phone: site.phone };
  const notice = { site, caseId, receipt, lang, template: 'confirm-filing', revision: 1, params } as const;
  const message = code === null ? [] : await tell({ ...notice, recipient: { phone } }, key, ring, now, capsOf(site));
  return [db.orm.insert(caseBehalf).values(row), ...message];
}
