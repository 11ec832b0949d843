import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { caseFor } from '../../../src/cases/staff-view.ts';
import { recordReveal } from '../../../src/cases/reveal.ts';
import type { Reader } from '../../../src/cases/scope.ts';
import { askedOfAll, forecast } from '../../../src/cases/together/forecast.ts';
import { pickedCases, type Picked } from '../../../src/cases/together/picked.ts';
import { standing } from '../../../src/cases/together/standing.ts';
import { takeTogether } from '../../../src/cases/together/take.ts';
import type { Tools } from '../../../src/cases/tools.ts';
import { openDatabase } from '../../../src/db/database.ts';
import { caseKinds } from '../../../src/forms/index.ts';
import { sites } from '../../../src/sites/index.ts';
import type { Json } from '../../harness/client.ts';
import { startDatabase, type TestDatabase } from '../../harness/database.ts';
import { CANAL, startMatters, type Filed, type Matters } from '../../harness/matter.ts';
import { OPINION } from '../../harness/road.ts';

let database: TestDatabase;
let county: Matters;
beforeAll(async () => {
  database = await startDatabase();
  county = startMatters(database);
}, 30_000);
afterAll(() => database.stop());

const NOWHERE = { station: null, department: null };
const feng: Reader = { ...NOWHERE, id: 'feng', role: 'county-clerk', site: 'wanrong' };
const lu: Reader = { ...feng, id: 'lu' };
const gaocun: Reader = { ...feng, id: 'wang', role: 'station-clerk', station: 'gaocun' };

const file = (more: Partial<Parameters<Matters['file']>[0]> = {}) => county.file({ ...CANAL, ...more });
const files = (count: number): Promise<Filed[]> =>
  Array.from({ length: count }).reduce<Promise<Filed[]>>(
    async (all) => [...(await all), await file()],
    Promise.resolve([]),
  );
const pick = (...cases: readonly Filed[]): Picked[] => cases.map(({ receipt }) => ({ receipt, seen: 1 }));
const take = async (
  reader: Reader,
  picked: readonly Picked[],
  action: string,
  input: Json = {},
  tools: Tools = county.tools,
) => (await takeTogether(tools, { reader, picked, action, input })).map(({ outcome }) => outcome);
/** The codes of a case's events, oldest first. */
const codes = async (one: Filed): Promise<string[]> => (await county.events(one)).map(({ code }) => code);

const GIVEN = { lead: '县水利局', withinDays: 5, remark: '先去现场看' };

test('each case goes its own way: those that can are assigned, of every other one is told why', async () => {
  const [fresh, given, answered, moved] = [await file(), await file(), await file(), await file()];
  const proposed = await file();
  const report = await file({ category: 'report', topic: 'other' });
  const foreign = await file({ site: 'pinglu', topic: 'roads' });
  await county.act(given, 'assign', { lead: '县公安局' });
  for (const [action, input] of [['accept'], ['answer', OPINION]] as const) await county.act(answered, action, input);
  await county.act(moved, 'register', {}, { actor: 'staff:lu' });
  const all = [fresh, given, answered, moved, report, foreign];
  const picked = [
    ...all.map(({ receipt }, at) => ({ receipt, seen: [1, 2, 3, 1, 1, 1][at] ?? 0 })),
    ...pick(proposed),
    { receipt: 'WR-22222-22222', seen: 1 },
  ];
  expect(await take(feng, picked, 'assign', GIVEN)).toEqual([
    'went',
    'not-yours',
    'impossible',
    'changed',
    'gone',
    'gone',
    'went',
    'gone',
  ]);
  expect(await codes(fresh)).toEqual(['submitted', 'assign']);
  expect(await codes(given)).toEqual(['submitted', 'assign']);
  expect(await codes(report)).toEqual(['submitted']);
  expect(await codes(foreign)).toEqual(['submitted']);
  const { rows } = await database.client.execute({
    sql: 'SELECT lead, due_date FROM case_assignments WHERE case_id IN (?, ?)',
    args: [fresh.id, proposed.id],
  });
  expect(rows.map(({ lead, due_date }) => [lead, due_date])).toEqual([
    ['县水利局', '2026-03-07'],
    ['县水利局', '2026-03-07'],
  ]);
  for (const one of [fresh, proposed]) {
    expect(await county.faults(one)).toEqual([]);
    const found = await caseFor(county.tools, feng, one.receipt);
    expect([found?.holder, found?.remarks.get(2)?.remark]).toEqual(['县水利局', '先去现场看']);
  }
});

test('an officer cleared for reports registers them together, and assigns none', async () => {
  const reports: Reader = { ...feng, id: 'bai', role: 'report-officer' };
  const [one, other] = [
    await file({ category: 'report', topic: 'other' }),
    await file({ category: 'report', topic: 'other' }),
  ];
  const open = await file();
  expect(await take(reports, pick(one, other, open), 'assign', GIVEN)).toEqual([
    'no-such-step',
    'no-such-step',
    'gone',
  ]);
  expect(await take(reports, pick(one, other, open), 'register')).toEqual(['went', 'went', 'gone']);
  expect(await codes(open)).toEqual(['submitted']);
});

test('of two officers at once each case has one winner, and the other is told', async () => {
  const cases = await files(8);
  const both = await Promise.all([feng, lu].map((reader) => take(reader, pick(...cases), 'register')));
  for (const [at, one] of cases.entries()) {
    expect(both.map((outcomes) => String(outcomes[at])).toSorted()).toEqual(['changed', 'went']);
    expect(await codes(one)).toEqual(['submitted', 'register']);
    expect(await county.faults(one)).toEqual([]);
  }
});

test('the same form sent twice does nothing twice, one after the other or both at once', async () => {
  const cases = await files(3);
  const picked = pick(...cases);
  expect(await take(feng, picked, 'urge')).toEqual(['went', 'went', 'went']);
  expect(await take(feng, picked, 'urge')).toEqual(['already', 'already', 'already']);
  expect(await take(lu, picked, 'urge')).toEqual(['changed', 'changed', 'changed']);
  const more = await files(4);
  const both = await Promise.all([0, 1].map(() => take(feng, pick(...more), 'urge')));
  for (const [at, one] of more.entries()) {
    expect(both.map((outcomes) => String(outcomes[at])).toSorted()).toEqual(['already', 'went']);
    expect(await codes(one)).toEqual(['submitted', 'urge']);
  }
});

test('a colleague who only looked has changed nothing; who says not what was seen does nothing', async () => {
  const [looked, blind] = [await file(), await file()];
  const found = await caseFor(county.tools, lu, looked.receipt);
  if (!found) throw new Error('no case');
  expect((await recordReveal(county.tools, found, 'staff:lu', 'visit')).ok).toBe(true);
  expect(await take(feng, [...pick(looked), { receipt: blind.receipt, seen: 0 }], 'register')).toEqual([
    'went',
    'changed',
  ]);
});

test('what follows another case goes its road alone; the lead takes all of them along', async () => {
  const [lead, member, other] = [await file(), await file(), await file()];
  await county.join(lead, member);
  await county.join(lead, other);
  const picked = [lead, member, other].map(({ receipt }, at) => ({ receipt, seen: at === 0 ? 3 : 2 }));
  const cases = await pickedCases(county.tools, feng, picked);
  const [first = { receipt: '', seen: 0 }] = picked;
  const here = cases.get(lead.receipt);
  const stands = here && standing(feng, here, first, 'register');
  expect(stands && 'taken' in stands && here && forecast(here, stands.taken, [])).toMatchObject({
    to: 'registered',
    joined: 2,
  });
  expect(await take(feng, picked, 'register')).toEqual(['went', 'follows', 'follows']);
  expect((await codes(member)).at(-1)).toBe('register');
  expect(await county.brokenBundles()).toEqual([]);
});

test('what goes wrong in one case stops no other', async () => {
  const [first, locked, refused, last] = [await file(), await file(), await file(), await file()];
  await database.client.execute({
    sql: "UPDATE case_keys SET wrapped = 'spoilt' WHERE case_id = ?",
    args: [locked.id],
  });
  await database.client.execute(
    `CREATE TRIGGER refused BEFORE INSERT ON events WHEN NEW.stream = '${refused.id}' BEGIN SELECT RAISE(ABORT, 'no'); END`,
  );
  const outcomes = await take(feng, pick(first, locked, refused, last), 'register');
  await database.client.execute('DROP TRIGGER refused');
  expect(outcomes).toEqual(['went', 'failed', 'failed', 'went']);
});

test('an answer of the database that was lost is looked for; one that never came is said', async () => {
  const cases = await files(4);
  const gone = openDatabase({ url: 'http://127.0.0.1:9', timeoutMs: 500 });
  const { db } = database;
  let tried = 0;
  const lost: Tools = {
    ...county.tools,
    db: {
      orm: db.orm,
      close: db.close,
      async write(statements) {
        tried += 1;
        if (tried === 1) await db.write(statements);
        return gone.write(statements);
      },
    },
  };
  expect(await take(feng, pick(...cases), 'register', {}, lost)).toEqual([
    'went',
    'unanswered',
    'unanswered',
    'unanswered',
  ]);
  expect(tried).toBe(2);
  // Sent again, the same form does what is left.
  expect(await take(feng, pick(...cases), 'register')).toEqual(['already', 'went', 'went', 'went']);
});

test.each([
  ['register', {}],
  ['assign', GIVEN],
] as const)('%s costs the database two requests for all of them and one for each', async (action, input) => {
  const cases = await files(8);
  const asked = vi.spyOn(globalThis, 'fetch');
  const outcomes = await take(feng, pick(...cases), action, input);
  const requests = asked.mock.calls.length;
  asked.mockRestore();
  expect(outcomes).toEqual(cases.map(() => 'went'));
  expect(requests).toBe(2 + cases.length);
});

test('before it is done each case says where it goes, by when, and what is not said in it', async () => {
  const [fresh, accepted] = [await file(), await file()];
  await county.act(accepted, 'accept');
  const picked = [
    { receipt: fresh.receipt, seen: 1 },
    { receipt: accepted.receipt, seen: 2 },
  ];
  const cases = await pickedCases(county.tools, gaocun, picked);
  const expected = picked.map((one) => {
    const here = cases.get(one.receipt);
    const stands = here && standing(gaocun, here, one, 'assign');
    return stands && 'taken' in stands ? forecast(here, stands.taken, ['lead', 'note']) : null;
  });
  const due = async (one: Filed) => (await caseFor(county.tools, gaocun, one.receipt))?.row.dueDate;
  expect(expected).toEqual([
    { to: 'assigned', due: await due(fresh), joined: 0, unsaid: ['note'] },
    { due: await due(accepted), joined: 0, unsaid: ['note'] },
  ]);
  expect(await take(gaocun, picked, 'assign', GIVEN)).toEqual(['went', 'went']);
  expect([await due(fresh), await due(accepted)]).toEqual(expected.map((one) => one?.due));
});

test('what is taken together is staff’s, asks nothing of one case alone, and needs no other case', () => {
  const workflows = caseKinds.flatMap((kind) => [
    kind.workflow,
    ...sites.flatMap((site) => kind.at?.(site, '2026-03-02')?.workflow ?? []),
  ]);
  expect(workflows.some(({ together = [] }) => together.length > 0)).toBe(true);
  for (const { transitions, together = [] } of workflows) {
    for (const action of together) {
      const rows = transitions.filter(({ id, actors }) => id === action && actors.includes('staff'));
      expect([action, rows.length > 0]).toEqual([action, true]);
      for (const { bears, tells, demands } of rows) expect({ bears, tells, demands }).toEqual({});
      // A choice, an opinion or a date is made for one case; these are said of all in the same words.
      const asked = Object.keys(askedOfAll(rows));
      expect(asked.filter((name) => !['lead', 'with', 'withinDays', 'note', 'remark'].includes(name))).toEqual([]);
    }
  }
});
