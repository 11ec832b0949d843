import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '../../scripts/seed/reset.ts';
import { eraseCase } from '../../src/cases/erase-case.ts';
import { copyErasures } from '../../src/jobs/copy-erasures.ts';
import { startDatabase, type TestDatabase } from '../harness/database.ts';
import { NOTE, startRoad, type Road } from '../harness/road.ts';

let database: TestDatabase;
let road: Road;
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());
beforeEach(async () => {
  await emptyDatabase(database.db);
  road = await startRoad(database);
});

test('an open case is erased at its sender’s wish: nothing is owed any more, and the sender still sees that it was', async () => {
  await road.act('accept', { note: NOTE });
  expect(await eraseCase(road.tools, await road.id(), 'staff:feng', 'asked')).toMatchObject({ ok: true });
  expect(await road.status()).toMatchObject({
    state: 'erased',
    stateLabel: '已删除',
    due: null,
    actions: [],
    timeline: [
      { event: 'erased', label: expect.stringContaining('已删除') },
      { event: 'accept' },
      { event: 'received' },
    ],
  });
  expect((await road.status()).timeline.some(({ note }) => note !== undefined)).toBe(false);
  expect((await road.events()).at(-1)).toEqual({
    code: 'erased',
    actor: 'staff:feng',
    data: { why: 'asked', state: 'erased', due: null },
  });
  expect(await road.faults()).toEqual([]);
});

test('what is erased is erased once, and an officer who comes later is told', async () => {
  const id = await road.id();
  const erase = () => eraseCase(road.tools, id, 'system', 'retention');
  const both = await Promise.all([erase(), erase()]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await erase()).toMatchObject({ ok: false, error: { code: 'case.changed' } });
  expect(await road.act('accept')).toMatchObject({ ok: false, error: { code: 'case.changed' } });
});

test('each erasure is noted in the object store once, by an id that names nobody', async () => {
  const id = await road.id();
  await eraseCase(road.tools, id, 'system', 'asked');
  const kept = new Map<string, string>();
  const store = { keep: async (name: string, text: string) => (kept.set(name, text), text) };
  await copyErasures({ ...road.tools, store }, 10);
  await copyErasures({ ...road.tools, store: { keep: () => Promise.reject(new Error('asked again')) } }, 10);
  expect([...kept]).toEqual([[`erasures/${id}.json`, `{"at":${road.tools.clock.now()},"caseId":"${id}","v":1}`]]);
});
