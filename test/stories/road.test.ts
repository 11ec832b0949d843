import { afterAll, beforeAll, expect, test } from 'vitest';
import { erasing } from '../../src/cases/erase.ts';
import { startDatabase, type TestDatabase } from '../harness/database.ts';
import { NOTE, startRoad } from '../harness/road.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()));
afterAll(() => database.stop());

const changed = { ok: false, error: { code: 'case.changed' } };

test('a registered request keeps its date; accepted, it has sixty days by article 34, and the sender is told', async () => {
  const road = await startRoad(database);
  expect((await road.status()).due).toMatchObject({ date: '2026-03-17', basis: '信访工作条例 第二十三条' });
  expect(await road.act('register')).toMatchObject({
    ok: true,
    value: { state: 'registered', due: { date: '2026-03-17' } },
  });
  road.wait(3);
  expect(await road.act('accept')).toMatchObject({ ok: true, value: { state: 'accepted' } });
  const { state, stateLabel, due, timeline, actions } = await road.status();
  // 4 May lies within the holidays of Labour Day.
  expect({ state, stateLabel, due, actions }).toEqual({
    state: 'accepted',
    stateLabel: '已受理',
    due: {
      date: '2026-05-06',
      what: 'answer',
      kind: 'law',
      basis: '信访工作条例 第三十四条',
      provisional: false,
    },
    actions: [],
  });
  expect(timeline.map(({ event, label }) => [event, label])).toEqual([
    ['accept', '已受理, 正在办理。'],
    ['register', '您的事项已登记, 正在研究由谁办理。'],
    ['received', '我们已收到您提交的内容。'],
  ]);
  expect(await road.texts()).toEqual([
    expect.stringContaining('已收到'),
    `【万荣演示】您的事项${road.receipt}已有办理告知,预计2026年5月6日(星期三)前答复,请凭查询码查看。(演示系统, 不是政府网站)`,
  ]);
  expect(await road.faults()).toEqual([]);
});

test('an answer reaches the sender word for word with its opinion, and no word of it the chain or a message', async () => {
  const road = await startRoad(database);
  await road.act('accept');
  const remark = '请水利所先去现场拍照量尺寸(内部)';
  expect(await road.act('answer', { outcome: 'supported', note: NOTE, remark })).toMatchObject({ ok: true });
  const status = await road.status();
  expect(status.due).toBeNull();
  expect(status.timeline[0]).toMatchObject({
    event: 'answer',
    label: '已答复您。处理意见: 支持。不同意的, 可以在 30 日内申请复查。',
    note: NOTE,
  });
  expect(JSON.stringify(status)).not.toContain('水利所');
  const [last] = (await road.events()).toReversed();
  expect(last).toMatchObject({
    code: 'answer',
    actor: 'staff:feng',
    data: { state: 'answered', outcome: 'supported' },
  });
  expect(Object.keys(last?.data ?? {}).toSorted()).toEqual(['due', 'outcome', 'state', 'words']);
  const everywhere = JSON.stringify([
    await road.events(),
    await road.rows('case_notes'),
    await road.rows('case_remarks'),
  ]);
  for (const words of ['路灯', '水利所']) expect(everywhere).not.toContain(words);
  const texts = await road.texts();
  expect(texts.at(-1)).toContain(`您的事项${road.receipt}已有答复`);
  for (const text of texts) expect(text).not.toContain('路灯');
  expect(await road.faults()).toEqual([]);
});

test('an answer, a remark or a department changed afterwards is named by its step', async () => {
  const changes = [
    `UPDATE case_notes SET sealed = (SELECT sealed FROM case_remarks r WHERE r.case_id = case_notes.case_id)`,
    `DELETE FROM case_remarks`,
    `UPDATE case_assignments SET lead = '县民政局'`,
  ];
  for (const change of changes) {
    const road = await startRoad(database);
    await road.act('assign', { lead: '县水利局' });
    await road.act('accept', { note: NOTE, remark: '先去现场' });
    expect(await road.faults()).toEqual([]);
    await database.client.execute(change);
    expect(await road.faults()).toEqual([{ is: 'words', seq: change.includes('lead') ? 2 : 3 }]);
  }
});

test('erasing a case leaves none of its words in any table', async () => {
  const road = await startRoad(database);
  await road.act('assign', { lead: '县水利局' });
  await road.act('accept', { note: NOTE, remark: '先去现场' });
  const { rows } = await database.client.execute(
    `SELECT m.name AS name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'case_id'`,
  );
  const id = await road.id();
  await database.db.write(erasing(id, Date.now()));
  const left: string[] = [];
  for (const name of rows.map((row) => row['name'] as string)) {
    const found = await database.client.execute(`SELECT 1 FROM ${name} WHERE case_id = ?`, [id]);
    if (found.rows.length > 0) left.push(name);
  }
  // Sealed under the key that is gone, and needed so that nothing is sent or taken twice; and ids alone, or with an office.
  const wordless = ['outbox', 'idempotency', 'unindexed', 'erasures', 'arrivals'];
  expect(left.filter((name) => !wordless.includes(name))).toEqual([]);
});

test('without an opinion or words for the sender there is no answer, and the officer is told what is missing', async () => {
  const road = await startRoad(database);
  await road.act('accept');
  const refused = await road.act('answer', { remark: '只写了内部意见' });
  expect(refused).toMatchObject({ ok: false, error: { code: 'answers.invalid' } });
  expect(refused.ok ? [] : refused.error.problems?.map(({ path, code }) => `${path} ${code}`)).toEqual([
    'outcome field.required',
    'note field.required',
  ]);
  expect((await road.status()).state).toBe('accepted');
});

test('an answer is put off once, by thirty days at most from the last day, with a reason that the sender reads', async () => {
  const road = await startRoad(database);
  road.wait(3);
  await road.act('accept');
  const reason = '变压器到货需要时间,给您添麻烦了。(示例)';
  const [note, approvedBy] = [reason, '任某(示例), 局长'];
  for (const short of [
    { moreDays: 31, note, approvedBy },
    { moreDays: 30, approvedBy },
    { moreDays: 30, note },
  ]) {
    expect(await road.act('extend', short)).toMatchObject({ error: { code: 'answers.invalid' } });
  }
  expect(await road.act('extend', { moreDays: 30, note, approvedBy })).toMatchObject({
    ok: true,
    value: { state: 'extended', due: { date: '2026-06-03', basis: '信访工作条例 第三十四条' } },
  });
  expect((await road.status()).timeline[0]).toMatchObject({ event: 'extend', note: reason });
  expect((await road.texts()).at(-1)).toContain('答复日期延至2026年6月3日(星期三),理由请凭查询码查看或致电');
  expect(await road.act('extend', { moreDays: 5, note, approvedBy })).toMatchObject(changed);
  // Who approved stays among colleagues; the chain holds the digest.
  expect(await road.rows('case_remarks')).toMatchObject([{ part: 'approvedBy' }]);
  expect(JSON.stringify([await road.status(), await road.events()])).not.toContain('任某');
  expect(await road.faults()).toEqual([]);
});

test('a department may give a matter back within five workdays, once; then the county has decided', async () => {
  const road = await startRoad(database, { category: 'suggestion' });
  const given = { lead: '县教育局', with: '县公安局', withinDays: 20 };
  await road.act('register');
  expect(await road.act('assign', given)).toMatchObject({ value: { state: 'assigned', due: { date: '2026-03-17' } } });
  expect(await road.rows('case_assignments')).toMatchObject([
    { lead: '县教育局', helpers: '县公安局', due_date: '2026-03-22' },
  ]);
  expect(await road.act('return')).toMatchObject({ error: { code: 'answers.invalid' } });
  road.wait(7);
  expect(await road.act('return', { remark: '划线归交管大队' })).toMatchObject({ value: { state: 'returned' } });
  await road.act('assign', { lead: '县公安局交通管理大队' });
  expect(await road.act('return', { remark: '也不归我们' })).toMatchObject(changed);
});

test('on the sixth workday it is too late to give a matter back', async () => {
  const road = await startRoad(database);
  await road.act('assign', { lead: '县水利局' });
  road.wait(8);
  expect(await road.act('return', { remark: '不归我们' })).toMatchObject(changed);
});

test('of two officers at once one wins, and the other is told', async () => {
  const road = await startRoad(database);
  const both = await Promise.all([
    road.act('accept', {}, { actor: 'staff:feng' }),
    road.act('refuse', { why: 'under-way', note: NOTE }, { actor: 'staff:wang' }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject(changed);
  expect(await road.events()).toHaveLength(2);
  expect(await road.faults()).toEqual([]);
});

test('what an officer saw before a colleague acted is no ground to act on', async () => {
  const road = await startRoad(database);
  await road.act('register', {}, { seen: 1 });
  expect(await road.act('accept', {}, { seen: 1 })).toMatchObject(changed);
  expect(await road.act('accept', {}, { seen: 2 })).toMatchObject({ ok: true });
});

test('what is for the courts is refused with the reason and the words, and then nothing is due', async () => {
  const road = await startRoad(database);
  const note = '您好。您的事法院已经作出判决,可以带上判决书申请执行。(示例)';
  await road.act('refuse', { why: 'other-procedure', note });
  const { state, due, timeline } = await road.status();
  expect({ state, due }).toEqual({ state: 'not-accepted', due: null });
  expect(timeline[0]).toMatchObject({
    label: '这件事我们依法不能受理: 依法应通过诉讼、仲裁、复议等途径解决。',
    note,
  });
});

test('told where to turn, or passed on: the sender reads where', async () => {
  const note = '您好。欠薪请找县人力资源和社会保障局劳动监察大队。(示例)';
  const [told, passed] = [await startRoad(database), await startRoad(database)];
  await told.act('direct', { note });
  expect((await told.status()).timeline[0]).toMatchObject({ event: 'direct', note });
  await passed.act('forward', { lead: '县人力资源和社会保障局', note });
  expect((await passed.status()).stateLabel).toBe('已转办');
});

test('urging and supervising change no date; a remark shows the sender nothing at all', async () => {
  const road = await startRoad(database);
  const before = await road.status();
  await road.act('urge', { remark: '第二次催办' });
  await road.act('supervise');
  await road.act('remark', { remark: '户主行动不便' });
  const { state, due, timeline } = await road.status();
  expect({ state, due }).toEqual({ state: 'received', due: before.due });
  expect(timeline.map(({ event }) => event)).toEqual(['supervise', 'urge', 'received']);
  expect(await road.rows('case_remarks')).toHaveLength(2);
  expect(await road.faults()).toEqual([]);
});

test('a suggestion is studied without a date, replied to, closed and, with a reason, opened again', async () => {
  const road = await startRoad(database, { category: 'suggestion' });
  expect(await road.act('accept')).toMatchObject({ value: { state: 'studied', due: null } });
  expect((await road.texts()).at(-1)).toContain('已有办理告知,请凭查询码查看');
  await road.act('answer', { outcome: 'adopted', note: NOTE });
  await road.act('follow-up', { rating: 'satisfied' });
  expect((await road.status()).timeline[0]?.label).toBe('我们回访了您, 您的评价: 满意。');
  await road.act('close');
  expect(await road.act('answer', { outcome: 'adopted', note: NOTE })).toMatchObject(changed);
  expect(await road.act('reopen', { note: '您好。现场又坏了,我们接着办。(示例)' })).toMatchObject({ ok: true });
  expect((await road.status()).stateLabel).toBe('重新办理');
});

test('a report is handed over and nobody else sees it; its sender gets no message that could give it away', async () => {
  const road = await startRoad(database, { category: 'report' });
  for (const action of ['assign', 'accept', 'urge']) {
    expect(await road.act(action, { lead: '县水利局' })).toMatchObject(changed);
  }
  await road.act('register');
  expect(await road.act('forward', { lead: '县纪委监委信访室' })).toMatchObject({ value: { state: 'handed-over' } });
  expect(await road.texts()).toEqual([expect.stringContaining('您提交的事项已收到')]);
  expect(await road.faults()).toEqual([]);
});

test('a petition office has done its duty by assigning; whoever received it owes the notice in fifteen days', async () => {
  const road = await startRoad(database, {}, 'wenxi');
  expect((await road.status()).due).toMatchObject({ what: 'register-and-forward' });
  road.wait(5);
  expect(await road.act('assign', { lead: '县人社局' })).toMatchObject({
    value: { due: { date: '2026-03-23', what: 'notify-or-accept', basis: '信访工作条例 第二十三条' } },
  });
});

test('nobody advances a case that is not there', async () => {
  const road = await startRoad(database);
  expect(await road.act('accept', {}, { case: { receipt: 'WR-22222-22222' } })).toMatchObject({
    error: { code: 'receipt.not-found' },
  });
});
