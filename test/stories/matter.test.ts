import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '../../scripts/seed/reset.ts';
import { erasing } from '../../src/cases/erase.ts';
import { AT_ONCE } from '../../src/cases/matter/carry.ts';
import { carryOn } from '../../src/cases/matter/carry-on.ts';
import { startDatabase, type TestDatabase } from '../harness/database.ts';
import { CANAL, startMatters, type Filed, type Matters } from '../harness/matter.ts';
import { NOTE } from '../harness/road.ts';

let database: TestDatabase;
let all: Matters;
beforeAll(async () => void (database = await startDatabase()));
beforeEach(async () => {
  await emptyDatabase(database.db);
  all = startMatters(database);
});
afterAll(() => database.stop());

const changed = { ok: false, error: { code: 'case.changed' } };
const because = (error: string) => ({ ok: false, error });
const answer = { outcome: 'supported', note: NOTE };

test('joined to a lead, a filing keeps number, code and date of its own, and its sender hears of each step', async () => {
  const [lead, member] = [await all.file(CANAL), await all.file(CANAL, '15400000002')];
  await all.act(lead, 'accept');
  all.wait(3);
  expect(await all.join(lead, member)).toEqual({ ok: true, value: null });
  expect(await all.status(member)).toMatchObject({
    receipt: member.receipt,
    state: 'accepted',
    due: { date: '2026-05-06' },
    timeline: [
      { event: 'matter-joined', label: '与同一事项的其他来信一并办理。每个人都会收到办理告知和答复。' },
      { event: 'accept' },
      { event: 'received' },
    ],
  });
  await all.act(lead, 'extend', {
    moreDays: 30,
    approvedBy: '冯局长(示例)',
    note: '变压器到货需要时间,给您添麻烦了。(示例)',
  });
  expect((await all.status(lead)).due?.date).toBe('2026-06-01');
  expect((await all.status(member)).due?.date).toBe('2026-06-03');
  await all.act(lead, 'answer', { ...answer, remark: '两件一并答复(内部)' });
  for (const one of [lead, member]) {
    const status = await all.status(one);
    expect(status).toMatchObject({ state: 'answered', due: null });
    expect(status.timeline[0]).toMatchObject({ event: 'answer', note: NOTE });
    expect(JSON.stringify(status)).not.toContain('内部');
    expect((await all.texts(one)).filter((text) => text.includes('已有答复'))).toHaveLength(1);
    expect(await all.faults(one)).toEqual([]);
  }
  const told = JSON.stringify(await all.status(member));
  for (const words of [lead.receipt, '冯某', '董某']) expect(told).not.toContain(words);
  expect((await all.events(member)).at(-1)).toMatchObject({
    code: 'answer',
    actor: 'staff:feng',
    data: { outcome: 'supported', state: 'answered', matter: lead.id, carried: 5 },
  });
});

test('whoever holds the lead holds what joins it', async () => {
  const [lead, member] = [await all.file(CANAL), await all.file(CANAL, '15400000002')];
  await all.act(lead, 'accept');
  await all.act(lead, 'assign', { lead: '县水利局', with: '高村镇人民政府' });
  await all.join(lead, member);
  await all.act(lead, 'assign', { lead: '县农业农村局' });
  const { rows } = await database.client.execute({
    sql: 'SELECT lead, helpers FROM case_assignments WHERE case_id = ? ORDER BY seq',
    args: [member.id],
  });
  expect(rows).toMatchObject([
    { lead: '县水利局', helpers: '高村镇人民政府' },
    { lead: '县农业农村局', helpers: null },
  ]);
  expect(await all.faults(member)).toEqual([]);
});

test('what the lead tells all is not told to one apart; a remark and a question to one sender are', async () => {
  const [lead, member] = [await all.file(CANAL), await all.file(CANAL, '15400000002')];
  await all.join(lead, member);
  expect(await all.act(member, 'accept')).toMatchObject(changed);
  expect(await all.act(member, 'remark', { remark: '先拦一下' })).toMatchObject({ ok: true });
  expect(await all.act(lead, 'ask-more', { withinDays: 7, note: '请补一张现场照片。谢谢您。(示例)' })).toMatchObject({
    ok: true,
  });
  expect((await all.status(member)).timeline.map(({ event }) => event)).toEqual(['matter-joined', 'received']);
});

test('two filings are joined only as equals: open, of one county, kind and category, and never in a chain', async () => {
  const [lead, member, third] = [
    await all.file(CANAL),
    await all.file(CANAL, '15400000002'),
    await all.file(CANAL, '15400000003'),
  ];
  const refused = async (...two: Parameters<Matters['join']>) => (await all.join(...two)) as unknown;
  expect(await refused(lead, lead)).toEqual(because('same-case'));
  expect(await refused(lead, await all.file({ ...CANAL, site: 'pinglu', topic: 'roads' }))).toEqual(
    because('other-site'),
  );
  expect(await refused(lead, await all.file({ ...CANAL, category: 'suggestion' }))).toEqual(because('other-category'));
  const report = await all.file({ ...CANAL, category: 'report' });
  expect(await refused(lead, report)).toEqual(because('kind'));
  expect(await refused(report, lead)).toEqual(because('kind'));
  const answered = await all.file(CANAL, '15400000004');
  await all.act(answered, 'accept');
  await all.act(answered, 'answer', answer);
  expect(await refused(answered, member)).toEqual(because('decided'));
  expect(await refused(lead, answered)).toEqual(because('decided'));
  await all.join(lead, member);
  expect(await refused(member, third)).toEqual(because('lead-follows'));
  expect(await refused(third, member)).toEqual(because('member-follows'));
  expect(await refused(third, lead)).toEqual(because('member-leads'));
  const erased = await all.file(CANAL, '15400000005');
  await database.db.write(erasing(erased.id, 0));
  expect(await refused(lead, erased)).toEqual(because('kind'));
});

test('of two officers who join at once one wins, and both chains are whole', async () => {
  const [a, b, c] = [await all.file(CANAL), await all.file(CANAL, '15400000002'), await all.file(CANAL, '15400000003')];
  const fresh = { lead: 1, member: 1 };
  const both = await Promise.all([
    all.join(a, b, fresh),
    all.join(c, a, fresh),
    all.act(a, 'register', {}, { seen: 1 }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  for (const one of [a, b, c]) expect(await all.faults(one)).toEqual([]);
  expect(await all.brokenBundles()).toEqual([]);
});

test('what an officer saw before a colleague acted in either case is no ground to join them', async () => {
  const [lead, member] = [await all.file(CANAL), await all.file(CANAL, '15400000002')];
  await all.act(member, 'register');
  expect(await all.join(lead, member, { member: 1 })).toEqual({ ok: false, error: 'changed' });
  expect(await all.join(lead, member)).toMatchObject({ ok: true });
});

test('parted again with a reason, a filing goes its own road; once answered it is too late', async () => {
  const [lead, member, other] = [
    await all.file(CANAL),
    await all.file(CANAL, '15400000002'),
    await all.file(CANAL, '15400000003'),
  ];
  await all.act(lead, 'accept');
  await all.join(lead, member);
  await all.join(lead, other);
  expect(await all.part(member, '不是同一条渠')).toEqual({ ok: true, value: null });
  await all.act(lead, 'answer', answer);
  expect((await all.status(member)).state).toBe('accepted');
  expect((await all.status(member)).timeline[0]?.label).toBe('从现在起单独办理。');
  expect(JSON.stringify(await all.status(member))).not.toContain('同一条渠');
  expect(await all.act(member, 'answer', answer)).toMatchObject({ ok: true });
  expect(await all.part(other, '不是同一条渠')).toEqual({ ok: false, error: 'decided' });
  expect(await all.part(member, '再拆一次')).toEqual({ ok: false, error: 'changed' });
  for (const one of [lead, member, other]) expect(await all.faults(one)).toEqual([]);
  expect(await all.brokenBundles()).toEqual([]);
});

test('whoever asks for a review, or is opened again, leaves the bundle and goes on alone', async () => {
  const [lead, asks, opened] = [
    await all.file(CANAL),
    await all.file(CANAL, '15400000002'),
    await all.file(CANAL, '15400000003'),
  ];
  await all.act(lead, 'accept');
  await all.join(lead, asks);
  await all.join(lead, opened);
  await all.act(lead, 'answer', answer);
  expect(await all.askAsSender(asks, 'ask-review')).toMatchObject({ ok: true });
  await all.act(lead, 'close');
  expect((await all.status(asks)).state).toBe('reviewing');
  expect((await all.status(opened)).state).toBe('closed');
  expect(await all.act(opened, 'reopen', { note: NOTE })).toMatchObject({ ok: true, value: { state: 'reopened' } });
  expect(await all.act(asks, 'review', { note: NOTE })).toMatchObject({ ok: true });
  expect(await all.membersOf(lead)).toEqual([]);
  expect((await all.events(opened)).map(({ code }) => code).slice(-2)).toEqual(['reopen', 'matter-parted']);
  for (const one of [lead, asks, opened]) expect(await all.faults(one)).toEqual([]);
  expect(await all.brokenBundles()).toEqual([]);
});

test('an officer in one of the others is no hindrance: the sweep tells that bundle a moment later, each once', async () => {
  const [lead, member] = [await all.file(CANAL), await all.file(CANAL, '15400000002')];
  await all.act(lead, 'accept');
  await all.join(lead, member);
  const both = await Promise.all([
    all.act(lead, 'answer', answer),
    all.act(member, 'remark', { remark: '甲' }),
    all.act(member, 'remark', { remark: '乙' }),
  ]);
  expect(both[0]).toMatchObject({ ok: true, value: { state: 'answered' } });
  await Promise.all([carryOn(all.tools), carryOn(all.tools)]);
  await carryOn(all.tools);
  expect((await all.events(member)).filter(({ code }) => code === 'answer')).toHaveLength(1);
  expect(await all.membersOf(lead)).toMatchObject([{ told: (await all.events(lead)).length }]);
  expect(await all.brokenBundles()).toEqual([]);
});

test('a bundle too large for one batch is told page by page; a crash between two pages loses and doubles nothing', async () => {
  const lead = await all.file(CANAL);
  const members: Filed[] = [];
  for (let n = 0; n < AT_ONCE * 2 + 3; n += 1)
    members.push(await all.file(CANAL, `154000001${String(n).padStart(2, '0')}`));
  for (const member of members) expect(await all.join(lead, member)).toMatchObject({ ok: true });
  await all.act(lead, 'accept', { note: NOTE });
  await all.act(lead, 'answer', answer);
  const told = async (state: string) => {
    const states = await Promise.all(members.map(async (one) => (await all.status(one)).state));
    return states.filter((one) => one === state).length;
  };
  expect(await told('answered')).toBe(0);
  // The database goes away after the first page has been written.
  let writes = 0;
  const failing = {
    ...all.tools,
    db: {
      ...all.tools.db,
      write: async (...given: Parameters<typeof all.tools.db.write>) => {
        writes += 1;
        if (writes === 2) throw new Error('gone');
        return all.tools.db.write(...given);
      },
    },
  };
  await expect(carryOn(failing)).rejects.toThrow('gone');
  expect(await told('answered')).toBe(AT_ONCE);
  await Promise.all([carryOn(all.tools), carryOn(all.tools)]);
  await carryOn(all.tools);
  expect(await told('answered')).toBe(members.length);
  for (const one of members) {
    expect((await all.events(one)).map(({ code }) => code)).toEqual(['submitted', 'matter-joined', 'accept', 'answer']);
    expect(await all.faults(one)).toEqual([]);
  }
  const { rows } = await database.client.execute(
    `SELECT template, count(*) AS n, count(DISTINCT case_id) AS whom FROM outbox GROUP BY template ORDER BY template`,
  );
  const n = members.length + 1;
  expect(rows).toMatchObject(['accepted', 'answered', 'received'].map((template) => ({ template, n, whom: n })));
  expect(await all.brokenBundles()).toEqual([]);
}, 60_000);

test('erased, a member is gone from its bundle; erased, a lead sets its members free', async () => {
  const [lead, member, other] = [
    await all.file(CANAL),
    await all.file(CANAL, '15400000002'),
    await all.file(CANAL, '15400000003'),
  ];
  await all.join(lead, member);
  await all.join(lead, other);
  await database.db.write(erasing(member.id, 0));
  expect((await all.membersOf(lead)).map(({ case_id: id }) => id)).toEqual([other.id]);
  await database.db.write(erasing(lead.id, 0));
  expect(await all.act(other, 'accept')).toMatchObject({ ok: true });
  expect(await all.brokenBundles()).toEqual([]);
});

test('a bundle that was tampered with is found by the walk through the chains', async () => {
  const [lead, member] = [await all.file(CANAL), await all.file(CANAL, '15400000002')];
  await all.join(lead, member);
  await database.client.execute('DELETE FROM matter_members');
  expect(await all.brokenBundles()).toEqual([{ receipt: member.receipt, why: 'left-silently' }]);
  await database.client.execute({
    sql: 'INSERT INTO matter_members VALUES (?, ?, 1)',
    args: [lead.id, member.id],
  });
  expect(await all.brokenBundles()).toEqual([
    { receipt: lead.receipt, why: 'never-joined' },
    { receipt: member.receipt, why: 'left-silently' },
  ]);
});
