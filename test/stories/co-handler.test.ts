import { afterAll, beforeAll, expect, test } from 'vitest';
import { offeredTo, mayTake } from '../../src/cases/offered.ts';
import type { Reader } from '../../src/cases/scope.ts';
import { caseFor } from '../../src/cases/staff-view.ts';
import { petitionWorkflow } from '../../src/forms/petition/workflow.ts';
import { startDatabase, type TestDatabase } from '../harness/database.ts';
import { OPINION, startRoad } from '../harness/road.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()));
afterAll(() => database.stop());

const inDepartment = (department: string): Reader => ({
  id: department,
  role: 'department-handler',
  site: 'wanrong',
  station: null,
  department,
});
const [lead, helper, stranger] = ['县教育局', '县公安局', '县水利局'].map(inDepartment);

test('who helps with a case remarks and does not answer: there is one answer, of the department in charge', async () => {
  const road = await startRoad(database);
  await road.act('accept');
  await road.act('assign', { lead: '县教育局', with: '县公安局、县司法局' });
  const offered = async (reader: Reader | undefined) => {
    const found = reader && (await caseFor(road.tools, reader, road.receipt));
    return found && reader ? offeredTo(reader, found, petitionWorkflow).map(({ id }) => id) : null;
  };
  expect(await offered(lead)).toEqual(expect.arrayContaining(['answer', 'extend', 'remark']));
  const helps = await offered(helper);
  expect(helps).toContain('remark');
  expect(helps).not.toContain('answer');
  expect(helps).not.toContain('extend');
  expect(await offered(stranger)).toBeNull();
  expect(await road.act('remark', { remark: '划线的事我们配合' })).toMatchObject({ ok: true });
  expect(await road.act('answer', OPINION)).toMatchObject({ value: { state: 'answered' } });
  const answers = (await road.status()).timeline.filter(({ event }) => event === 'answer');
  expect(answers).toHaveLength(1);
});

test('a helper cannot give a case back either: only whoever is in charge of it may', () => {
  const given = { needs: ['cases.handle', 'cases.answer'], to: 'returned' };
  const one = { restricted: false, holder: '县教育局' };
  expect([lead, helper].map((reader) => reader && mayTake(reader, one, given))).toEqual([true, false]);
});
