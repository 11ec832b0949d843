import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDatabase, type TestDatabase } from '../harness/database.ts';
import { NOTE, OPINION, startRoad, type Road } from '../harness/road.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()));
afterAll(() => database.stop());

const COMMENT = '灯修好了两盏, 第三盏还是不亮。';

async function answered(): Promise<Road> {
  const road = await startRoad(database);
  await road.act('accept');
  await road.act('answer', OPINION);
  return road;
}
const offered = async (road: Road): Promise<string[]> => (await road.status()).actions.map(({ id }) => id);

test('after an answer its sender rates it with a word of their own, sealed; the chain holds rating and digest', async () => {
  const road = await answered();
  const [rate] = (await road.status()).actions;
  expect(rate).toMatchObject({
    id: 'rate',
    label: '评价这次办理',
    asks: [
      { path: 'answers.rating', required: true },
      { path: 'answers.comment', required: false },
    ],
  });
  expect(await road.askAsSender('rate', { rating: 'unsatisfied', comment: COMMENT })).toEqual({
    ok: true,
    value: { state: 'answered' },
  });
  const [line] = (await road.status()).timeline;
  expect(line).toMatchObject({ event: 'rate', label: '您的评价: 不满意。', note: COMMENT });
  const [last] = (await road.events()).toReversed();
  expect(last).toEqual({
    code: 'rate',
    actor: 'citizen',
    data: { rating: 'unsatisfied', words: expect.stringMatching(/^[\w-]{43}$/) },
  });
  expect(JSON.stringify([await road.rows('case_notes'), await road.events()])).not.toContain('第三盏');
  expect(await road.faults()).toEqual([]);
});

test('each opinion is rated once: a new answer, or the opinion of a review, may be rated again', async () => {
  const road = await answered();
  await road.askAsSender('rate', { rating: 'mostly' });
  expect(await offered(road)).toEqual(['ask-review']);
  expect(await road.askAsSender('rate', { rating: 'satisfied' })).toMatchObject({ error: { code: 'case.changed' } });
  await road.askAsSender('ask-review');
  expect(await offered(road)).toEqual([]);
  await road.act('review', { note: NOTE });
  expect(await offered(road)).toEqual(['rate', 'ask-re-review']);
  expect(await road.askAsSender('rate', { rating: 'satisfied' })).toMatchObject({ ok: true });
});

test('a rating without its answer, or with one that is none, is refused beside the question', async () => {
  const road = await answered();
  for (const [input, path] of [
    [{}, 'rating'],
    [{ rating: 'wonderful' }, 'rating'],
    [{ rating: 'satisfied', comment: '好'.repeat(501) }, 'comment'],
    [{ rating: 'satisfied', remark: '内部' }, 'remark'],
  ] as const) {
    const refused = await road.askAsSender('rate', input);
    expect(refused).toMatchObject({ error: { code: 'answers.invalid', problems: [{ path }] } });
  }
  expect((await road.status()).timeline[0]?.event).toBe('answer');
});

test('before there is an answer nothing can be rated, and staff cannot rate in the sender’s place', async () => {
  const road = await startRoad(database);
  expect(await offered(road)).toEqual([]);
  await road.act('accept');
  await road.act('answer', OPINION);
  expect(await road.act('rate', { rating: 'satisfied' })).toMatchObject({ error: { code: 'case.changed' } });
  expect(await road.act('follow-up', { rating: 'satisfied', remark: '电话回访' })).toMatchObject({ ok: true });
});
