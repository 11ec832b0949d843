import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../src/db/database.ts';
import { clientOf } from '../harness/client.ts';
import { bornOf, HANDED_OVER, REPLIED, REPLIED_TO, REPLY } from '../harness/proposal.ts';
import { startRoad, type Road } from '../harness/road.ts';
import { startStack, type Stack } from '../harness/stack.ts';

const REMARK = '先去现场看水位, 再定方案。';
const DONE = [['feedback', { rating: 'mostly' }], ['close', { remark: REMARK }], ['publish']] as const;

let stack: Stack;
let db: Database;
let road: Road;
let number: string;
beforeAll(async () => {
  stack = await startStack();
  db = openDatabase({ url: stack.databaseUrl, timeoutMs: 8000 });
  road = await newRoad();
  const born = await bornOf(road);
  await born.walk(...HANDED_OVER, ['key']);
  road.wait(30);
  await born.walk(['reply', { ...REPLIED, remark: REMARK }], ...DONE);
  number = born.receipt;
});
afterAll(async () => {
  db.close();
  await stack.stop();
});

const newRoad = (): Promise<Road> => startRoad({ db, client: stack.db, stop: () => Promise.resolve() });
const pageAt = async (path: string) => (await stack.fetch(path)).text();

test('a published report says what was asked, who answered by when and under which article, and what the deputy says', async () => {
  const { status, body } = await clientOf(stack).get(`/proposals/${number}`);
  expect(status).toBe(200);
  const { timeline, ...report } = body;
  expect(report).toEqual({
    number,
    title: '关于修复部分末级渠道的建议(示例)',
    proposer: { name: '冯某田(示例)', post: '市人大代表,种植合作社理事长' },
    cosigners: [
      { name: '王某兰(示例)', post: '县人大代表,就业服务站工作者' },
      { name: '陈某水(示例)', post: '乡镇人大代表,渠道管护员' },
    ],
    reason: '部分支渠损坏, 几个村浇不上地。',
    problem: ['支渠塌陷二三十米。', '涉及三个村。'],
    asks: ['先围挡后修复', '列入年度管护计划', '建立管护员巡渠记录'],
    lead: '县水利局',
    helpers: ['高村镇人民政府'],
    handedOverOn: '2026-03-02',
    due: { date: '2026-06-02', basis: '代表法 第五十一条' },
    repliedOn: '2026-04-01',
    inTime: true,
    category: { code: 'B', label: 'B 正在解决或列入规划' },
    replies: [
      {
        on: '2026-04-01',
        category: { code: 'B', label: 'B 正在解决或列入规划' },
        contact: '一起到现场',
        text: REPLY,
      },
    ],
    feedback: [{ on: '2026-04-01', rating: { code: 'mostly', label: '基本满意' } }],
    keySupervised: true,
  });
  expect((timeline as { event: string }[]).map(({ event }) => event)).toEqual([
    'publish',
    'close',
    'feedback',
    'reply',
    'key',
    'assign',
    'examine',
    'received',
  ]);
});

test('its page says the same without script, in both languages, and may be framed by the county', async () => {
  const page = await pageAt(`/wanrong/proposals/${number}`);
  for (const words of [
    '关于修复部分末级渠道的建议(示例)',
    '冯某田(示例)',
    '<li>先围挡后修复</li>',
    '2026年6月2日(星期二) · 代表法 第五十一条',
    '按期',
    REPLY,
    '基本满意',
    '重点督办建议(代表法第五十二条)',
    '第五十九条',
  ]) {
    expect(page).toContain(words);
  }
  const english = await pageAt(`/wanrong/proposals/${number.toLowerCase()}?lang=en`);
  for (const words of ['Mostly satisfied', 'Deputies Law (代表法), Article 51', 'in time', 'on the spot together']) {
    expect(english).toContain(words);
  }
  const { headers } = await stack.fetch(`/wanrong/proposals/${number}?embed=1`);
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self' https://www.wanrong.example");
});

test('nothing internal and nothing of the petitioner is in it', async () => {
  const { rows } = await stack.db.execute({
    sql: "SELECT actor FROM events WHERE stream = (SELECT id FROM cases WHERE receipt = ?) AND actor LIKE 'staff:%'",
    args: [number],
  });
  const secret = [REMARK, '李某芳', '15400000001', '前岭', road.receipt, ...rows.map(({ actor }) => actor as string)];
  const shown = [
    await pageAt('/wanrong/proposals'),
    await pageAt(`/wanrong/proposals/${number}`),
    JSON.stringify((await clientOf(stack).get('/proposals')).body),
    JSON.stringify((await clientOf(stack).get(`/proposals/${number}`)).body),
  ];
  expect(secret.length).toBeGreaterThan(5);
  for (const text of shown) for (const words of secret) expect(text).not.toContain(words);
});

test('what is not published, of another county, or no suggestion at all, is not there', async () => {
  const hidden = await bornOf(await newRoad());
  await hidden.walk(...REPLIED_TO, ['feedback', { rating: 'satisfied' }], ['close']);
  const unknown = { status: 404, body: { code: 'proposal.unknown' } };
  for (const id of [hidden.receipt, road.receipt, 'WR-22222-22222', 'x']) {
    expect([id, await clientOf(stack).get(`/proposals/${id}`)]).toMatchObject([id, unknown]);
    expect([id, (await stack.fetch(`/wanrong/proposals/${id}`)).status]).toEqual([id, 404]);
  }
  expect(await clientOf(stack, 'pinglu').get(`/proposals/${number}`)).toMatchObject(unknown);
  const { body } = await clientOf(stack).get('/proposals');
  expect((body['proposals'] as { number: string }[]).map((one) => one.number)).toEqual([number]);
});

test('replied to twice, both replies stand, and the first is held against the date', async () => {
  const again = await newRoad();
  const born = await bornOf(again);
  await born.walk(...HANDED_OVER);
  again.wait(100);
  await born.walk(['reply', REPLIED], ['dissatisfied', { note: '没有说什么时候动工。(示例)' }]);
  again.wait(10);
  await born.walk(['reply', { ...REPLIED, category: 'A' }], ...DONE);
  const { body } = await clientOf(stack).get(`/proposals/${born.receipt}`);
  expect(body).toMatchObject({ repliedOn: '2026-06-10', inTime: false, due: { date: '2026-06-02' } });
  expect(body).toMatchObject({ category: { code: 'A' }, replies: [{ category: { code: 'B' } }, { on: '2026-06-20' }] });
  expect(body['feedback']).toMatchObject([
    { rating: { code: 'dissatisfied', label: '不满意' }, text: '没有说什么时候动工。(示例)' },
    { rating: { code: 'mostly' } },
  ]);
  const page = await pageAt(`/wanrong/proposals/${born.receipt}`);
  for (const words of ['第 2 次答复', '超过期限']) expect(page).toContain(words);
});

test('the list is told where to go on, and nonsense begins at the top', async () => {
  const { body } = await clientOf(stack).get('/proposals?after=nonsense');
  expect(body['next']).toBeNull();
  expect((body['proposals'] as unknown[]).length).toBeGreaterThan(0);
  const past = await clientOf(stack).get('/proposals?after=00000000-0000-0000-0000-000000000000');
  expect(past.body).toEqual({ proposals: [], next: null });
});

test('a county without deputies on its list says so, and offers neither card nor guide', async () => {
  expect(await pageAt('/pinglu/proposals')).toContain('没有代表建议');
  for (const path of ['', '/guide']) {
    expect((await pageAt(`/wanrong${path}`)).includes('代表建议')).toBe(true);
    expect((await pageAt(`/pinglu${path}`)).includes('代表建议')).toBe(false);
  }
});
