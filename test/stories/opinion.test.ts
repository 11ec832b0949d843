import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeProblems } from '../../src/i18n/problems.ts';
import { startDatabase, type TestDatabase } from '../harness/database.ts';
import { NOTE, OPINION, startRoad, type Road } from '../harness/road.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()));
afterAll(() => database.stop());

async function accepted(): Promise<Road> {
  const road = await startRoad(database);
  await road.act('accept');
  return road;
}

async function refusedFor(road: Road, input: Record<string, unknown>): Promise<Record<string, string>> {
  const done = await road.act('answer', input);
  if (done.ok || done.error.code !== 'answers.invalid') throw new Error('it was taken');
  return Object.fromEntries(
    describeProblems(done.error.problems ?? [], {}, 'zh').map(({ path, message }) => [path, message]),
  );
}

test('an opinion reaches the sender in its order: claims, facts and reasons, opinion, basis; sealed, by its digest in the chain', async () => {
  const road = await accepted();
  expect(await road.act('answer', { ...OPINION, outcome: 'not-supported' })).toMatchObject({ ok: true });
  const [answer] = (await road.status()).timeline;
  expect(answer?.parts).toEqual([
    { id: 'claims', label: '您的诉求', text: OPINION.claims },
    { id: 'facts', label: '事实和理由', text: OPINION.facts },
    { id: 'note', label: '处理意见', text: NOTE },
    { id: 'basis', label: '依据', text: OPINION.basis },
  ]);
  for (const text of [OPINION.claims, OPINION.facts, NOTE, OPINION.basis]) expect(answer?.note).toContain(text);
  const kept = JSON.stringify([await road.events(), await road.rows('case_notes')]);
  for (const words of ['路灯', '线路老化', '管护']) expect(kept).not.toContain(words);
  expect(await road.faults()).toEqual([]);
});

test('who is not supported, or only explained to, is told facts and basis: without them there is no answer', async () => {
  const road = await accepted();
  for (const outcome of ['explained', 'not-supported']) {
    const said = await refusedFor(road, { outcome, claims: OPINION.claims, note: NOTE });
    expect(Object.keys(said)).toEqual(['facts', 'basis']);
    expect(said['facts']).toBe(
      '请写明事实和理由: 解释说明或不予支持的, 要让来信人知道查到了什么(信访工作条例第三十二条)。',
    );
    expect(said['basis']).toContain('请写明依据');
  }
  expect((await road.status()).state).toBe('accepted');
  expect(await road.act('answer', { outcome: 'supported', note: NOTE })).toMatchObject({ ok: true });
});

test('one part of an opinion changed, added or taken away afterwards is named by its step', async () => {
  const changes = [
    `DELETE FROM case_notes WHERE part = 'basis'`,
    `UPDATE case_notes SET sealed = (SELECT sealed FROM case_notes n WHERE n.case_id = case_notes.case_id AND n.part = 'facts') WHERE part = 'claims'`,
    `UPDATE case_notes SET part = 'comment' WHERE part = 'note'`,
  ];
  for (const change of changes) {
    const road = await accepted();
    await road.act('answer', OPINION);
    expect(await road.faults()).toEqual([]);
    await database.client.execute(change);
    expect(await road.faults()).toEqual([{ is: 'words', seq: 3 }]);
    await database.client.execute('DELETE FROM case_notes');
  }
});

test('what a template left blank is named, and nothing is sent', async () => {
  const road = await accepted();
  const note = '您好。{单位}在{日期}到现场看过, {日期}前修好。';
  expect(await refusedFor(road, { ...OPINION, note })).toEqual({
    note: '还没有填好: {单位}、{日期}。请逐个填好。',
  });
  expect(await road.act('answer', { ...OPINION, remark: '{日期}以前回访' })).toMatchObject({ ok: true });
});

test('a suggestion is replied to by what was adopted, not by an opinion', async () => {
  const road = await startRoad(database, { category: 'suggestion' });
  expect(await road.act('answer', OPINION)).toMatchObject({ error: { code: 'answers.invalid' } });
  await road.act('answer', { outcome: 'partly', note: NOTE });
  const [reply] = (await road.status()).timeline;
  expect(reply).toMatchObject({ label: '已回复您的建议: 部分采纳。', note: NOTE });
  expect(reply?.parts).toBeUndefined();
});
