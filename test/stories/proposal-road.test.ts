import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDatabase, type TestDatabase } from '../harness/database.ts';
import { bornOf, HANDED_OVER, PROPOSAL, REPLIED, REPLIED_TO, REPLY } from '../harness/proposal.ts';
import { startRoad } from '../harness/road.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()));
afterAll(() => database.stop());

const changed = { ok: false, error: { code: 'case.changed' } };
const REASON = '涉及三个村和两个部门, 要先勘测再施工。(示例)';

test('a suggestion is born of a petition in one batch: linked both ways, nothing of the petitioner in it', async () => {
  const road = await startRoad(database);
  const born = await bornOf(road);
  const { row, sealed, events } = await born.stored();
  expect(row).toMatchObject({
    kind: 'proposal',
    state: 'received',
    title: PROPOSAL.title,
    subject: 'dep-gaocun-1',
    station: 'gaocun',
    phoneIndex: null,
    dueDate: null,
  });
  expect([sealed, JSON.parse(row.answers)]).toEqual(['{}', { answers: PROPOSAL }]);
  const data = JSON.parse(events[0]?.data ?? '{}') as Record<string, unknown>;
  expect(data).toMatchObject({ state: 'received', through: 'staff', from: road.receipt });
  const parent = (await road.events()).find(({ code }) => code === 'propose');
  expect(parent?.data).toEqual({ born: born.receipt });
  const { rows } = await database.client.execute({
    sql: 'SELECT parent_id FROM case_births WHERE child_id = ?',
    args: [row.id],
  });
  expect(rows[0]?.['parent_id']).toBe(await road.id());
  expect([await born.faults(), await road.faults()]).toEqual([[], []]);
});

test('the petition goes on living: its state and date stay, and its sender reads the number', async () => {
  const road = await startRoad(database);
  await road.act('register');
  const before = (await road.status()).due;
  const made = await road.act('propose', { answers: PROPOSAL });
  const number = made.ok ? made.value.born : '';
  const { state, due, timeline } = await road.status();
  expect([state, due]).toEqual(['registered', before]);
  expect(timeline[0]?.label).toContain(`已由代表提出建议, 编号 ${number}`);
  expect((await road.texts()).at(-1)).toContain('已有办理告知');
  expect(await road.act('propose', { answers: PROPOSAL })).toMatchObject(changed);
});

test('what is missing is said by its question, and nothing is born', async () => {
  const road = await startRoad(database);
  await road.act('accept');
  const refused = await road.act('propose', { answers: { ...PROPOSAL, asks: '', cosigners: ['dep-gaocun-1'] } });
  const paths = refused.ok ? [] : (refused.error.problems ?? []).map(({ path, code }) => `${path} ${code}`);
  expect(paths.toSorted()).toEqual(['answers.asks field.required', 'answers.cosigners field.invalid']);
  expect((await road.events()).map(({ code }) => code)).toEqual(['submitted', 'accept']);
});

test('a deputy begins a suggestion in the own name only', async () => {
  const road = await startRoad(database);
  await road.act('accept');
  const other = await road.act('propose', { answers: PROPOSAL }, { about: 'dep-jiedian-1' });
  expect(other).toMatchObject({
    ok: false,
    error: { problems: [{ path: 'answers.proposer', code: 'field.invalid' }] },
  });
  expect((await road.act('propose', { answers: PROPOSAL }, { about: 'dep-gaocun-1' })).ok).toBe(true);
});

test('of two who press at once one makes the suggestion, and there is one', async () => {
  const road = await startRoad(database);
  await road.act('accept');
  const both = await Promise.all([1, 2].map(() => road.act('propose', { answers: PROPOSAL })));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const { rows } = await database.client.execute({
    sql: 'SELECT count(*) AS n FROM case_births WHERE parent_id = ?',
    args: [await road.id()],
  });
  expect(rows[0]?.['n']).toBe(1);
});

test('a 检举控告 never becomes a suggestion', async () => {
  const road = await startRoad(database, { category: 'report', topic: 'other', title: '演示内容甲乙' });
  expect(await road.act('propose', { answers: PROPOSAL })).toMatchObject(changed);
});

test('handed over, it has three months by article 51, by the calendar and not by days', async () => {
  const born = await bornOf(await startRoad(database));
  // From 2 March to 2 June, a Tuesday.
  expect((await born.walk(...HANDED_OVER)).due).toEqual({
    date: '2026-06-02',
    what: 'reply-to-deputy',
    kind: 'law',
    basis: '代表法 第五十一条',
    provisional: false,
  });
  const { row, assignments } = await born.stored();
  expect(row.state).toBe('assigned');
  expect(assignments).toMatchObject([{ lead: '县水利局', helpers: '高村镇人民政府' }]);
});

test('what is wide or hard has six months, with its reason, from the beginning or by extension', async () => {
  const first = await bornOf(await startRoad(database));
  await first.walk(['examine']);
  expect(await first.act('assign-wide', { lead: '县水利局' })).toMatchObject({
    ok: false,
    error: { problems: [{ path: 'note', code: 'field.required' }] },
  });
  const wide = await first.walk(['assign-wide', { lead: '县水利局', note: REASON }]);
  expect([wide.state, wide.due?.date]).toEqual(['assigned-wide', '2026-09-02']);
  const second = await bornOf(await startRoad(database));
  const later = await second.walk(...HANDED_OVER, ['extend', { note: REASON }]);
  expect([later.state, later.due?.date]).toEqual(['extended', '2026-09-02']);
  expect(await second.act('extend', { note: REASON })).toMatchObject(changed);
});

test('a department objects within ten workdays, once; whoever gets it next has the same date', async () => {
  const road = await startRoad(database);
  const born = await bornOf(road);
  await born.walk(...HANDED_OVER);
  // Ten workdays after Monday 2 March are Monday 16 March.
  road.wait(13);
  const back = await born.walk(['return', { remark: '支渠归高村镇政府管护, 请另定主办单位。' }]);
  expect([back.state, back.due?.date]).toEqual(['returned', '2026-06-02']);
  const anew = await born.walk(['reassign', { lead: '高村镇人民政府' }]);
  expect([anew.state, anew.due?.date]).toEqual(['reassigned', '2026-06-02']);
  expect(await born.act('return', { remark: '还是不归我们管。' })).toMatchObject(changed);
});

test('after ten workdays there is no objecting any more', async () => {
  const road = await startRoad(database);
  const born = await bornOf(road);
  await born.walk(...HANDED_OVER);
  road.wait(15);
  expect(await born.act('return', { remark: '不归我们管。' })).toMatchObject(changed);
});

test('a reply says its class, how the deputy was contacted, and all in words; the deputy is asked to respond', async () => {
  const born = await bornOf(await startRoad(database));
  await born.walk(...HANDED_OVER);
  const bare = await born.act('reply', { category: 'D' });
  const missing = bare.ok ? [] : (bare.error.problems ?? []).map(({ path, code }) => `${path} ${code}`);
  expect(missing).toEqual(['category field.invalid', 'contact field.required', 'note field.required']);
  const replied = await born.walk(['reply', REPLIED]);
  expect(replied).toMatchObject({ state: 'replied', due: { what: 'deputy-feedback', kind: 'promise' } });
  const last = (await born.stored()).events.at(-1);
  expect(JSON.parse(last?.data ?? '{}')).toMatchObject({ category: 'B', contact: 'on-site' });
  expect(last?.data).not.toContain('管护');
});

test('a deputy who is not satisfied gets it handled again within a month', async () => {
  const born = await bornOf(await startRoad(database));
  await born.walk(...REPLIED_TO);
  const again = await born.walk(['dissatisfied', { note: '只说了计划, 没有说什么时候动工。(示例)' }]);
  expect(again).toMatchObject({ state: 'again', due: { date: '2026-04-02', kind: 'promise' } });
  const rated = await born.walk(['reply', { ...REPLIED, category: 'A' }], ['feedback', { rating: 'satisfied' }]);
  expect([rated.state, rated.due]).toEqual(['rated', null]);
});

test('published, the petitioner reads the reply word for word under the own number, and is told', async () => {
  const road = await startRoad(database);
  const born = await bornOf(road);
  await born.walk(...REPLIED_TO, ['feedback', { rating: 'mostly' }], ['close'], ['publish']);
  const { timeline, state } = await road.status();
  expect(state).toBe('accepted');
  expect(timeline[0]).toMatchObject({ event: 'proposal-published', note: REPLY });
  expect(timeline[0]?.label).toContain(born.receipt);
  expect((await road.texts()).at(-1)).toContain('已有答复');
  expect([await born.faults(), await road.faults()]).toEqual([[], []]);
});

test('what is not received ends with a reason, and the petitioner hears that the own matter goes on', async () => {
  const road = await startRoad(database);
  const born = await bornOf(road);
  const note = '您的建议涉及正在审理的案件, 代表法第五十九条规定不能干预。(示例)';
  const ended = await born.walk(['refuse', { why: 'concrete', note }]);
  expect([ended.state, ended.due]).toEqual(['not-received', null]);
  const { timeline } = await road.status();
  expect(timeline[0]?.label).toContain('没有被接收');
  expect(timeline[0]?.note).toBeUndefined();
});
