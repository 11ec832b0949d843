import { petitionBody } from './bodies.ts';
import { clientOf, mailFor } from './client.ts';
import type { Stack } from './stack.ts';

export interface Pumped {
  receipt: string;
  phone: string;
  /** Of the receipt; void once a new one was sent. */
  code: string;
}

let phones = 0;

/** As many petitions, each from a phone of its own, and a new code asked for each of them. */
export async function codesAsked(stack: Stack, count: number): Promise<Pumped[]> {
  const { post } = clientOf(stack);
  const made: Pumped[] = [];
  for (let n = 0; n < count; n += 1) {
    const phone = `15400002${String((phones += 1)).padStart(3, '0')}`;
    const { body } = await post('petitions', petitionBody({}, { contact: { name: '李某芳(示例)', phone } }));
    const one = { receipt: String(body['receipt']), code: String(body['code']), phone };
    await post('status/new-code', { receipt: one.receipt });
    made.push(one);
  }
  await settled(stack);
  return made;
}

/** Ticks until everything asked for has left. */
async function settled(stack: Stack): Promise<void> {
  const left = `SELECT (SELECT count(*) FROM code_requests WHERE done_at IS NULL)
    + (SELECT count(*) FROM outbox WHERE state IN ('queued', 'sending')) AS n`;
  for (let round = 0; round < 20; round += 1) {
    await stack.scheduled();
    if (Number((await stack.db.execute(left)).rows[0]?.['n']) === 0) return;
  }
  throw new Error('not everything has left');
}

/** The new code that came for a number. */
export async function newCodeOf(stack: Stack, { receipt }: Pumped): Promise<string> {
  const texts = (await mailFor(stack, receipt, 2)).map(({ text }) => text);
  return texts.map((text) => /新查询码为(\d{6})/.exec(text)?.[1]).find(Boolean) ?? '';
}

/** Lets so many minutes go by for every code that has left. */
export async function minutesLater(stack: Stack, minutes: number): Promise<void> {
  const ms = minutes * 60_000;
  await stack.db.batch([
    `UPDATE sent_codes SET asked_at = asked_at - ${ms}`,
    `UPDATE outbox SET settled_at = settled_at - ${ms} WHERE template IN ('new-code', 'identity-code')`,
  ]);
}
