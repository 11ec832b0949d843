import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type Client } from '@libsql/client/web';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../scripts/migrate.ts';
import { configure, startSqld, type Database as Server } from '../../scripts/sqld.ts';
import { lookUp } from '../../src/cases/look-up.ts';
import { statusOfCase } from '../../src/cases/status.ts';
import type { Tools } from '../../src/cases/tools.ts';
import { openDatabase } from '../../src/db/database.ts';
import { petition } from '../../src/forms/petition/index.ts';
import { openDesk, type DeskTools } from '../../src/intake/desk.ts';
import { direct } from '../../src/intake/direct.ts';
import { grouped } from '../../src/intake/grouped.ts';
import type { Desk } from '../../src/intake/item.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { wanrong } from '../../src/sites/wanrong.ts';
import { verifyAll } from '../../scripts/verify/walk.ts';
import { toolsOf } from '../cases/tools.ts';
import { startProxy, type Mischief, type Proxy } from '../harness/proxy.ts';
import { memoryStore } from './memory-store.ts';
import { send, sent } from './submissions.ts';
import { deskTools } from './ways.ts';

const dir = mkdtempSync(join(tmpdir(), 'minyi-'));
let server: Server;
let proxy: Proxy;
let client: Client;
beforeAll(async () => {
  server = await startSqld({ dir });
  client = createClient({ url: server.url });
  await migrate(client);
  proxy = await startProxy(server.url);
}, 30_000);
afterAll(async () => {
  await proxy.stop();
  await server.stop();
  rmSync(dir, { recursive: true, force: true });
});

const open = (timeoutMs: number) => openDatabase({ url: proxy.url, timeoutMs });

/** A county whose object reaches the database through the proxy; `again` is the object after its process ended. */
function county() {
  const store = memoryStore();
  const at = (more: Partial<DeskTools> = {}): { desk: Desk; tools: Tools } => {
    const desk = openDesk({ ...deskTools(open(0)), store, open, ...more });
    const db = open(2000);
    return { desk, tools: toolsOf(db, { clock: systemClock, intake: grouped(() => desk, direct(db)) }) };
  };
  return { store, ...at(), again: at };
}

const casesOf = async (list: readonly string[]): Promise<string[]> => {
  const marks = list.map(() => '?').join(', ');
  const sql = `SELECT receipt FROM cases WHERE receipt IN (${marks}) ORDER BY id`;
  return (await client.execute({ sql, args: [...list] })).rows.map(({ receipt }) => receipt as string);
};

/** Every acknowledged one is one case, its chain whole and its message waiting. */
async function expectFiled(list: readonly string[]) {
  expect((await casesOf(list)).toSorted()).toEqual(list.toSorted());
  const db = openDatabase({ url: server.url, timeoutMs: 8000 });
  expect(await verifyAll(toolsOf(db))).toMatchObject({ broken: [], brokenStreams: [] });
  const { rows } = await client.execute(
    'SELECT count(*) AS n FROM cases c WHERE (SELECT count(*) FROM outbox o WHERE o.case_id = c.id) <> 1',
  );
  expect(rows[0]?.['n']).toBe(0);
}

const faults: [string, () => Promise<unknown> | void, () => Promise<unknown> | void][] = [
  ...(['reset', 'cut', 'fails', 'busy', 'page'] as const).map(
    (mischief: Mischief): [string, () => void, () => void] => [
      `behind a proxy that plays ${mischief}`,
      () => void (proxy.mischief = mischief),
      () => void (proxy.mischief = 'none'),
    ],
  ),
  [
    'killed',
    async () => {
      process.kill(server.pid ?? 0, 'SIGKILL');
      await server.gone;
    },
    async () => {
      const port = Number(new URL(server.url).port);
      server = await startSqld({ dir, port });
    },
  ],
  ['frozen', () => void process.kill(server.pid ?? 0, 'SIGSTOP'), () => void process.kill(server.pid ?? 0, 'SIGCONT')],
];

test.each(faults)(
  'a database %s: what was acknowledged is kept, and filed once',
  { timeout: 30_000 },
  async (name, down, up) => {
    const { desk, tools } = county();
    const before = await sent(tools, `${name}-before`);
    await down();
    const kept = await Promise.all([1, 2, 3].map((n) => sent(tools, `${name}-${n}`)));
    kept.push(await sent(tools, `${name}-4`));
    expect(kept.map(({ answer }) => answer.state)).toEqual(Array.from(kept, () => 'spooled'));
    // Asked again while it waits: the same receipt, and never a second case.
    expect(await sent(tools, `${name}-2`)).toEqual({ answer: kept[1]?.answer, replayed: true });
    await desk.file();
    expect((await desk.backlog()).waiting).toBe(4);
    await up();
    await desk.file();
    expect(await desk.backlog()).toEqual({ waiting: 0, oldest: null, stuck: 0 });
    await expectFiled([before, ...kept].map(({ answer }) => answer.receipt));
    const again = await sent(tools, `${name}-1`);
    expect(again).toEqual({ answer: { ...kept[0]?.answer, state: 'received' }, replayed: true });
  },
);

test('a commit that was given up on and lands later, too, is one case', async () => {
  const { desk, tools } = county();
  proxy.mischief = 'cut';
  const kept = [await sent(tools, 'late-1'), await sent(tools, 'late-2')].map(({ answer }) => answer.receipt);
  // The first was committed each time it was tried; the second never reached the database.
  expect(await casesOf(kept)).toEqual(kept.slice(0, 1));
  proxy.mischief = 'none';
  await Promise.all([desk.file(), desk.file()]);
  await expectFiled(kept);
});

test('an object that is started anew files what the one before it acknowledged, and asks to be called', async () => {
  const first = county();
  proxy.mischief = 'reset';
  const kept = [(await sent(first.tools, 'anew-1')).answer.receipt, (await sent(first.tools, 'anew-2')).answer.receipt];
  proxy.mischief = 'none';
  const calls: number[] = [];
  let wakings = 0;
  const { desk, tools } = first.again({ callAt: (ms) => void calls.push(ms), wrote: () => void (wakings += 1) });
  expect(calls).toHaveLength(1);
  // What comes now goes behind those that wait.
  const third = await sent(tools, 'anew-3');
  expect(third.answer.state).toBe('spooled');
  await desk.file();
  await expectFiled([...kept, third.answer.receipt]);
  expect(wakings).toBe(1);
  expect((await sent(tools, 'anew-4')).answer.state).toBe('received');
});

test('what waits holds no word of what was written and no number of a telephone', async () => {
  const { tools, store } = county();
  proxy.mischief = 'reset';
  const { answer } = await sent(tools, 'sealed');
  proxy.mischief = 'none';
  const kept = JSON.stringify(store.run('SELECT * FROM spool'));
  expect(kept).toContain(answer.receipt);
  for (const plain of ['路灯', '15400000001', '李某芳', answer.code]) expect(kept).not.toContain(plain);
});

test('while it waits it is found by number and code, and a wrong code is as good as no number', async () => {
  const { tools, desk } = county();
  proxy.mischief = 'reset';
  const { answer } = await sent(tools, 'found');
  const ask = (code: string, receipt = answer.receipt, address = '203.0.113.9') =>
    lookUp(tools, { site: wanrong, receipt, code, address });
  const found = await ask(answer.code);
  if (!found.ok) throw new Error(found.error.code);
  expect(statusOfCase(found.value, petition, 'zh')).toEqual({
    receipt: answer.receipt,
    kind: 'petition',
    state: 'spooled',
    stateLabel: '已收下, 正在入库',
    submittedAt: answer.submittedAt,
    due: answer.due,
    timeline: [{ at: answer.submittedAt, event: 'received', label: '我们已收到您提交的内容。' }],
    messages: [],
    actions: [],
  });
  const wrong = answer.code === '111111' ? '222222' : '111111';
  const gone = { ok: false, error: { code: 'unavailable', retryAfter: 30 } };
  expect(await ask(answer.code, 'WR-22222-22222')).toMatchObject(gone);
  for (let tries = 0; tries < 5; tries += 1) expect(await ask(wrong)).toMatchObject(gone);
  expect(await ask(answer.code)).toMatchObject({ ok: false, error: { code: 'rate.limited' } });
  expect(await ask(answer.code, answer.receipt, '203.0.113.10')).toMatchObject({ ok: true });

  // The database is back and has not got it yet: a right code is no wrong try.
  proxy.mischief = 'none';
  for (let tries = 0; tries < 7; tries += 1) expect(await ask(answer.code)).toMatchObject({ ok: true });
  expect(await ask(wrong, answer.receipt, '203.0.113.11')).toMatchObject({ error: { code: 'receipt.not-found' } });
  await desk.file();
  expect(await ask(answer.code)).toMatchObject({ ok: true, value: { row: { state: 'received' } } });
});

test('a limit that nobody could ask does not undo a receipt', async () => {
  const { tools, desk } = county();
  const limited = { is: 'partner', name: 'daily', perDay: 1, limited: true } as const;
  expect(await send(tools, 'daily-1', limited)).toMatchObject({ ok: true });
  proxy.mischief = 'reset';
  const kept = await send(tools, 'daily-2', limited);
  if (!kept.ok) throw new Error(kept.error.code);
  proxy.mischief = 'none';
  await desk.file();
  await expectFiled([kept.value.answer.receipt]);
  expect(await send(tools, 'daily-3', limited)).toMatchObject({ error: { code: 'rate.limited' } });
});

test('a database whose disk is full refuses nobody', { timeout: 30_000 }, async () => {
  const { tools, desk } = county();
  const [pages] = (
    await client.execute('SELECT page_count * page_size / 1024 + 64 AS kb FROM pragma_page_count, pragma_page_size')
  ).rows;
  await configure(server.admin ?? '', { max_db_size: `${Number(pages?.['kb'])}KB` });
  const answers = [];
  do answers.push((await sent(tools, `full-${answers.length}`)).answer);
  while (answers.at(-1)?.state === 'received' && answers.length < 100);
  expect(answers.at(-1)?.state).toBe('spooled');
  await configure(server.admin ?? '', { max_db_size: '1GB' });
  await desk.file();
  await expectFiled(answers.map(({ receipt }) => receipt));
});

test('they are filed in the order they were acknowledged', async () => {
  const { tools, desk, store } = county();
  proxy.mischief = 'reset';
  const kept: string[] = [];
  for (let n = 0; n < 5; n += 1) kept.push((await sent(tools, `order-${n}`)).answer.receipt);
  proxy.mischief = 'none';
  const waiting = store.run('SELECT receipt FROM spool ORDER BY seq').map(({ receipt }) => receipt);
  expect(waiting).toEqual(kept);
  await desk.file();
  expect(await casesOf(kept)).toEqual(kept);
});
