import { afterAll, beforeAll, expect, test } from 'vitest';
import { erasing } from '../../src/cases/erase.ts';
import { tellStaff } from '../../src/staff-messages/round.ts';
import { colleague, mailTo, reachable, toolsFor } from '../harness/colleagues.ts';
import { startDatabase, testRing, type TestDatabase } from '../harness/database.ts';
import { startRoad } from '../harness/road.ts';

const DESK = 'desk@county.example';
let database: TestDatabase;
const clock = { at: 0, now: () => clock.at };
const means = () => ({ db: database.db, ring: testRing(), clock });
const tellAt = async (text: string): Promise<void> => {
  clock.at = Date.parse(`${text}+08:00`);
  await tellStaff(toolsFor(means()), 100);
};
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());

test('of two that came in the desk hears of the one that is still there', async () => {
  await tellAt('2026-03-02T09:30:00');
  await reachable(means(), await colleague(means(), 'station-clerk', { site: 'wanrong', station: 'gaocun' }), DESK);
  const [kept, gone] = [
    await startRoad(database, { station: 'gaocun' }),
    await startRoad(database, { station: 'gaocun' }),
  ];
  await database.db.write([
    ...erasing(await gone.id(), clock.at),
    { sql: `UPDATE cases SET state = 'erased' WHERE receipt = ?`, args: [gone.receipt] },
  ]);
  await tellAt('2026-03-02T10:05:00');
  await tellAt('2026-03-02T10:10:00');
  const [mail, ...more] = await mailTo(means(), DESK);
  expect(more).toEqual([]);
  expect(mail?.text).toContain(`新到 1 件`);
  expect(mail?.text).toContain(kept.receipt);
  expect(mail?.text).not.toContain(gone.receipt);
});
