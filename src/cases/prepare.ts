import { type SQL, sql } from 'drizzle-orm';
import type { Statement } from '../db/database.ts';
import { shanghaiDate, shanghaiTime } from '../lib/clock.ts';
import { newId } from '../lib/ids.ts';
import { newCaseKey } from '../lib/sealing/case-key.ts';
import { calendar } from '../workflow/calendar/index.ts';
import { dueOf } from '../workflow/due.ts';
import { FIRST_STATE, type Accepted, type Common, type Made } from './accepted.ts';
import { ANSWER_FIELD, type Answer } from './answer.ts';
import { caseRows } from './case-rows.ts';
import { tell } from './messages.ts';
import { drawNumbers, fingerprint } from './receipt.ts';
import { bodyHash, keyHash } from './replay.ts';
import { challengesUsed, idempotency } from './tables.ts';
import type { Tools } from './tools.ts';

/** Everything one submission writes, and the answer it will have: made before the database is asked. */
export interface Prepared {
  id: string;
  statements: Statement[];
  answer: Answer;
}

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
    state: FIRST_STATE,
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
