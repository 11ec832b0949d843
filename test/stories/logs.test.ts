import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffTools } from '../../src/staff/tools.ts';
import { petitionBody } from '../harness/bodies.ts';
import { clientOf, mailFor } from '../harness/client.ts';
import { searched } from '../harness/secrets.ts';
import { digitsOf, enrolAt, invite, staffBrowser, staffToolsOf } from '../harness/staff.ts';
import { startStack, type Stack } from '../harness/stack.ts';

const PERSON = { name: '密封某芳(示例)', phone: '15400000977', address: '万荣县光华乡密封路七号(示例)' };
const WORDS = '密封甲乙丙丁的一句话';

let stack: Stack;
let tools: StaffTools;
/** Everything that no line may hold. */
const secrets = new Set<string>([...Object.values(PERSON), WORDS, 'mk_local', 'mk_密封']);
const codes = new Set<string>();
beforeAll(async () => {
  stack = await startStack();
  tools = staffToolsOf(stack);
});
afterAll(async () => {
  tools.db.close();
  await stack.stop();
});

interface Line extends Record<string, unknown> {
  level: string;
  what: string;
}
const lines = (what: string): Line[] =>
  stack
    .logs()
    .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Line] : []))
    .filter((line) => line.what === what);
const requests = (route: string) => lines('request').filter((line) => line['route'] === route);

test('a request leaves one line: method, route, status, time, number and county, and nothing else', async () => {
  const { status, headers, body } = await clientOf(stack).post(
    'petitions',
    petitionBody({ body: `${WORDS}。路灯坏了三天, 晚上看不见路。` }, { contact: PERSON }),
  );
  expect(status).toBe(201);
  const { receipt, code, statusUrl } = body as Record<'receipt' | 'code' | 'statusUrl', string>;
  secrets.add(receipt);
  codes.add(code);
  expect(headers.get('x-request-id')).toMatch(/^\d{4}-\d{4}-\d{4}$/);
  expect(requests('/api/v1/:site/petitions')).toEqual([
    {
      level: 'info',
      what: 'request',
      at: expect.any(String),
      method: 'POST',
      route: '/api/v1/:site/petitions',
      status: 201,
      ms: expect.any(Number),
      request: headers.get('x-request-id'),
      site: 'wanrong',
    },
  ]);
  await mailFor(stack, receipt);
  const { pathname, search } = new URL(statusUrl);
  expect((await stack.fetch(pathname + search)).status).toBe(200);
  expect((await clientOf(stack).post('status', { receipt, code })).status).toBe(200);
  expect((await clientOf(stack).post('status', { receipt, code: '000000' })).status).toBe(404);
  expect(requests('/api/v1/:site/status').map((line) => line['status'])).toEqual([200, 404]);
  expect((await clientOf(stack).post('status/new-code', { receipt })).status).toBe(202);
});

test('what fails leaves a line as well, without what was typed', async () => {
  const { post } = clientOf(stack);
  expect((await post('petitions', petitionBody({ title: WORDS, topic: WORDS }, { contact: PERSON }))).status).toBe(422);
  expect((await post('petitions', `{"${WORDS}": 1`)).status).toBe(400);
  expect((await post('petitions', petitionBody(), { authorization: 'Bearer mk_wrong-key-1234' })).status).toBe(401);
  secrets.add('mk_wrong-key-1234');
  for (const path of [
    `/wanrong/receipt/${encodeURIComponent(WORDS)}`,
    '/wanrong/seven-secret-words',
    '/staff/enrol/seven-secret-words',
  ]) {
    expect([path, (await stack.fetch(path)).status < 500]).toEqual([path, true]);
  }
  secrets.add(encodeURIComponent(WORDS)).add('seven-secret-words');
  expect(requests('/:site/receipt/:token')).toHaveLength(1);
});

test('nor does the console say who signed in, or with what', async () => {
  const { account, path } = await invite(tools, 'administrator');
  const { browser, secret, codes: recovery } = await enrolAt(stack, path);
  for (const one of [path.split('/').at(-1) ?? '', account.login, account.name, ...recovery, browser.cookie()])
    secrets.add(one);
  const stranger = staffBrowser(stack);
  const digits = await digitsOf(secret);
  codes.add(digits).add('123456');
  const signIn = (login: string, code: string) => stranger.post('/staff/sign-in/authenticator', { login, code });
  expect((await signIn(account.login, '123456')).status).toBe(422);
  expect((await signIn('15400000977', '123456')).status).toBe(422);
  expect((await signIn(account.login, digits)).status).toBe(303);
  secrets.add(stranger.cookie());
  expect((await stranger.get('/staff/accounts')).page).toContain(account.login);
  expect(lines('staff sign-in refused')).toHaveLength(2);
  expect(requests('/staff/accounts').map((line) => [line['status'], line['site']])).toEqual([[200, undefined]]);
});

test('every job of a run of the timer leaves a line, and one that fails keeps no other from its turn', async () => {
  const before = lines('job').length;
  await stack.scheduled();
  const run = lines('job').slice(before);
  expect(run.map((line) => line['job'])).toEqual(
    expect.arrayContaining(['wake', 'sweep', 'seal', 'retention', 'copy-seals']),
  );
  expect(run.filter(({ level }) => level !== 'info')).toEqual([]);
  await stack.db.execute('ALTER TABLE case_keys RENAME TO away');
  await expect(stack.scheduled()).rejects.toThrow('exception');
  await stack.db.execute('ALTER TABLE away RENAME TO case_keys');
  const failed = lines('job').slice(before + run.length);
  expect(failed).toHaveLength(run.length);
  expect(failed.find((line) => line['job'] === 'rotate-keys')).toMatchObject({
    level: 'error',
    error: expect.any(String),
  });
  expect(failed.find((line) => line['job'] === 'seal')).toMatchObject({ level: 'info' });
});

test('a fault of ours shows a number that can be read out, and the log knows it', async () => {
  await stack.db.execute('ALTER TABLE cases RENAME TO away');
  const body = new URLSearchParams({ receipt: 'WR-7K3M9-XPT4G', code: '482913' });
  const faulty = await stack.fetch('/wanrong/status', { method: 'POST', body });
  await stack.db.execute('ALTER TABLE away RENAME TO cases');
  const id = faulty.headers.get('x-request-id') ?? '';
  expect([faulty.status, (await faulty.text()).includes(`请报这个编号: <b>${id}</b>`)]).toEqual([500, true]);
  expect(lines('unexpected')).toMatchObject([{ level: 'error', request: id, error: expect.any(String) }]);
  expect(lines('request').filter(({ level }) => level === 'error')).toMatchObject([{ request: id, status: 500 }]);
  secrets.add('WR-7K3M9-XPT4G');
  codes.add('482913');
});

test('while the database is away pages show that number too', async () => {
  await stack.stopDatabase();
  const body = new URLSearchParams({ receipt: 'WR-7K3M9-XPT4G', code: '482913' });
  const gone = await stack.fetch('/wanrong/status', { method: 'POST', body });
  await stack.startDatabase();
  const id = gone.headers.get('x-request-id') ?? '';
  expect([gone.status, (await gone.text()).includes(`请报这个编号: <b>${id}</b>`)]).toEqual([503, true]);
  expect(lines('request').filter(({ level }) => level === 'warn')).toMatchObject([{ request: id, status: 503 }]);
});

test('no line of the log holds any of it', () => {
  const all = stack.logs().join('\n');
  const log = searched(Buffer.from(all));
  expect(log.holds('/api/v1/:site/petitions')).toBe(true);
  expect([...secrets].filter((one) => one !== '' && log.holds(one))).toEqual([]);
  expect([...codes].filter((one) => log.holdsCode(one))).toEqual([]);
  expect(all).not.toMatch(/127\.0\.0\.1|203\.0\.113/);
});
