import { advance, type Asked } from '../../src/cases/advance.ts';
import { actAsSender } from '../../src/cases/act.ts';
import { lookUp, type FoundCase } from '../../src/cases/look-up.ts';
import { statusOfCase, type Status } from '../../src/cases/status.ts';
import { storedCases } from '../../src/cases/stored.ts';
import { submit } from '../../src/cases/submit.ts';
import { verifyCase } from '../../src/cases/verify.ts';
import { formByKind } from '../../src/forms/index.ts';
import { shanghaiDate } from '../../src/lib/clock.ts';
import { dispatch } from '../../src/notify/outbox/dispatch.ts';
import { localRouting } from '../../src/notify/route.ts';
import { mailboxMessages, mailboxOf } from '../../src/notify/providers/mailbox.ts';
import { siteById, sites } from '../../src/sites/index.ts';
import { toolsOf } from '../cases/tools.ts';
import { petitionBody } from './bodies.ts';
import type { Json } from './client.ts';
import type { TestDatabase } from './database.ts';

export const NOTE = '您好。我们到现场看过,路灯已经报修,三天内修好。(示例)';

/** An opinion with all that 信访工作条例 32 wants, as an officer writes it. */
export const OPINION = {
  outcome: 'supported',
  claims: '来信人要求修好村东头的三盏路灯。',
  facts: '三月三日到现场看过,三盏灯的线路老化。',
  note: NOTE,
  basis: '县里的路灯管护办法(示例)',
};

/** One petition on its road, with a clock that the story moves by hand. */
export async function startRoad(
  { db, client }: TestDatabase,
  answers: Json = {},
  siteId = 'wanrong',
  reachedBy: Json = { phone: '15400000001' },
  limited = false,
) {
  let now = Date.parse('2026-03-02T10:00:00+08:00');
  const tools = toolsOf(db, { clock: { now: () => now } });
  const [site, form] = [siteById(siteId), formByKind('petition')];
  if (!site || !form) throw new Error('no such county');
  const contact = { name: '李某芳(示例)', address: '万荣县光华乡前岭(示例)', ...reachedBy };
  const sent = await submit(tools, {
    form,
    context: { site, today: shanghaiDate(now), drafts: [] },
    raw: petitionBody({ category: 'request', ...answers }, { contact }),
    lang: 'zh',
    sender: { is: 'partner', name: 'story', perDay: null, limited },
  });
  if (!sent.ok) throw new Error(sent.error.code);
  const { receipt, code } = sent.value.answer;
  const found = async (): Promise<FoundCase> => {
    const one = await lookUp(tools, { site, receipt, code, address: '203.0.113.7' });
    if (!one.ok) throw new Error(one.error.code);
    return one.value;
  };
  return {
    receipt,
    tools,
    /** Lets days go by. */
    wait(days: number) {
      now += days * 86_400_000;
    },
    /** An officer acts, a second later than whatever came before. */
    act(action: string, input: Json = {}, more: Partial<Asked> = {}) {
      now += 1000;
      return advance(tools, { case: { receipt }, action, actor: 'staff:feng', input, ...more });
    },
    async askAsSender(action: string, input: Json = {}) {
      now += 1000;
      return actAsSender(tools, await found(), form, action, input);
    },
    async status(): Promise<Status> {
      return statusOfCase(await found(), form, 'zh');
    },
    /** The texts that reached the sender, oldest first. */
    async texts(): Promise<string[]> {
      await dispatch({ ...tools, suppliers: [mailboxOf(tools)], routing: localRouting, sites }, 50);
      const mails = await mailboxMessages(tools, 200);
      return mails
        .toReversed()
        .filter((mail) => mail.receipt === receipt)
        .map(({ text }) => text);
    },
    async faults() {
      const [stored] = await storedCases(db, { receipt });
      if (!stored) throw new Error('the case is gone');
      return (await verifyCase(tools.ring, stored)).faults;
    },
    async id(): Promise<string> {
      const [stored] = await storedCases(db, { receipt });
      return stored?.row.id ?? '';
    },
    async rows(table: string) {
      const sql = `SELECT * FROM ${table} WHERE case_id = (SELECT id FROM cases WHERE receipt = ?) ORDER BY seq`;
      return (await client.execute(sql, [receipt])).rows;
    },
    async events(): Promise<{ code: string; actor: string; data: Json }[]> {
      const [stored] = await storedCases(db, { receipt });
      return (stored?.events ?? []).map(({ code: what, actor, data }) => ({
        code: what,
        actor,
        data: JSON.parse(data) as Json,
      }));
    },
  };
}

export type Road = Awaited<ReturnType<typeof startRoad>>;
