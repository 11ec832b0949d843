import { afterAll, beforeAll, expect, test } from 'vitest';
import { advance } from '../../src/cases/advance.ts';
import type { Filters } from '../../src/cases/inbox-filters.ts';
import type { InboxView } from '../../src/cases/inbox-views.ts';
import { inbox, inboxCounts } from '../../src/cases/inbox.ts';
import type { Reader } from '../../src/cases/scope.ts';
import { submit } from '../../src/cases/submit.ts';
import { petition } from '../../src/forms/petition/index.ts';
import { shanghaiDate } from '../../src/lib/clock.ts';
import { wanrong } from '../../src/sites/wanrong.ts';
import { petitionBody } from '../harness/bodies.ts';
import type { Json } from '../harness/client.ts';
import { startDatabase, type TestDatabase } from '../harness/database.ts';
import { NOTE } from '../harness/road.ts';
import { toolsOf } from './tools.ts';

let database: TestDatabase;
let now = Date.parse('2026-11-02T10:00:00+08:00');
const tools = () => toolsOf(database.db, { clock: { now: () => now } });
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());

const NOWHERE = { id: 'feng', site: 'wanrong', station: null, department: null };
const desk: Reader = { ...NOWHERE, role: 'county-clerk' };
const station: Reader = { ...NOWHERE, role: 'station-clerk', station: 'gaocun' };
const water: Reader = { ...NOWHERE, role: 'department-handler', department: '县水利局' };
const reports: Reader = { ...NOWHERE, role: 'report-officer' };

/** Sends a petition and takes it down its road, each step a second after the last. */
async function send(title: string, answers: Json, ...steps: [who: string, action: string, input?: Json][]) {
  now += 1000;
  const sent = await submit(tools(), {
    form: petition,
    context: { site: wanrong, today: shanghaiDate(now), drafts: [] },
    raw: petitionBody(
      { category: 'request', station: 'gaocun', title, ...answers },
      {
        contact: { name: '李某芳(示例)', phone: '15400000001', address: '光华乡(示例)' },
      },
    ),
    lang: 'zh',
    sender: { is: 'partner', name: 'test', perDay: null, limited: false },
  });
  if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  const { receipt } = sent.value.answer;
  for (const [who, action, input = {}] of steps) {
    now += 1000;
    const done = await advance(tools(), { case: { receipt }, action, actor: `staff:${who}`, input });
    if (!done.ok) throw new Error(`${title}, ${action}: ${JSON.stringify(done.error)}`);
  }
}

const listed = async (reader: Reader, view: InboxView, me = 'feng', filters: Filters = {}): Promise<string[]> => {
  const asked = { view, filters, after: '', today: shanghaiDate(now) };
  const asking = { ...reader, id: me };
  const [{ lines }, counts] = await Promise.all([
    inbox(database.db, asking, asked),
    inboxCounts(database.db, asking, asked.today),
  ]);
  const titles = lines.map(({ title }) => title);
  if (Object.keys(filters).length === 0 && view in counts)
    expect([view, Reflect.get(counts, view)]).toEqual([view, titles.length]);
  return titles;
};

const GIVEN = { lead: '县水利局', with: '县公安局', withinDays: 5 };
const MISSING = { withinDays: 5, note: NOTE };

test('every view shows each reader what it says', async () => {
  await send('没有人动过', {});
  await send('冯登记的', { topic: 'irrigation' }, ['feng', 'register']);
  await send('王接着办的', { station: 'jiedian' }, ['feng', 'register'], ['wang', 'accept']);
  await send('交给水利局的', {}, ['feng', 'assign', GIVEN]);
  await send('水利局要材料的', {}, ['feng', 'assign', GIVEN], ['xu', 'ask-more', MISSING]);
  await send('水利局退回的', {}, ['feng', 'assign', GIVEN], ['xu', 'return', { remark: '不归我们管' }]);
  await send('告知去向的', {}, ['feng', 'direct', { note: NOTE }]);
  await send('检举的一件', { category: 'report', topic: 'other', station: undefined }, ['bai', 'register']);

  expect(await listed(desk, 'new')).toEqual(['没有人动过']);
  expect(await listed(desk, 'mine')).toEqual(['交给水利局的', '冯登记的']);
  expect(await listed(desk, 'mine', 'wang')).toEqual(['王接着办的']);
  expect(await listed(desk, 'waiting')).toEqual(['水利局要材料的', '交给水利局的']);
  expect(await listed(station, 'waiting')).toEqual(['水利局要材料的', '交给水利局的']);
  expect(await listed(water, 'mine', 'xu')).toEqual(['水利局要材料的', '交给水利局的']);
  expect(await listed(water, 'waiting', 'xu')).toEqual(['水利局要材料的']);
  expect(await listed(water, 'new', 'xu')).toEqual(['交给水利局的']);
  expect(await listed(water, 'all', 'xu')).toEqual(['水利局要材料的', '交给水利局的']);
  expect(await listed(reports, 'mine', 'bai')).toEqual(['']);
  expect(await listed(reports, 'mine', 'feng')).toEqual([]);
  expect(await listed(desk, 'all')).toHaveLength(7);
});

test('what a department was given is new to it until one of its own has touched it', async () => {
  await database.client.execute(`INSERT INTO staff_accounts (id, login, name, role, site, department, created_at)
    VALUES ('lu', 'lu', '陆某(示例)', 'department-handler', 'wanrong', '县教育局', 0)`);
  const school: Reader = { ...water, department: '县教育局' };
  const given = { lead: '县教育局' };
  await send('教育局没动过的', {}, ['feng', 'assign', given]);
  await send('教育局看过的', {}, ['feng', 'assign', given], ['lu', 'remark', { remark: '已经约了现场' }]);
  expect(await listed(school, 'new', 'lu')).toEqual(['教育局没动过的']);
  expect(await listed(school, 'mine', 'lu')).toEqual(['教育局看过的', '教育局没动过的']);
});

test('one who only helps has in hand what one acted on last', async () => {
  const police: Reader = { ...water, department: '县公安局' };
  expect(await listed(police, 'all', 'lu')).toEqual(['水利局要材料的', '交给水利局的']);
  expect(await listed(police, 'mine', 'lu')).toEqual([]);
  expect(await listed(police, 'mine', 'xu')).toEqual(['水利局要材料的']);
});

test('what nothing more is owed in is in nobody’s hands, and waits for nobody', async () => {
  await send('交办后告知去向的', {}, ['feng', 'assign', GIVEN], ['feng', 'direct', { note: NOTE }]);
  const { rows } = await database.client.execute(
    "SELECT count(*) AS n FROM cases WHERE state = 'directed' AND (acted_by IS NOT NULL OR waits_for IS NOT NULL)",
  );
  expect(rows[0]?.['n']).toBe(0);
});

test('the list is narrowed by each filter, and by several at once', async () => {
  expect(await listed(desk, 'all', 'feng', { topic: 'irrigation' })).toEqual(['冯登记的']);
  expect(await listed(desk, 'all', 'feng', { station: 'jiedian' })).toEqual(['王接着办的']);
  expect(await listed(desk, 'all', 'feng', { state: 'returned' })).toEqual(['水利局退回的']);
  const lead = await listed(desk, 'all', 'feng', { department: '县水利局' });
  expect(lead.slice(-2)).toEqual(['水利局要材料的', '交给水利局的']);
  expect(await listed(desk, 'all', 'feng', { department: '县公安局' })).toEqual(lead);
  expect(await listed(desk, 'all', 'feng', { department: '县卫健局' })).toEqual([]);
  expect(await listed(desk, 'all', 'feng', { department: '县水利局', state: 'returned' })).toEqual([]);
});

test('what a department holds is narrowed by what its cases are now, wherever they have moved since', async () => {
  const given = { lead: '县交通运输局' };
  await send('交通局一', { topic: 'irrigation' }, ['feng', 'assign', given]);
  await send('交通局二', { topic: 'school', station: 'jiedian' }, ['feng', 'assign', given], ['xu', 'accept']);
  const roads: Reader = { ...water, department: '县交通运输局' };
  expect(await listed(roads, 'all', 'xu', { state: 'assigned' })).toEqual(['交通局一']);
  expect(await listed(roads, 'all', 'xu', { state: 'accepted' })).toEqual(['交通局二']);
  expect(await listed(roads, 'mine', 'xu', { topic: 'school' })).toEqual(['交通局二']);
  expect(await listed(roads, 'open', 'xu', { station: 'gaocun' })).toEqual(['交通局一']);
  expect(await listed(roads, 'all', 'xu', { kind: 'proposal' })).toEqual([]);
  expect(await listed(station, 'all', 'feng', { department: '县交通运输局' })).toEqual(['交通局一']);
  await database.client.execute("UPDATE cases SET topic = 'waste', station = 'gaocun' WHERE title = '交通局二'");
  expect(await listed(roads, 'all', 'xu', { topic: 'waste', station: 'gaocun' })).toEqual(['交通局二']);
});

test('dates count in Shanghai, both ends included', async () => {
  now = Date.parse('2026-11-10T00:00:00+08:00') - 1000;
  await send('十日零点的', {});
  now = Date.parse('2026-11-10T23:59:58+08:00');
  await send('十日最后一秒的', {});
  expect(await listed(desk, 'all', 'feng', { sentFrom: '2026-11-10', sentTo: '2026-11-10' })).toEqual([
    '十日最后一秒的',
    '十日零点的',
  ]);
  expect(await listed(desk, 'all', 'feng', { sentFrom: '2026-11-11' })).toEqual([]);
  expect(await listed(desk, 'all', 'feng', { sentTo: '2026-11-01' })).toEqual([]);
  const due = { dueFrom: '2026-11-25', dueTo: '2026-11-25' };
  expect(await listed(desk, 'open', 'feng', due)).toEqual(['十日零点的', '十日最后一秒的']);
  expect(await listed(station, 'all', 'feng', { ...due, topic: 'irrigation' })).toEqual([]);
  // What is narrowed by the date it is due is read in the order of these dates.
  const dated = await listed(desk, 'all', 'feng', { dueFrom: '2026-11-01' });
  expect(dated).toEqual(await listed(desk, 'open', 'feng', { dueFrom: '2026-11-01' }));
  expect(dated.slice(-2)).toEqual(['王接着办的', '交通局二']);
});
