import { plainOf, type Plain, type Statement } from '../db/database.ts';
import { insertInto } from '../db/insert.ts';
import type { Item, Repeat } from '../intake/item.ts';
import { shanghaiDate, shanghaiTime } from '../lib/clock.ts';
import { newId } from '../lib/ids.ts';
import { newCaseKey } from '../lib/sealing/case-key.ts';
import { FIRST_STATE, type Accepted, type Common, type Made } from './accepted.ts';
import { ANSWER_FIELD, type Answer } from './answer.ts';
import { behalfRows } from './behalf/rows.ts';
import { caseRows } from './case-rows.ts';
import { firstDue } from './first-due.ts';
import { capsOf, tell, UNLIMITED } from './messages.ts';
import { drawNumbers, fingerprint } from './receipt.ts';
import { bodyHash, keyHash } from './replay.ts';
import { challengesUsed, idempotency } from './tables.ts';
import type { Tools } from './tools.ts';

/** Everything one submission writes, and the answer it will have: made before the database is asked. */
export interface Prepared {
  item: Item;
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
  const first = limit && firstDue(limit, shanghaiDate(now));
  const answer: Answer = {
    receipt,
    code,
    fingerprint: await fingerprint(ring, { site: site.id, receipt, submittedAt, kind: form.kind, answers, contact }),
    kind: form.kind,
    state: FIRST_STATE,
    submittedAt,
    due: first?.due ?? null,
    statusUrl: `${publicUrl}/${site.id}/status?receipt=${receipt}`,
  };
  const key = await newCaseKey(ring, id);
  const due = {
    due: first && first.kept.due,
    dueExplanation: first && first.kept.dueExplanation,
  };
  const made = { id, key, now, answer };
  const { row, statements } = await caseRows(tools, accepted, { ...made, ...due });
  const kept = repeat && (await repeatOf(accepted, made, repeat.bodyHash));
  const item: Item = {
    id,
    site: site.id,
    receipt,
    codeHash: row.codeHash,
    proof: accepted.screened.proof?.signature ?? null,
    repeat: kept,
    guards: guards(accepted),
    answers: kept ? [idempotencyRow({ site: site.id, ...kept, caseId: id, createdAt: now })] : [],
    rows: [
      ...statements,
      ...(await receiptMessages(tools, accepted, made)).map(plainOf),
      ...(await behalfRows(tools, accepted, made)).map(plainOf),
    ],
    shown: { kind: form.kind, lang: accepted.lang, submittedAt: now, ...due },
  };
  return { item, answer };
}

const usedRow = insertInto(challengesUsed);
const idempotencyRow = insertInto(idempotency);

/** Rows that refuse the whole batch: a used proof, a counter above its cap. */
function guards({ screened }: Accepted): Plain[] {
  const { proof, limits } = screened;
  return proof ? [usedRow({ signature: proof.signature, expiresAt: proof.expiresAt }), ...limits] : limits;
}

/** What a repeat under the same key is answered from. */
const repeatOf = async (
  { context, key: idempotencyKey = '' }: Accepted,
  { key, answer }: Made,
  hash: string,
): Promise<Repeat> => ({
  keyHash: await keyHash(context.site.id, idempotencyKey),
  bodyHash: hash,
  answer: await key.seal(ANSWER_FIELD, JSON.stringify(answer)),
  wrapped: key.wrapped,
});

/** The receipt by SMS and e-mail. A submission judged spam sends nothing. */
async function receiptMessages(
  { ring }: Tools,
  { form, context, body, lang, screened, sender }: Accepted,
  { id, key, now, answer }: Made,
): Promise<Statement[]> {
  if (screened.spam) return [];
  const { site } = context;
  const { contact, notify } = body as unknown as Common;
  const free = sender.is === 'partner' && !sender.limited;
  const caps = free ? UNLIMITED : capsOf(site);
  const params = { number: answer.receipt, code: answer.code, phone: site.phone };
  const notice = { site, caseId: id, receipt: answer.receipt, template: form.message(body), revision: 1, lang, params };
  return tell({ ...notice, recipient: { ...contact, notify } }, key, ring, now, caps);
}
