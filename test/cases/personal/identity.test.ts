import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '../../../scripts/seed/reset.ts';
import { eraseCase } from '../../../src/cases/erase-case.ts';
import { dataRequestBody, startCounty, TOLD, type County, type Sent } from '../../harness/data-request.ts';
import { startDatabase, type TestDatabase } from '../../harness/database.ts';

let database: TestDatabase;
let county: County;
let request: Sent;
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());
beforeEach(async () => {
  await emptyDatabase(database.db);
  county = startCounty(database);
  request = await county.send('data-request', dataRequestBody());
});

const WRONG = { ok: false, error: { code: 'answers.invalid', problems: [{ path: 'phoneCode' }] } };
const another = (code: string): string => (code === '000000' ? '000001' : '000000');

test('the code goes to the phone alone, says not for what, and opens the request once', async () => {
  expect(await county.sendCode(request)).toMatchObject({ ok: true });
  const messages = await county.messages(request.receipt);
  expect(messages.map(({ template, channel, to }) => `${template} ${channel} ${to}`).toSorted()).toEqual([
    'identity-code sms 15400000001',
    'received sms 15400000001',
  ]);
  expect(messages.find(({ template }) => template === 'identity-code')?.text).toContain('不要告诉任何人');
  const code = await county.codeOn(request);
  expect(code).not.toBe(request.code);
  expect(await county.confirm(request, another(code))).toMatchObject(WRONG);
  expect(await county.confirm(request, ` ${code} `)).toMatchObject({ ok: true });
  expect(await county.status(request)).toMatchObject({ state: 'confirmed', stateLabel: '已核实身份' });
  expect(await county.confirm(request, code)).toMatchObject({ ok: false, error: { code: 'case.changed' } });
  expect(await county.faults(request.receipt)).toEqual([]);
});

test('neither the query code, nor a code that is too old, nor one before the last opens anything', async () => {
  expect(await county.confirm(request, request.code)).toMatchObject(WRONG);
  await county.sendCode(request);
  const first = await county.codeOn(request);
  expect(await county.confirm(request, request.code)).toMatchObject(WRONG);
  await county.sendCode(request);
  const second = await county.codeOn(request);
  if (first !== second) expect(await county.confirm(request, first)).toMatchObject(WRONG);
  county.wait(1 / 24);
  expect(await county.confirm(request, second)).toMatchObject(WRONG);
});

test('after five tries a code is void, also where they come at once; three codes a day are sent', async () => {
  await county.sendCode(request);
  const code = await county.codeOn(request);
  const wrong = await Promise.all(Array.from({ length: 5 }, () => county.confirm(request, another(code))));
  expect(wrong.every(({ ok }) => !ok)).toBe(true);
  expect(await county.confirm(request, code)).toMatchObject(WRONG);
  expect(await county.sendCode(request)).toMatchObject({ ok: true });
  expect(await county.sendCode(request)).toMatchObject({ ok: true });
  expect(await county.sendCode(request)).toMatchObject({ ok: false, error: { code: 'rate.limited' } });
  county.wait(1);
  expect(await county.sendCode(request)).toMatchObject({ ok: true });
});

test('without it an officer can give nothing, only refuse with a reason', async () => {
  expect(await county.act(request.receipt, 'give', { note: TOLD })).toMatchObject({
    ok: false,
    error: { code: 'case.changed' },
  });
  const input = { why: 'not-confirmed', note: TOLD };
  expect(await county.act(request.receipt, 'refuse', input)).toMatchObject({ ok: true, value: { state: 'refused' } });
  expect(await county.status(request)).toMatchObject({
    state: 'refused',
    due: null,
    timeline: [{ event: 'refuse', label: '没有办理: 没有核实身份。理由写在下面。', note: TOLD }, { event: 'received' }],
  });
});

test('another phone put in its place has shown nothing: it reaches nobody until its own code was given', async () => {
  const known = await county.asked();
  await county.correctPhone(known, '15400000002');
  expect(await county.held(known.receipt)).toBe('case.changed');
  expect(await county.act(known.receipt, 'give', { note: TOLD })).toMatchObject({ error: { code: 'case.changed' } });
  expect((await county.status(known)).actions.map(({ id }) => id)).toContain('identity');
  await county.sendCode(known);
  expect((await county.messages(known.receipt)).at(-1)).toMatchObject({ to: '15400000002' });
  expect(await county.confirm(known, await county.codeOn(known))).toMatchObject({ ok: true });
  expect(await county.act(known.receipt, 'give', { note: TOLD })).toMatchObject({ ok: true });
});

test('its date is a promise of the county from receipt on, and says so', async () => {
  expect((await county.status(request)).due).toEqual({
    date: '2026-03-23',
    what: 'personal-data',
    kind: 'promise',
    basis: '本站承诺, 非法定期限',
    provisional: false,
  });
  expect((await county.status(await county.asked())).due).toMatchObject({ date: '2026-03-23' });
});

const noted = async () =>
  (await database.client.execute('SELECT template, used_at IS NULL AS unused FROM sent_codes')).rows;

test('that a code went to a phone, and that it was typed back, is noted with the request and goes with it', async () => {
  await county.sendCode(request);
  const code = await county.codeOn(request);
  await county.confirm(request, another(code));
  expect(await noted()).toMatchObject([{ template: 'identity-code', unused: 1 }]);
  await county.confirm(request, code);
  expect(await noted()).toMatchObject([{ template: 'identity-code', unused: 0 }]);
  const { row } = await county.storedOf(request.receipt);
  expect(await eraseCase(county.tools, row.id, 'system', 'retention')).toMatchObject({ ok: true });
  expect(await noted()).toEqual([]);
});
