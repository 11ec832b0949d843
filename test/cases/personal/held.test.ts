import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '../../../scripts/seed/reset.ts';
import { eraseCase } from '../../../src/cases/erase-case.ts';
import { heldLines } from '../../../src/cases/personal/held-for.ts';
import { verdictOf } from '../../../src/cases/personal/verdict.ts';
import { recuse } from '../../../src/cases/recuse.ts';
import { sweepRetention } from '../../../src/jobs/retention.ts';
import { sites } from '../../../src/sites/index.ts';
import { petitionBody, pledgeBody } from '../../harness/bodies.ts';
import { startCounty, TOLD, type County, type Sent } from '../../harness/data-request.ts';
import { startDatabase, type TestDatabase } from '../../harness/database.ts';

let database: TestDatabase;
let county: County;
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());
beforeEach(async () => {
  await emptyDatabase(database.db);
  county = startCounty(database);
});

const petition = (more: object = {}, answers = {}): Promise<Sent> =>
  county.send('petition', petitionBody(answers, { contact: { name: '李某芳(示例)', phone: '15400000001', ...more } }));

test('a copy holds what was sent by this phone in this name, and nobody else’s; the chains say that it went out', async () => {
  const own = await petition();
  const shared = await petition({ name: '李某明(示例)' });
  const report = await petition({}, { category: 'report' });
  await petition({ phone: '15400000002' });
  await county.act(own.receipt, 'accept', { note: TOLD, remark: '先别声张(示例)' });
  const request = await county.asked();
  expect(await county.copy(request)).toMatchObject({ ok: false, error: { code: 'case.changed' } });
  expect(await county.act(request.receipt, 'give', { note: TOLD })).toMatchObject({ ok: true });
  const copy = await county.copy(request);
  expect(copy).toMatchObject({
    ok: true,
    value: [{ status: { receipt: own.receipt }, body: { contact: { phone: '15400000001' } } }],
  });
  const text = JSON.stringify(copy);
  for (const hidden of ['先别声张', shared.receipt, report.receipt, '李某明']) expect(text).not.toContain(hidden);
  expect(await county.lastEvent(own.receipt)).toEqual({
    code: 'revealed',
    actor: 'staff:officer',
    data: { why: 'sender-asked', through: 'request' },
  });
  for (const other of [shared, report])
    expect(await county.lastEvent(other.receipt)).toMatchObject({ code: 'submitted' });
  expect(await county.lastEvent(request.receipt)).toMatchObject({ code: 'copy', actor: 'citizen' });
  for (const { receipt } of [own, request]) expect(await county.faults(receipt)).toEqual([]);
});

test('what was sent by another phone or in another name is added by its own number and code; a report never', async () => {
  const shared = await petition({ name: '李某明(示例)' });
  const elsewhere = await petition({ phone: '15400000002' });
  const report = await petition({}, { category: 'report' });
  const request = await county.asked();
  const refused = { ok: false, error: { code: 'answers.invalid', problems: [{ path: 'otherCode' }] } };
  expect(await county.include(request, { ...shared, code: '000000' })).toMatchObject(refused);
  expect(await county.include(request, report)).toMatchObject(refused);
  expect(await county.include(request, request)).toMatchObject(refused);
  expect(await county.include(request, elsewhere)).toMatchObject({ ok: true });
  expect(await county.include(request, shared)).toMatchObject({ ok: true });
  expect(await county.include(request, shared)).toMatchObject({ ok: true });
  expect((await county.held(request.receipt)).length).toBe(2);
  expect(JSON.stringify(await county.lastEvent(request.receipt))).not.toContain(shared.receipt);
  await county.act(request.receipt, 'give', { note: TOLD });
  const copy = await county.copy(request);
  expect(copy.ok && copy.value.map(({ status }) => status.receipt).toSorted()).toEqual(
    [shared.receipt, elsewhere.receipt].toSorted(),
  );
});

test('the copy can be opened for its days and no longer, and what was erased meanwhile is not in it', async () => {
  const [first, second] = [await petition(), await petition()];
  const request = await county.asked();
  await county.act(request.receipt, 'give', { note: TOLD });
  await eraseCase(county.tools, (await county.storedOf(first.receipt)).row.id, 'system', 'asked');
  county.wait(7);
  const copy = await county.copy(request);
  expect(copy.ok && copy.value.map(({ status }) => status.receipt)).toEqual([second.receipt]);
  county.wait(1);
  expect(await county.copy(request)).toMatchObject({ ok: false, error: { code: 'case.changed' } });
  expect((await county.status(request)).actions).toEqual([]);
});

test('a correction reaches every case of the person, once, and their messages go to the new phone', async () => {
  const [first, second] = [await petition(), await petition({ email: 'old@magic.example' })];
  const shared = await petition({ name: '李某明(示例)' });
  const request = await county.asked({ want: 'correct', newPhone: '15400000003' });
  expect(await county.act(request.receipt, 'correct', { note: TOLD })).toMatchObject({
    ok: true,
    value: { state: 'fulfilled' },
  });
  expect(await county.lastEvent(request.receipt)).toMatchObject({ code: 'correct', data: { cases: 2 } });
  await county.act(first.receipt, 'accept', { note: TOLD });
  expect((await county.messages(first.receipt)).at(-1)).toMatchObject({ to: '15400000003' });
  for (const { receipt } of [first, second])
    expect(await county.lastEvent(receipt)).toMatchObject(
      receipt === second.receipt ? { code: 'contact-corrected', actor: 'staff:officer' } : { code: 'accept' },
    );
  expect(await county.lastEvent(shared.receipt)).toMatchObject({ code: 'submitted' });
  for (const { receipt } of [first, second, request]) expect(await county.faults(receipt)).toEqual([]);
});

test('erasing takes what may go and leaves what must stay, chain by chain; the request itself goes a month later', async () => {
  county = startCounty(database, 'jishan');
  const contact = { name: '李某芳(示例)', phone: '15400000001' };
  const pledge = await county.send('pledge', pledgeBody({}, { contact }));
  const open = await petition({}, { topic: 'roads' });
  const closed = await petition({}, { topic: 'roads' });
  await county.act(closed.receipt, 'direct', { note: TOLD });
  const request = await county.asked({ want: 'erase' });
  expect(await county.held(request.receipt)).toEqual(
    [`${pledge.receipt} goes`, `${open.receipt} under-way`, `${closed.receipt} not-settled`].toSorted(),
  );
  const input = { why: 'consent-withdrawn', note: TOLD };
  expect(await county.act(request.receipt, 'erase', input)).toMatchObject({ ok: true, value: { state: 'fulfilled' } });
  expect(await county.lastEvent(request.receipt)).toMatchObject({
    data: { why: 'consent-withdrawn', cases: 1, kept: 2 },
  });
  expect(await county.storedOf(pledge.receipt)).toMatchObject({ key: null, row: { state: 'erased' } });
  expect(await county.lastEvent(pledge.receipt)).toMatchObject({ code: 'erased', actor: 'staff:officer' });
  for (const kept of [open, closed]) expect((await county.storedOf(kept.receipt)).key).not.toBeNull();
  expect((await county.messages(request.receipt)).at(-1)).toMatchObject({ template: 'answered' });

  county.wait(33);
  const tools = { ...county.tools, sites };
  expect(await sweepRetention(tools, 10)).toBe(1);
  expect(await county.storedOf(request.receipt)).toMatchObject({
    key: null,
    sealed: null,
    row: { state: 'erased', phoneIndex: null, title: '' },
  });
  for (const { receipt } of [pledge, open, closed, request]) expect(await county.faults(receipt)).toEqual([]);
});

test('a case from which its officer stepped back is counted and not named; it is in the copy all the same', async () => {
  const [own, theirs] = [await petition(), await petition()];
  const request = await county.asked();
  const [caseId, requestId] = [
    (await county.storedOf(theirs.receipt)).row.id,
    (await county.storedOf(request.receipt)).row.id,
  ];
  await recuse(county.tools, { caseId, by: 'staff:officer', account: 'officer', remark: '来信人是我的表兄。(示例)' });
  const seenBy = (account: string) => heldLines(county.tools, requestId, county.site, account);
  const seen = await seenBy('officer');
  expect(seen).toMatchObject({ ok: true, value: { lines: [{ receipt: own.receipt }], others: [{ is: 'under-way' }] } });
  expect(JSON.stringify(seen)).not.toContain(theirs.receipt);
  expect(await seenBy('another')).toMatchObject({ ok: true, value: { lines: [{}, {}], others: [] } });
  expect(await county.act(request.receipt, 'give', { note: TOLD })).toMatchObject({ ok: true });
  expect(await county.copy(request)).toMatchObject({ ok: true, value: [{}, {}] });
});

test('what goes and what stays follows from the county’s settings alone', () => {
  const settings = {
    keptMonths: { comment: 24 },
    dataRequests: { workdays: 15, copyDays: 7, erasable: ['pledge'] },
  };
  const verdict = (kind: string, final: boolean, endedOn: string) =>
    verdictOf({ kind, final, endedOn }, settings, '2026-03-02');
  expect(verdict('pledge', true, '2026-03-01')).toEqual({ is: 'goes' });
  expect(verdict('pledge', false, '2026-03-01')).toEqual({ is: 'under-way' });
  expect(verdict('comment', true, '2024-03-02')).toEqual({ is: 'kept', until: '2026-03-02' });
  expect(verdict('comment', true, '2024-03-01')).toEqual({ is: 'goes' });
  expect(verdict('petition', true, '2020-01-01')).toEqual({ is: 'not-settled' });
});
