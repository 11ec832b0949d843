import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDatabase, type TestDatabase } from '../harness/database.ts';
import { NOTE, startRoad } from '../harness/road.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()));
afterAll(() => database.stop());

const changed = { ok: false, error: { code: 'case.changed' } };

test('asked for what is missing, the sender reads what and by when; nothing else changes', async () => {
  const road = await startRoad(database);
  const { due } = await road.status();
  const note = '您好。请补一份高龄补贴存折的首页照片。(示例)';
  expect(await road.act('ask-more', { note })).toMatchObject({ error: { code: 'answers.invalid' } });
  await road.act('ask-more', { withinDays: 7, note });
  const after = await road.status();
  expect(after).toMatchObject({ state: 'received', due });
  expect(after.timeline[0]).toMatchObject({ label: '请在 7 日内补充, 要补什么写在下面。', note });
  expect((await road.texts()).at(-1)).toContain(`您的事项${road.receipt}需要补充材料,请在2026年3月9日(星期一)前办理`);
});

test('what was missing is sent by the page or told at the desk: once a question, and the case waits for the department again', async () => {
  const road = await startRoad(database);
  const waitsFor = async () => {
    const sql = 'SELECT waits_for FROM cases WHERE receipt = ?';
    return (await database.client.execute(sql, [road.receipt])).rows[0]?.['waits_for'];
  };
  const offered = async () => (await road.status()).actions.map(({ id }) => id);
  const more = { comment: '照片放在联络站了, 是第三巷东头那一户。(示例)' };
  await road.act('assign', { lead: '县水利局' });
  expect([await offered(), await waitsFor()]).toEqual([[], 'department']);
  expect(await road.askAsSender('supplement', more)).toMatchObject(changed);
  await road.act('ask-more', { withinDays: 7, note: NOTE });
  expect([await offered(), await waitsFor()]).toEqual([['supplement'], 'resident']);
  expect(await road.askAsSender('supplement', {})).toMatchObject({ error: { code: 'answers.invalid' } });
  expect(await road.askAsSender('supplement', more)).toMatchObject({ ok: true });
  expect((await road.status()).timeline[0]).toMatchObject({ label: '收到了补充的内容。', note: more.comment });
  expect([await offered(), await waitsFor()]).toEqual([[], 'department']);
  expect(await road.askAsSender('supplement', more)).toMatchObject(changed);
  await road.act('ask-more', { withinDays: 7, note: NOTE });
  expect(await road.act('supplement', more)).toMatchObject({ ok: true });
  expect([await offered(), await waitsFor()]).toEqual([[], 'department']);
  expect(JSON.stringify([await road.events(), await road.rows('case_notes')])).not.toContain('第三巷');
  expect(await road.faults()).toEqual([]);
});
