import { type SQL, sql } from 'drizzle-orm';
import { nextEvent, type Actor } from '../chain/event.ts';
import { events } from '../chain/tables.ts';
import { privacyVersion } from '../content/privacy.ts';
import { caseKeys } from '../db/case-keys.ts';
import type { Statement } from '../db/database.ts';
import type { FormContext, FormKind, Json } from '../forms/define.ts';
import { base64url, randomBytes, sha256 } from '../lib/bytes.ts';
import { canonical } from '../lib/canonical.ts';
import { shanghaiDate, shanghaiTime } from '../lib/clock.ts';
import type { Fields } from '../lib/fields/index.ts';
import { newId } from '../lib/ids.ts';
import { blindIndex } from '../lib/sealing/blind-index.ts';
import { newCaseKey, type CaseKey } from '../lib/sealing/case-key.ts';
import type { Lang } from '../lib/words.ts';
import { calendar } from '../workflow/calendar/index.ts';
import { dueOf } from '../workflow/due.ts';
import { ANSWER_FIELD, type Answer } from './answer.ts';
import { takeApart } from './body-parts.ts';
import { tell, type Recipient } from './messages.ts';
import { codeHash, drawNumbers, fingerprint } from './receipt.ts';
import { bodyHash, keyHash } from './replay.ts';
import type { Screened } from './screen.ts';
import type { Sender } from './sender.ts';
import { cases, caseSecrets, challengesUsed, idempotency } from './tables.ts';
import type { Tools } from './tools.ts';

/** Everything one submission writes, and the answer it will have: made before the database is asked. */
export interface Prepared {
  id: string;
  statements: Statement[];
  answer: Answer;
}

export interface Accepted {
  form: FormKind;
  context: FormContext;
  fields: Fields;
  body: Json;
  lang: Lang;
  key?: string;
  sender: Sender;
  screened: Screened;
}

/** What the common part of every body gives (forms/body.ts). */
interface Common {
  contact: Recipient & { idNumber?: string };
  answers: Json;
  notify?: Recipient['notify'];
  consent: { sensitive?: boolean; guardian?: unknown };
}

const STATE = 'received';

/** Draws number and code, seals, signs and lays out the one batch of a submission (architecture.md, mechanism 1). */
export async function prepare(tools: Tools, accepted: Accepted, round: number): Promise<Prepared> {
  const { ring, clock, publicUrl } = tools;
  const { form, context, body } = accepted;
  const { site } = context;
  const now = clock.now();
  const id = newId(now);
  const hash = accepted.key === undefined ? null : await bodyHash(ring, ring.current, form.kind, body);
  const repeat =
    accepted.key === undefined || hash === null ? null : { site: site.id, key: accepted.key, bodyHash: hash };
  const { receipt, code } = await drawNumbers(ring, site.prefix, repeat, round);
  const { contact, answers } = body as unknown as Common;
  const submittedAt = shanghaiTime(now);
  const limit = form.limit(body, context);
  const clocked = limit && dueOf(limit, shanghaiDate(now), calendar);
  const answer: Answer = {
    receipt,
    code,
    fingerprint: await fingerprint(ring, { site: site.id, receipt, submittedAt, kind: form.kind, answers, contact }),
    kind: form.kind,
    state: STATE,
    submittedAt,
    due: clocked?.due ?? null,
    statusUrl: `${publicUrl}/${site.id}/status?receipt=${receipt}`,
  };
  const key = await newCaseKey(ring, id);
  const statements = [
    ...guards(accepted),
    ...(repeat ? await repeatRows(tools, accepted, { id, key, now, answer, hash: repeat.bodyHash }) : []),
    ...(await caseRows(tools, accepted, { id, key, now, answer, explanation: clocked?.explanation ?? null })),
    ...(await receiptMessages(tools, accepted, { id, key, now, answer })),
  ];
  return { id, statements, answer };
}

interface Made {
  id: string;
  key: CaseKey;
  now: number;
  answer: Answer;
}

/** Rows that refuse the whole batch: a used proof, a counter above its cap. */
function guards({ screened }: Accepted): SQL[] {
  const { proof, limits } = screened;
  if (!proof) return limits;
  const used = sql`INSERT INTO ${challengesUsed} (signature, expires_at) VALUES (${proof.signature}, ${proof.expiresAt})`;
  return [used, ...limits];
}

async function repeatRows(
  { db }: Tools,
  { context, key: idempotencyKey = '' }: Accepted,
  { id, key, now, answer, hash }: Made & { hash: string },
): Promise<Statement[]> {
  // In a list: a drizzle query is a promise itself, and returning it bare from here would run it.
  return [
    db.orm.insert(idempotency).values({
      site: context.site.id,
      keyHash: await keyHash(context.site.id, idempotencyKey),
      bodyHash: hash,
      caseId: id,
      answer: await key.seal(ANSWER_FIELD, JSON.stringify(answer)),
      createdAt: now,
    }),
  ];
}

async function caseRows(
  { db, ring }: Tools,
  { form, context, fields, body, lang, screened, sender }: Accepted,
  { id, key, now, answer, explanation }: Made & { explanation: unknown },
): Promise<Statement[]> {
  const { contact, consent } = body as unknown as Common;
  const index = form.index(body, context);
  const frozen = form.freeze?.(body, context) ?? null;
  const restricted = index.restricted === true;
  const { open, sealed } = takeApart(fields, body, restricted);
  const envelopes = Object.entries(sealed).map(
    async ([path, value]) => [path, await key.seal(path, JSON.stringify(value))] as const,
  );
  const salt = base64url(randomBytes(16));
  const actor: Actor = 'citizen';
  const event = await nextEvent(id, null, {
    at: now,
    actor,
    code: 'submitted',
    data: {
      state: STATE,
      body: await sha256(`${salt}|${canonical(body)}`),
      through: sender.is,
      privacy: privacyVersion,
      sensitive: consent.sensitive === true,
      guardian: consent.guardian !== undefined,
      frozen: frozen && (await sha256(`${salt}|${canonical(frozen)}`)),
    },
  });
  const { challenge: _, contact: _contact, ...kept } = open;
  return [
    db.orm.insert(cases).values({
      id,
      site: context.site.id,
      kind: form.kind,
      receipt: answer.receipt,
      codeHash: await codeHash(ring, ring.current, answer.receipt, answer.code),
      state: STATE,
      seq: event.seq,
      submittedAt: now,
      lang,
      title: index.title,
      answers: JSON.stringify(kept),
      category: index.category,
      topic: index.topic,
      station: index.station,
      subject: index.subject,
      restricted,
      demo: context.site.demo,
      spam: screened.spam,
      due: answer.due && JSON.stringify(answer.due),
      dueDate: answer.due?.date,
      dueExplanation: explanation ? JSON.stringify(explanation) : null,
      frozen: frozen && JSON.stringify(frozen),
      fingerprint: answer.fingerprint,
      privacyVersion,
      phoneIndex: contact.phone && (await blindIndex(ring, 'phone', contact.phone)),
      identityIndex: contact.idNumber && (await blindIndex(ring, 'identity', contact.idNumber)),
    }),
    db.orm.insert(caseKeys).values({ caseId: id, wrapped: key.wrapped, salt }),
    db.orm.insert(caseSecrets).values({
      caseId: id,
      sealed: JSON.stringify(Object.fromEntries(await Promise.all(envelopes))),
    }),
    db.orm.insert(events).values(event),
  ];
}

/** The receipt by SMS and e-mail. A submission judged spam sends nothing. */
async function receiptMessages(
  { ring }: Tools,
  { form, context, body, lang, screened, sender }: Accepted,
  { id, key, now, answer }: Made,
): Promise<SQL[]> {
  if (screened.spam) return [];
  const { site } = context;
  const { contact, notify } = body as unknown as Common;
  const free = sender.is === 'partner' && !sender.limited;
  const { messagesPerAddressPerDay, messagesPerSitePerDay } = site.settings;
  const caps = free
    ? { perAddress: null, perSite: null }
    : { perAddress: messagesPerAddressPerDay, perSite: messagesPerSitePerDay };
  const params = { number: answer.receipt, code: answer.code, phone: site.phone };
  const notice = { site, caseId: id, receipt: answer.receipt, template: form.message(body), revision: 1, lang, params };
  return tell({ ...notice, recipient: { ...contact, notify } }, key, ring, now, caps);
}
