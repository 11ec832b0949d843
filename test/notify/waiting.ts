import { sql } from 'drizzle-orm';
import type { Database, Statement } from '../../src/db/database.ts';
import { newId } from '../../src/lib/ids.ts';
import { newCaseKey } from '../../src/lib/sealing/case-key.ts';
import type { Supplier } from '../../src/notify/define.ts';
import type { Channel, Message } from '../../src/notify/message.ts';
import { enqueue, type MessageCaps } from '../../src/notify/outbox/enqueue.ts';
import type { TemplateId } from '../../src/notify/templates.ts';
import { sites } from '../../src/sites/index.ts';
import { usualLimits, type MessageLimits } from '../../src/sites/message-limits.ts';
import type { Site } from '../../src/sites/site.ts';
import { testRing } from '../harness/database.ts';

export const ring = testRing();
export const NO_CAPS: MessageCaps = { perAddress: null, perSite: null };

const PARAMS = { number: 'WR-22222-22222', code: '123456', phone: '0359-0000101' };

interface Wish {
  to?: string;
  params?: Record<string, string>;
  site?: string;
  channel?: Channel;
  demo?: boolean;
  now: number;
  caps?: MessageCaps;
  addressIndex?: string;
  template?: TemplateId;
}

/** Statements that put one message into the outbox as a case would, and the id of its case. */
export async function waiting(wish: Wish): Promise<{ caseId: string; statements: Statement[] }> {
  const { site = 'wanrong', channel = 'sms', demo = false, now, caps = NO_CAPS, addressIndex = 'index' } = wish;
  const caseId = newId(now);
  const key = await newCaseKey(ring, caseId);
  const words = {
    to: wish.to ?? '15400000001',
    text: '【演示】您提交的事项已收到。',
    template: wish.template ?? 'received',
    params: wish.params ?? PARAMS,
  };
  const about = {
    site,
    channel,
    caseId,
    receipt: 'WR-22222-22222',
    revision: 1,
    lang: 'zh',
    demo,
    addressIndex,
  } as const;
  return {
    caseId,
    statements: [
      sql`INSERT INTO case_keys (case_id, wrapped, salt) VALUES (${caseId}, ${key.wrapped}, 'salt')`,
      ...(await enqueue({ ...words, ...about }, key, now, caps)),
    ],
  };
}

/** Puts one message into the outbox; gives the id of its case. */
export async function queue(db: Database, wish: Wish): Promise<string> {
  const { caseId, statements } = await waiting(wish);
  await db.write(statements);
  return caseId;
}

/** Every county with the usual limits of a real one, some of them changed. */
export const limited = (changed: Partial<MessageLimits> = {}): Site[] =>
  sites.map((site) => ({
    ...site,
    settings: { ...site.settings, messages: { ...usualLimits, ...changed } },
  }));

/** A supplier that exists only here: it notes what it was given and answers as the test says. */
export function invented(more: Partial<Supplier> = {}): Supplier & { got: Message[] } {
  const got: Message[] = [];
  return {
    id: 'invented',
    channels: ['sms', 'email'],
    real: true,
    idempotent: false,
    ...more,
    got,
    async send(message) {
      got.push(message);
      return more.send ? more.send(message) : { is: 'sent', supplierId: `s-${got.length}` };
    },
  };
}

/** A clock the test sets forward. */
export function handClock(at = Date.parse('2026-11-20T10:00:00+08:00')) {
  const clock = { at, now: () => clock.at };
  return clock;
}
