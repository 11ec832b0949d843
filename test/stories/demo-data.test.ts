import { afterAll, beforeAll, expect, test } from 'vitest';
import { jishanPledges } from '../../demo/cases/jishan.ts';
import { emptyDatabase, isEmpty } from '../../scripts/seed/reset.ts';
import { seedDemo, type Seeded } from '../../scripts/seed/seed-demo.ts';
import { toolsOf } from '../../scripts/settings.ts';
import { verifyAll } from '../../scripts/verify/walk.ts';
import { lookUp } from '../../src/cases/look-up.ts';
import { statusOfCase, type Status } from '../../src/cases/status.ts';
import type { Tools } from '../../src/cases/tools.ts';
import { parseEnv } from '../../src/env.ts';
import { formOfCase } from '../../src/forms/index.ts';
import { fixedClock } from '../../src/lib/clock.ts';
import { wanrong } from '../../src/sites/wanrong.ts';
import { clientOf } from '../harness/client.ts';
import { startStack, TEST_KEYS, type Stack } from '../harness/stack.ts';

/** T, a Saturday: what is due that day is due on Monday. */
const FIRST_START = '2026-11-21T16:00:00+08:00';

/** Nobody sends a suggestion: they are born of petitions. */
const PROPOSALS = 3;

let stack: Stack;
let tools: Tools;
let seeded: Seeded;

beforeAll(async () => {
  stack = await startStack();
  const values = {
    ENVIRONMENT: 'local',
    PUBLIC_URL: stack.url,
    LIBSQL_URL: stack.databaseUrl,
    MINYI_KEYS: TEST_KEYS,
  };
  const parsed = parseEnv(values);
  if (!parsed.ok) throw new Error(parsed.wrong.join());
  tools = toolsOf(parsed.settings, fixedClock(FIRST_START));
  seeded = await seedDemo(tools);
}, 180_000);
afterAll(() => stack.stop());

const counted = async (sql: string): Promise<Record<string, number>> =>
  Object.fromEntries((await stack.db.execute(sql)).rows.map((row) => [row[0] as string, row[1] as number]));

const answerOf = (ref: string) => {
  const found = seeded.sent.find(({ demo }) => demo.ref === ref);
  if (!found) throw new Error(`${ref} was not sent`);
  return found.answer;
};

test('every county has what its residents sent, and no kind was left out', async () => {
  expect(seeded.unknownKinds).toEqual([]);
  expect(await counted(`SELECT site || ' ' || kind, count(*) FROM cases GROUP BY 1 ORDER BY 1`)).toEqual({
    'jishan data-request': 1,
    'jishan petition': 2,
    'jishan pledge': 12,
    'pinglu petition': 5,
    'wanrong comment': 18,
    'wanrong data-request': 3,
    'wanrong petition': 264,
    'wanrong proposal': PROPOSALS,
    'wenxi application': 8,
    'wenxi petition': 4,
  });
});

test('what is due today is due on the first workday from today', () => {
  for (const ref of ['W07', 'K2', 'P3']) expect(answerOf(ref).due?.date).toBe('2026-11-23');
});

test('nothing was sent later than now, nor earlier than 120 days ago', () => {
  const times = seeded.sent.map(({ answer }) => answer.submittedAt);
  expect(times.toSorted().at(-1)).toBe('2026-11-21T08:16:00+08:00');
  expect(times.toSorted()[0]?.slice(0, 10) ?? '').toMatch(/^2026-07-2[4-9]$/);
});

test('every case is marked demo, and every message went to the local mailbox and nowhere else', async () => {
  expect(await counted('SELECT demo, count(*) FROM cases GROUP BY 1')).toEqual({ 1: seeded.sent.length + PROPOSALS });
  const messages = await counted(`SELECT supplier || ' ' || state, count(*) FROM outbox GROUP BY 1`);
  expect(Object.keys(messages)).toEqual(['mailbox sent']);
  const [inMailbox] = Object.values(await counted(`SELECT 'n', count(*) FROM mailbox`));
  expect(inMailbox).toBe(messages['mailbox sent']);
  // All but the one who left only a landline: there staff call back.
  expect(await counted('SELECT count(DISTINCT case_id), 1 FROM outbox')).toEqual({ [seeded.sent.length - 1]: 1 });
});

test('the one who left only a landline is to be called: a task for the desk, and no message', async () => {
  const { rows } = await stack.db.execute(
    "SELECT c.receipt, t.kind, t.whose, t.template, t.done_at FROM tasks t JOIN cases c ON c.id = t.case_id WHERE t.kind = 'call-back'",
  );
  expect(rows).toMatchObject([
    { receipt: answerOf('W20').receipt, kind: 'call-back', whose: 'desk', template: 'received', done_at: null },
  ]);
});

test('the bend without a railing is urgent, was registered and assigned the same day, and waits for the supervisor', async () => {
  const args = [answerOf('W15').receipt];
  const { rows } = await stack.db.execute({
    sql: `SELECT c.urgent, t.kind, t.whose, t.done_at FROM cases c JOIN tasks t ON t.case_id = c.id WHERE c.receipt = ?`,
    args,
  });
  expect(rows).toMatchObject([{ urgent: 1, kind: 'urgent', whose: 'supervisor', done_at: null }]);
  const steps = await stack.db.execute({
    sql: `SELECT e.code, date(e.at / 1000, 'unixepoch', '+8 hours') AS day FROM events e
      JOIN cases c ON c.id = e.stream WHERE c.receipt = ? ORDER BY e.seq`,
    args,
  });
  const first = steps.rows.slice(0, 4);
  expect(first.map(({ code }) => code)).toEqual(['submitted', 'register', 'mark-urgent', 'assign']);
  expect(new Set(first.map(({ day }) => day)).size).toBe(1);
});

const statusOf = async (ref: string, site = 'wanrong') => {
  const { receipt, code } = answerOf(ref);
  const { body } = await clientOf(stack, site).post('status', { receipt, code });
  return body as unknown as Status;
};

/** The same on the demo's own day: what a sender may do ends some days after an answer, and the Worker's clock goes on. */
async function statusThen(ref: string): Promise<Status> {
  const { receipt, code } = answerOf(ref);
  const found = await lookUp(tools, { site: wanrong, receipt, code, address: '203.0.113.9' });
  const form = found.ok ? formOfCase(found.value.row, found.value.today) : undefined;
  if (!found.ok || !form) throw new Error(`${ref} is not found`);
  return statusOfCase(found.value, form, 'zh');
}

test('the cases of the list stand where the list says, reached by the real actions', async () => {
  const refs = 'W01 W04 W05 W06 W08 W09 W10 W11 W12 W13 W14 W15 W16 W19 W22 W23'.split(' ');
  const states = await Promise.all(refs.map(async (ref) => `${ref} ${(await statusOf(ref)).stateLabel}`));
  expect(states).toEqual([
    'W01 已答复',
    'W04 已答复',
    'W05 已回复',
    'W06 办理中(已延期)',
    'W08 已交办',
    'W09 已受理',
    'W10 已回复',
    'W11 已办结',
    'W12 已告知去向',
    'W13 不予受理',
    'W14 已交办',
    'W15 已交办',
    'W16 已收到',
    'W19 已受理',
    'W22 已收到',
    'W23 不予受理',
  ]);
  const pinglu = await Promise.all(['P1', 'P2', 'P3', 'P4', 'P5'].map((ref) => statusOf(ref, 'pinglu')));
  expect(pinglu.map(({ stateLabel }) => stateLabel)).toEqual(['已受理', '已回复', '已登记', '已答复', '已收到']);
});

test('senders have rated what they got; one answer is under review, and one at the hearing of a second', async () => {
  const { rows: rated } = await stack.db.execute(
    `SELECT json_extract(data, '$.rating') AS rating, count(*) AS count FROM events WHERE code = 'rate' GROUP BY 1`,
  );
  const count = Object.fromEntries(rated.map((row) => [row['rating'] as string, Number(row['count'])]));
  expect(Object.keys(count).toSorted()).toEqual(['mostly', 'satisfied', 'unsatisfied']);
  expect(count['satisfied']).toBeGreaterThan(count['mostly'] ?? 0);
  expect(count['mostly']).toBeGreaterThan(count['unsatisfied'] ?? 0);
  const { rows } = await stack.db.execute(
    `SELECT state, due_date IS NULL AS open FROM cases WHERE state IN ('reviewing', 'hearing') ORDER BY state`,
  );
  expect(rows).toMatchObject([
    { state: 'hearing', open: 1 },
    { state: 'reviewing', open: 0 },
  ]);
  const [answer] = (await statusOf('W11')).timeline.filter(({ event }) => event === 'answer');
  expect(answer?.parts?.map(({ label }) => label)).toEqual(['您的诉求', '事实和理由', '处理意见', '依据']);
});

test('suggestions stand published, within their three months and returned; the resident of the first has the reply', async () => {
  const { rows } = await stack.db.execute(
    'SELECT p.receipt, c.receipt AS receipt_of, c.state, c.due_date FROM case_births b JOIN cases p ON p.id = b.parent_id JOIN cases c ON c.id = b.child_id',
  );
  const of = (ref: string) => rows.find(({ receipt }) => receipt === answerOf(ref).receipt);
  expect(of('W01')).toMatchObject({ state: 'published', due_date: null });
  // Handed over on 13 November; 13 February is a Saturday of a year whose holidays are not announced.
  expect(of('W09')).toMatchObject({ state: 'assigned', due_date: '2027-02-13' });
  expect(of('W15')).toMatchObject({ state: 'returned' });
  const number = of('W01')?.['receipt_of'] as string;
  const { body } = await clientOf(stack).get(`/proposals/${number}`);
  expect(body).toMatchObject({
    title: '关于修复引黄灌区部分末级渠道的建议(示例)',
    handedOverOn: '2026-10-24',
    inTime: true,
    lead: '县水利局',
    helpers: ['高村镇人民政府'],
    category: { code: 'B' },
    feedback: [{ rating: { code: 'mostly' } }],
  });
  const { timeline } = await statusOf('W01');
  expect(timeline[0]).toMatchObject({ event: 'proposal-published', note: expect.stringContaining('冯某田代表, 您好') });
  expect(timeline.map(({ label }) => label).join()).not.toMatch(/[{}]/);
});

test('three who wrote about one canal went one road, and whoever asks again is linked to it', async () => {
  const [first, ...others] = await Promise.all(['W01', 'W02', 'W03'].map((ref) => statusOf(ref)));
  for (const { state, timeline } of others) {
    expect(state).toBe(first?.state);
    expect(timeline[0]).toMatchObject({ label: first?.timeline[0]?.label, note: first?.timeline[0]?.note });
    expect(timeline.map(({ event }) => event)).toContain('matter-joined');
  }
  const { rows } = await stack.db.execute(`SELECT
    (SELECT count(*) FROM matter_members) AS members, (SELECT count(*) FROM matter_links) AS links,
    (SELECT count(*) FROM matter_leads WHERE behind = 1) AS behind`);
  expect(rows).toMatchObject([{ members: 3, links: 2, behind: 0 }]);
});

test('whoever has a hand in a case has an account there, and one clerk stepped back from a relative’s case', async () => {
  const { rows: strangers } = await stack.db.execute(`SELECT DISTINCT actor FROM events
    WHERE actor LIKE 'staff:%' AND substr(actor, 7) NOT IN (SELECT id FROM staff_accounts WHERE ended_at IS NULL)`);
  expect(strangers).toEqual([]);
  const { rows } = await stack.db.execute(`SELECT a.role, c.state FROM case_recusals r
    JOIN staff_accounts a ON a.id = r.account_id JOIN cases c ON c.id = r.case_id`);
  expect(rows).toMatchObject([{ role: 'station-clerk', state: expect.stringMatching(/accepted|studied/) }]);
});

test('what is late shows by its date, and a reason for more time is told with the date that held before', async () => {
  expect((await statusOf('W08')).due).toMatchObject({ date: '2026-11-09', basis: '信访工作条例 第二十三条' });
  const { due, timeline } = await statusOf('W06');
  expect(due).toMatchObject({ date: '2027-02-01', basis: '信访工作条例 第三十四条' });
  expect(timeline[0]?.note).toContain('原定2027年1月2日(星期六)前答复');
});

test('no word to a resident was left with a gap in it', async () => {
  const all = await Promise.all(['W01', 'W03', 'W04', 'W13', 'W18'].map((ref) => statusOf(ref)));
  for (const { receipt, timeline } of all) {
    const notes = timeline.flatMap(({ note = [] }) => note);
    expect(notes.length, receipt).toBeGreaterThan(0);
    for (const words of [...notes, ...timeline.map(({ label }) => label)]) expect(words).not.toMatch(/[{}]/);
  }
});

test('of the made-up petitions most are closed, some are in hand, few are new or late', async () => {
  const {
    closed = 0,
    accepted = 0,
    received = 0,
    studied = 0,
  } = await counted(`SELECT state, count(*) FROM cases WHERE site = 'wanrong' AND kind = 'petition' GROUP BY 1`);
  expect(closed).toBeGreaterThan(160);
  expect(accepted + studied).toBeGreaterThan(50);
  expect(received).toBeLessThan(20);
});

test('a message left when its case came in, not when the demo was set up', async () => {
  const { rows } = await stack.db.execute('SELECT 1 FROM outbox WHERE settled_at <> created_at');
  expect(rows).toEqual([]);
});

test('requests about personal data stand at each step of their road, reached by the codes that went to the phones', async () => {
  const [given, waiting, unshown] = await Promise.all(['D1', 'D2', 'D3'].map(statusThen));
  expect([given, waiting, unshown].map((one) => [one?.stateLabel, one?.actions.map(({ id }) => id)])).toEqual([
    ['已办理', ['copy']],
    ['已核实身份', ['include']],
    ['已收到', ['identity', 'include']],
  ]);
  expect(await statusOf('D4', 'jishan')).toMatchObject({ stateLabel: '已办理', due: null });
  expect(await statusOf('J11', 'jishan')).toMatchObject({ state: 'erased' });
  expect((await statusOf('W05')).state).toBe('replied');
});

test('all of it verifies, and only the withdrawn pledge and the one asked to be erased are', async () => {
  const whole = { broken: [], brokenStreams: [], unkept: [], seals: { fault: null } };
  expect(await verifyAll(tools)).toMatchObject({ cases: seeded.sent.length + PROPOSALS, erased: 2, ...whole });
});

test('a resident of the demo finds the case by number and code', async () => {
  const { receipt, code } = answerOf('W22');
  const { body } = await clientOf(stack).post('status', { receipt, code });
  expect(body).toMatchObject({ receipt, state: 'received', messages: [{ channel: 'sms', state: 'sent' }] });
});

test('of the withdrawn pledge staff see the chain and the message, and not a word of who it was', async () => {
  const shown = await (await stack.fetch(`/dev/cases/${answerOf('J09').receipt}`)).text();
  for (const part of ['内容都已销毁', 'withdraw', '已发出']) expect(shown).toContain(part);
  for (const gone of ['梁某', '15400000073', '某村']) expect(shown).not.toContain(gone);
});

test('emptied and sent again on the same day, everybody has the same number', async () => {
  await emptyDatabase(tools.db);
  expect(await isEmpty(tools.db)).toBe(true);
  const again = await seedDemo(tools, () => [...jishanPledges]);
  expect(again.sent.map(({ answer }) => answer.receipt)).toEqual(jishanPledges.map(({ ref }) => answerOf(ref).receipt));
  await expect(stack.db.execute('DELETE FROM events')).rejects.toThrow('events are not deleted');
});
