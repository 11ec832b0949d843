import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { erasing } from '../../../src/cases/erase.ts';
import { keepBands } from '../../../src/cases/matter/keep-bands.ts';
import { suggestions, type Suggestion } from '../../../src/cases/matter/suggest.ts';
import { storedCases } from '../../../src/cases/stored.ts';
import { emptyDatabase } from '../../../scripts/seed/reset.ts';
import type { Reader } from '../../../src/cases/scope.ts';
import { startDatabase, type TestDatabase } from '../../harness/database.ts';
import { fileMatter } from '../../harness/matter.ts';
import { NOW, toolsOf } from '../tools.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()));
beforeEach(() => emptyDatabase(database.db));
afterAll(() => database.stop());

const clerk: Reader = { id: 'clerk', role: 'county-clerk', site: 'wanrong', station: null, department: null };
const station = (name: string): Reader => ({ ...clerk, role: 'station-clerk', station: name });

const CANAL = {
  title: '村北支渠塌了一段,地浇不上',
  body: '我们村北头那条支渠,去年秋天就塌了,今年放水到不了我们这几块地。',
};
const ALIKE = {
  title: '渠道损坏浇不了地',
  body: '支渠塌了一大截,水过不来。娃娃放学从边上走,能不能先围起来。',
};
const OTHER = { title: '集上的化肥不够秤', body: '五袋复合肥回来一称只有四十七公斤半。' };

async function suggestedFor(id: string, reader: Reader = clerk): Promise<Suggestion[]> {
  const [stored] = await storedCases(database.db, { id });
  return stored ? suggestions(toolsOf(database.db), reader, stored.row) : [];
}
const receiptsFor = async (id: string, reader?: Reader): Promise<string[]> =>
  (await suggestedFor(id, reader)).map(({ receipt }) => receipt);

test('at one station and topic the same matter in other words is suggested, with the sentence that differs', async () => {
  const first = await fileMatter(database, CANAL);
  const second = await fileMatter(database, { ...ALIKE, phone: '15400000002' });
  await fileMatter(database, { ...OTHER, phone: '15400000003' });
  expect(await suggestedFor(first.id)).toEqual([
    {
      receipt: second.receipt,
      title: ALIKE.title,
      state: 'received',
      submittedAt: Date.parse(NOW),
      samePhone: false,
      alike: expect.closeTo(0.2, 1),
      odd: ['娃娃放学从边上走,能不能先围起来。'],
      open: true,
    },
  ]);
});

test('what the same phone sent is suggested whatever it says, in its own county alone', async () => {
  const first = await fileMatter(database, CANAL);
  const again = await fileMatter(database, { ...OTHER, topic: 'market' });
  await fileMatter(database, { ...OTHER, topic: 'roads', site: 'pinglu' });
  expect(await suggestedFor(first.id)).toMatchObject([{ receipt: again.receipt, samePhone: true }]);
});

test('a copy sent to another station under another topic is found by its bands, once the sweep has been', async () => {
  const first = await fileMatter(database, CANAL);
  const copy = await fileMatter(database, { ...CANAL, topic: 'other', station: 'jiedian', phone: '15400000002' });
  expect(await receiptsFor(first.id)).toEqual([]);
  const tools = toolsOf(database.db);
  expect(await Promise.all([keepBands(tools, 1), keepBands(tools, 1)])).toEqual([1, 1]);
  while ((await keepBands(tools, 1)) > 0);
  expect(await receiptsFor(first.id)).toEqual([copy.receipt]);
  expect(await receiptsFor(copy.id)).toEqual([first.receipt]);
});

test('a station learns nothing of what was sent to another', async () => {
  const first = await fileMatter(database, CANAL);
  await fileMatter(database, { ...CANAL, station: 'jiedian' });
  await keepBands(toolsOf(database.db), 10);
  expect(await receiptsFor(first.id, station('gaocun'))).toEqual([]);
  expect(await receiptsFor(first.id)).toHaveLength(1);
});

test('a 检举控告 is suggested to nobody and gets no suggestion, nor does spam, nor what was erased', async () => {
  const first = await fileMatter(database, CANAL);
  const report = await fileMatter(database, { ...CANAL, category: 'report' });
  const spam = await fileMatter(database, CANAL);
  const erased = await fileMatter(database, CANAL);
  await keepBands(toolsOf(database.db), 10);
  await database.client.execute({ sql: 'UPDATE cases SET spam = 1 WHERE id = ?', args: [spam.id] });
  await database.db.write(erasing(erased.id, 0));
  const cleared: Reader = { ...clerk, role: 'report-officer' };
  for (const reader of [clerk, cleared]) {
    expect(await receiptsFor(first.id, reader)).toEqual([]);
    for (const { id } of [report, spam, erased]) expect(await receiptsFor(id, reader)).toEqual([]);
  }
  for (const { id } of [report, erased]) {
    const { rows } = await database.client.execute({ sql: 'SELECT * FROM matter_bands WHERE case_id = ?', args: [id] });
    expect(rows).toEqual([]);
  }
});

test('erased while it waits for its bands, a filing gets none', async () => {
  const { id } = await fileMatter(database, CANAL);
  await database.db.write(erasing(id, 0));
  expect(await keepBands(toolsOf(database.db), 10)).toBe(0);
});

test('five are shown at most, the likeliest first', async () => {
  const first = await fileMatter(database, CANAL);
  for (const phone of ['02', '03', '04', '05', '06', '07']) {
    await fileMatter(database, { ...ALIKE, phone: `154000000${phone}` });
  }
  const copy = await fileMatter(database, { ...CANAL, phone: '15400000008' });
  const found = await receiptsFor(first.id);
  expect(found).toHaveLength(5);
  expect(found[0]).toBe(copy.receipt);
});

test('after half a year a filing is no longer found by its words', async () => {
  await fileMatter(database, CANAL);
  await keepBands(toolsOf(database.db), 10);
  const later = Date.parse(NOW) + 181 * 86_400_000;
  await keepBands(toolsOf(database.db, { clock: { now: () => later } }), 10);
  expect((await database.client.execute('SELECT * FROM matter_bands')).rows).toEqual([]);
});
