import { advance } from '../../src/cases/advance.ts';
import { correctContact } from '../../src/cases/correct-contact.ts';
import { lookUp, type FoundCase } from '../../src/cases/look-up.ts';
import { openCopy } from '../../src/cases/personal/copy.ts';
import { heldOf } from '../../src/cases/personal/held.ts';
import { confirmIdentity, sendIdentityCode } from '../../src/cases/personal/identity.ts';
import { includeCase } from '../../src/cases/personal/include.ts';
import { statusOfCase } from '../../src/cases/status.ts';
import { storedCases } from '../../src/cases/stored.ts';
import { submit } from '../../src/cases/submit.ts';
import { verifyCase } from '../../src/cases/verify.ts';
import type { CaseKind } from '../../src/forms/define.ts';
import { formByKind, formOfCase } from '../../src/forms/index.ts';
import { shanghaiDate } from '../../src/lib/clock.ts';
import { mailboxMessages, mailboxOf } from '../../src/notify/providers/mailbox.ts';
import { dispatch } from '../../src/notify/outbox/dispatch.ts';
import { localRouting } from '../../src/notify/route.ts';
import { siteById, sites } from '../../src/sites/index.ts';
import type { Site } from '../../src/sites/site.ts';
import { toolsOf } from '../cases/tools.ts';
import type { Json } from './client.ts';
import type { TestDatabase } from './database.ts';

export const TOLD = '您好。已按您的申请办好。(示例)';

/** A request about personal data that is in order; parts can be replaced. */
export const dataRequestBody = (answers: Json = {}, contact: Json = {}): Json => ({
  contact: { name: '李某芳(示例)', phone: '15400000001', ...contact },
  answers: { want: 'see', ...answers },
  consent: { privacy: true },
});

export interface Sent {
  receipt: string;
  code: string;
}

/** One county on one day that the story moves on by hand: cases are sent, and requests about them. */
export function startCounty({ db }: TestDatabase, siteId = 'wanrong') {
  let now = Date.parse('2026-03-02T10:00:00+08:00');
  const tools = toolsOf(db, { clock: { now: () => (now += 1000) } });
  const site = siteById(siteId);
  if (!site) throw new Error(`no county ${siteId}`);

  async function send(kind: string, raw: Json): Promise<Sent> {
    const form = formByKind(kind);
    if (!form) throw new Error(`no kind ${kind}`);
    const context = { site: site as Site, today: shanghaiDate(now), drafts: [] };
    const sender = { is: 'partner', name: 'story', perDay: null, limited: false } as const;
    const sent = await submit(tools, { form, context, raw, lang: 'zh', sender });
    if (!sent.ok) throw new Error(JSON.stringify(sent.error));
    return sent.value.answer;
  }
  const storedOf = async (receipt: string) => {
    const [stored] = await storedCases(db, { receipt });
    if (!stored) throw new Error('the case is gone');
    return stored;
  };
  async function found({ receipt, code }: Sent): Promise<{ found: FoundCase; form: CaseKind }> {
    const one = await lookUp(tools, { site: site as Site, receipt, code, address: '203.0.113.7' });
    const form = one.ok ? formOfCase(one.value.row, one.value.today) : undefined;
    if (!one.ok || !form) throw new Error('not found');
    return { found: one.value, form };
  }
  const messages = async (receipt: string) => {
    await dispatch({ ...tools, suppliers: [mailboxOf(tools)], routing: localRouting, sites }, 50);
    return (await mailboxMessages(tools, 200)).filter((mail) => mail.receipt === receipt).toReversed();
  };

  return {
    tools,
    site,
    send,
    messages,
    storedOf,
    wait: (days: number) => void (now += days * 86_400_000),
    async sendCode(sent: Sent) {
      const { found: one, form } = await found(sent);
      return sendIdentityCode(tools, one, form, site);
    },
    /** The last code that went to the phone. */
    async codeOn(sent: Sent): Promise<string> {
      const codes = (await messages(sent.receipt)).filter(({ template }) => template === 'identity-code');
      return codes.at(-1)?.params['code'] ?? '';
    },
    async confirm(sent: Sent, typed: string) {
      const { found: one, form } = await found(sent);
      return confirmIdentity(tools, one, form, typed);
    },
    /** A request whose sender has shown that the phone is theirs. */
    async asked(answers: Json = {}, contact: Json = {}): Promise<Sent> {
      const sent = await send('data-request', dataRequestBody(answers, contact));
      await this.sendCode(sent);
      const done = await this.confirm(sent, await this.codeOn(sent));
      if (!done.ok) throw new Error(JSON.stringify(done.error));
      return sent;
    },
    async include(sent: Sent, { receipt, code }: Sent) {
      const { found: one, form } = await found(sent);
      return includeCase(tools, one, form, { site, receipt, code, address: '203.0.113.7' });
    },
    async correctPhone(sent: Sent, phone: string) {
      const { found: one } = await found(sent);
      return correctContact(tools, one, site, { phone });
    },
    act: (receipt: string, action: string, input: Json = {}) =>
      advance(tools, { case: { receipt }, action, actor: 'staff:officer', input }),
    async copy(sent: Sent) {
      const { found: one, form } = await found(sent);
      return openCopy(tools, one, form, 'zh');
    },
    async held(receipt: string) {
      const held = await heldOf(tools, await storedOf(receipt), site);
      return held.ok
        ? held.value.map(({ stored, verdict }) => `${stored.row.receipt} ${verdict.is}`).toSorted()
        : held.error.code;
    },
    async status(sent: Sent) {
      const { found: one, form } = await found(sent);
      return statusOfCase(one, form, 'zh');
    },
    async faults(receipt: string) {
      return (await verifyCase(tools.ring, await storedOf(receipt))).faults;
    },
    async lastEvent(receipt: string) {
      const last = (await storedOf(receipt)).events.at(-1);
      return { code: last?.code, actor: last?.actor, data: JSON.parse(last?.data ?? '{}') as Json };
    },
  };
}
export type County = ReturnType<typeof startCounty>;
