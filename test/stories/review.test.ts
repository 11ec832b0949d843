import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDatabase, type TestDatabase } from '../harness/database.ts';
import { NOTE, OPINION, startRoad, type Road } from '../harness/road.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()));
afterAll(() => database.stop());

test('a sender who disagrees asks for a review within thirty days, then for a second; there it ends', async () => {
  const road = await startRoad(database);
  await road.act('accept');
  await road.act('answer', { ...OPINION, outcome: 'not-supported' });
  road.wait(30);
  expect((await road.status()).actions.map(({ id }) => id)).toEqual(['rate', 'ask-review']);
  expect(await road.askAsSender('ask-review')).toEqual({ ok: true, value: { state: 'reviewing' } });
  expect((await road.status()).due).toMatchObject({ what: 'review-opinion', basis: '信访工作条例 第三十五条' });
  await road.act('review', { note: NOTE });
  road.wait(10);
  expect(await road.askAsSender('ask-re-review')).toMatchObject({ ok: true });
  expect((await road.status()).due).toMatchObject({ what: 're-review-opinion', basis: '信访工作条例 第三十六条' });
  await road.act('re-review', { note: NOTE });
  expect(await road.status()).toMatchObject({ state: 'concluded', due: null, actions: [{ id: 'rate' }] });
  expect(await road.faults()).toEqual([]);
});

test('after thirty days nobody is offered a review, and none is taken', async () => {
  const road = await startRoad(database);
  await road.act('accept');
  await road.act('answer', { ...OPINION, outcome: 'explained' });
  road.wait(31);
  expect((await road.status()).actions.map(({ id }) => id)).toEqual(['rate']);
  expect(await road.askAsSender('ask-review')).toMatchObject({ error: { code: 'case.changed' } });
});

const WHERE = '您好。听证会三月二十日上午九点在县信访局三楼举行, 请带身份证。(示例)';

/** A request whose sender asked for a second review on 2 March 2026. */
async function underReReview(): Promise<Road> {
  const road = await startRoad(database);
  await road.act('accept');
  await road.act('answer', { outcome: 'supported', note: NOTE });
  await road.askAsSender('ask-review');
  await road.act('review', { note: NOTE });
  await road.askAsSender('ask-re-review');
  expect((await road.status()).due?.date).toBe('2026-04-01');
  return road;
}

test('a hearing stops the clock of a second review: no date is shown while it lasts, and its days are put on after it', async () => {
  const road = await underReReview();
  road.wait(8);
  expect(await road.act('hear')).toMatchObject({ error: { code: 'answers.invalid' } });
  expect(await road.act('hear', { note: WHERE })).toMatchObject({ value: { state: 'hearing', due: null } });
  const during = await road.status();
  expect(during).toMatchObject({
    stateLabel: '复核听证中(期限暂停)',
    due: null,
    paused: { since: '2026-03-10', label: '听证期间, 期限暂停', basis: '信访工作条例 第三十六条' },
  });
  expect(during.timeline[0]).toMatchObject({ event: 'hear', note: WHERE });
  const { rows } = await database.client.execute({
    sql: 'SELECT due, due_date FROM cases WHERE receipt = ?',
    args: [road.receipt],
  });
  expect(rows).toMatchObject([{ due: null, due_date: null }]);
  road.wait(2);
  expect(await road.act('end-hearing')).toMatchObject({ value: { state: 'heard', due: { date: '2026-04-07' } } });
  const after = await road.status();
  expect(after.paused).toBeUndefined();
  expect(after.due).toMatchObject({ date: '2026-04-07', what: 're-review-opinion', basis: '信访工作条例 第三十六条' });
  const texts = await road.texts();
  expect(texts.slice(-2)).toEqual([
    expect.stringContaining('已有办理告知,请凭查询码查看'),
    expect.stringContaining('预计2026年4月7日(星期二)前答复'),
  ]);
  for (const text of texts) expect(text).not.toContain('听证');
  expect(await road.act('re-review', { note: NOTE })).toMatchObject({ value: { state: 'concluded', due: null } });
  expect(await road.faults()).toEqual([]);
});

test('no opinion is given while the hearing lasts, and a first review knows no hearing that stops it', async () => {
  const road = await underReReview();
  await road.act('hear', { note: WHERE });
  for (const action of ['re-review', 'hear']) {
    expect(await road.act(action, { note: NOTE })).toMatchObject({ error: { code: 'case.changed' } });
  }
  const first = await startRoad(database);
  await first.act('accept');
  await first.act('answer', { outcome: 'supported', note: NOTE });
  await first.askAsSender('ask-review');
  expect(await first.act('hear', { note: WHERE })).toMatchObject({ error: { code: 'case.changed' } });
});

test('what was missed before the hearing stays overdue', async () => {
  const road = await underReReview();
  road.wait(31);
  expect(await road.act('hear', { note: WHERE })).toMatchObject({ value: { due: { date: '2026-04-01' } } });
  expect((await road.status()).paused).toBeUndefined();
});
