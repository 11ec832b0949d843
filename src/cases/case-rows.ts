import { nextEvent } from '../chain/event.ts';
import { events } from '../chain/tables.ts';
import { privacyVersion } from '../content/privacy.ts';
import { caseKeys } from '../db/case-keys.ts';
import type { Plain } from '../db/database.ts';
import { insertInto } from '../db/insert.ts';
import { base64url, randomBytes, sha256 } from '../lib/bytes.ts';
import { canonical } from '../lib/canonical.ts';
import { blindIndex } from '../lib/sealing/blind-index.ts';
import { FIRST_STATE, type Accepted, type Common, type Made } from './accepted.ts';
import { takeApart } from './body-parts.ts';
import { codeHash } from './receipt.ts';
import { cases, caseSecrets, type CaseRow } from './tables.ts';
import type { Tools } from './tools.ts';

const caseRow = insertInto(cases);
const keyRow = insertInto(caseKeys);
const secretsRow = insertInto(caseSecrets);
const eventRow = insertInto(events);

/** The case itself, its key, what is sealed under it, and the first link of its chain. */
export async function caseRows(
  { ring }: Tools,
  { form, context, fields, body, lang, screened, sender }: Accepted,
  { id, key, now, answer, due, dueExplanation }: Made & Pick<CaseRow, 'due' | 'dueExplanation'>,
): Promise<{ row: CaseRow; statements: Plain[] }> {
  const { contact, consent } = body as unknown as Common;
  const index = form.index(body, context);
  const frozen = form.freeze?.(body, context) ?? null;
  const restricted = index.restricted === true;
  const { open, sealed } = takeApart(fields, body, restricted);
  const envelopes = Object.entries(sealed).map(
    async ([path, value]) => [path, await key.seal(path, JSON.stringify(value))] as const,
  );
  const salt = base64url(randomBytes(16));
  const event = await nextEvent(id, null, {
    at: now,
    actor: sender.is === 'clerk' ? `staff:${sender.account}` : 'citizen',
    code: 'submitted',
    data: {
      state: FIRST_STATE,
      body: await sha256(`${salt}|${canonical(body)}`),
      through: sender.is,
      ...(sender.is === 'clerk' && { manner: sender.manner, read: sender.read }),
      privacy: privacyVersion,
      sensitive: consent.sensitive === true,
      guardian: consent.guardian !== undefined,
      frozen: frozen && (await sha256(`${salt}|${canonical(frozen)}`)),
    },
  });
  const { challenge: _, contact: _contact, ...kept } = open;
  const row: CaseRow = {
    id,
    site: context.site.id,
    kind: form.kind,
    receipt: answer.receipt,
    codeRenewedOn: null,
    codeHash: await codeHash(ring, ring.current, answer.receipt, answer.code),
    state: FIRST_STATE,
    seq: event.seq,
    submittedAt: now,
    lang,
    title: index.title,
    answers: JSON.stringify(kept),
    category: index.category ?? null,
    topic: index.topic ?? null,
    station: index.station ?? null,
    subject: index.subject ?? null,
    restricted,
    demo: context.site.demo,
    spam: screened.spam,
    urgent: false,
    due,
    dueDate: answer.due?.date ?? null,
    dueExplanation,
    frozen: frozen && JSON.stringify(frozen),
    fingerprint: answer.fingerprint,
    privacyVersion,
    phoneIndex: contact.phone ? await blindIndex(ring, 'phone', contact.phone) : null,
    identityIndex: contact.idNumber ? await blindIndex(ring, 'identity', contact.idNumber) : null,
  };
  const sealedJson = JSON.stringify(Object.fromEntries(await Promise.all(envelopes)));
  return {
    row,
    statements: [
      caseRow(row),
      keyRow({ caseId: id, wrapped: key.wrapped, salt }),
      secretsRow({ caseId: id, sealed: sealedJson }),
      eventRow(event),
    ],
  };
}
