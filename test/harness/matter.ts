import { actAsSender } from '../../src/cases/act.ts';
import { advance, type Asked } from '../../src/cases/advance.ts';
import { lookUp, type FoundCase } from '../../src/cases/look-up.ts';
import { joinMatter } from '../../src/cases/matter/join.ts';
import { partMatter } from '../../src/cases/matter/part.ts';
import { brokenBundles } from '../../src/cases/matter/verify.ts';
import { statusOfCase, type Status } from '../../src/cases/status.ts';
import { storedCases, type StoredCase } from '../../src/cases/stored.ts';
import { submit } from '../../src/cases/submit.ts';
import type { Tools } from '../../src/cases/tools.ts';
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

interface Filing {
  title: string;
  body: string;
  site?: string;
  station?: string;
  topic?: string;
  category?: string;
  phone?: string;
}

export interface Filed {
  id: string;
  receipt: string;
  code: string;
}

/** A request about water that somebody in the village of Gaocun sends, down the real road. */
export async function fileMatter(
  { db }: Pick<TestDatabase, 'db'>,
  { site: siteId = 'wanrong', category = 'request', topic = 'irrigation', phone = '15400000001', ...told }: Filing,
  tools: Tools = toolsOf(db),
): Promise<Filed> {
  const [site, form] = [siteById(siteId), formByKind('petition')];
  if (!site || !form) throw new Error('no such county');
  const placed = siteId === 'wanrong' && category !== 'report' ? { station: 'gaocun' } : {};
  const contact = { name: '董某田(示例)', phone, address: '万荣县高村镇北庄(示例)' };
  const sent = await submit(tools, {
    form,
    context: { site, today: shanghaiDate(tools.clock.now()), drafts: [] },
    raw: petitionBody({ category, topic, ...placed, ...told }, { contact }),
    lang: 'zh',
    sender: { is: 'partner', name: 'story', perDay: null, limited: false },
  });
  if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  const { receipt, code } = sent.value.answer;
  const [row] = await db.orm.all<{ id: string }>(`SELECT id FROM cases WHERE receipt = '${receipt}'`);
  return { id: row?.id ?? '', receipt, code };
}

export const CANAL = {
  title: '村北支渠塌了一段,地浇不上',
  body: '我们村北头那条支渠,去年秋天就塌了,今年放水到不了我们这几块地。',
};

/** Several filings and their roads, with a clock that the story moves by hand. */
export function startMatters(database: TestDatabase) {
  const { db, client } = database;
  let now = Date.parse('2026-03-02T10:00:00+08:00');
  const tools = toolsOf(db, { clock: { now: () => now } });
  const stored = async (id: string): Promise<StoredCase> => {
    const [found] = await storedCases(db, { id });
    if (!found) throw new Error('the case is gone');
    return found;
  };
  const seenIn = async (id: string): Promise<number> => (await stored(id)).row.seq;
  const found = async ({ receipt, code }: Filed): Promise<FoundCase> => {
    const site = siteById(receipt.startsWith('WR') ? 'wanrong' : 'pinglu');
    const one = site ? await lookUp(tools, { site, receipt, code, address: '203.0.113.7' }) : null;
    if (!one?.ok) throw new Error('not found');
    return one.value;
  };
  const form = formByKind('petition');
  if (!form) throw new Error('no such kind');
  return {
    tools,
    /** Lets days go by. */
    wait(days: number) {
      now += days * 86_400_000;
    },
    file: (filing: Filing, phone?: string) => fileMatter(database, { ...filing, ...(phone && { phone }) }, tools),
    act(one: Filed, action: string, input: Json = {}, more: Partial<Asked> = {}) {
      now += 1000;
      return advance(tools, { case: { id: one.id }, action, actor: 'staff:feng', input, ...more });
    },
    askAsSender: async (one: Filed, action: string) => actAsSender(tools, await found(one), form, action),
    async join(lead: Filed, member: Filed, seen: { lead?: number; member?: number } = {}) {
      now += 1000;
      return joinMatter(tools, {
        lead: { id: lead.id, seen: seen.lead ?? (await seenIn(lead.id)) },
        member: { id: member.id, seen: seen.member ?? (await seenIn(member.id)) },
        actor: 'staff:feng',
      });
    },
    async part(member: Filed, remark: string) {
      now += 1000;
      return partMatter(tools, {
        member: { id: member.id, seen: await seenIn(member.id) },
        remark,
        actor: 'staff:feng',
      });
    },
    status: async (one: Filed): Promise<Status> => statusOfCase(await found(one), form, 'zh'),
    /** The texts that reached a sender, oldest first. */
    async texts({ receipt }: Filed): Promise<string[]> {
      while ((await dispatch({ ...tools, suppliers: [mailboxOf(tools)], routing: localRouting, sites }, 50)) === 50);
      const mails = await mailboxMessages(tools, 200);
      return mails
        .toReversed()
        .filter((mail) => mail.receipt === receipt)
        .map(({ text }) => text);
    },
    faults: async (one: Filed) => (await verifyCase(tools.ring, await stored(one.id))).faults,
    brokenBundles: () => brokenBundles(db),
    membersOf: async ({ id }: Filed) =>
      (await client.execute({ sql: 'SELECT * FROM matter_members WHERE lead_id = ?', args: [id] })).rows,
    events: async (one: Filed) =>
      (await stored(one.id)).events.map(({ code, actor, data }) => ({ code, actor, data: JSON.parse(data) as Json })),
  };
}

export type Matters = ReturnType<typeof startMatters>;
