import { afterAll, beforeAll, expect, test } from 'vitest';
import { advance } from '../../src/cases/advance.ts';
import { lookUp } from '../../src/cases/look-up.ts';
import { statusOfCase } from '../../src/cases/status.ts';
import { storedCases } from '../../src/cases/stored.ts';
import { submit } from '../../src/cases/submit.ts';
import { verifyCase } from '../../src/cases/verify.ts';
import { formByKind } from '../../src/forms/index.ts';
import { siteById } from '../../src/sites/index.ts';
import { actionsOf } from '../../src/workflow/define.ts';
import { toolsOf } from '../cases/tools.ts';
import { applicationBody } from '../harness/application-body.ts';
import { startDatabase, type TestDatabase } from '../harness/database.ts';
import { NOTE } from '../harness/road.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()));
afterAll(() => database.stop());

const REMARK = '学位证书编号已核对';
const offered = (kind: string) => {
  const workflow = formByKind(kind)?.workflow;
  return workflow ? actionsOf(workflow, 'received', 'staff').map(({ id, needs }) => [id, needs]) : [];
};
const hands = (kind: string) => formByKind(kind)?.readers;

test('an application is registered, answered and closed by those who check it; its sender reads the answer and no remark', async () => {
  const tools = toolsOf(database.db, { clock: { now: () => Date.parse('2026-03-02T10:00:00+08:00') } });
  const [site, form] = [siteById('wenxi'), formByKind('application')];
  if (!site || !form) throw new Error('no such county');
  const sent = await submit(tools, {
    form,
    context: { site, today: '2026-03-02', drafts: [] },
    raw: applicationBody('settling-in'),
    lang: 'zh',
    sender: { is: 'partner', name: 'story', perDay: null, limited: false },
  });
  if (!sent.ok) throw new Error(sent.error.code);
  const { receipt, code } = sent.value.answer;
  const act = (action: string, input = {}) =>
    advance(tools, { case: { receipt }, action, actor: 'staff:chang', input });
  expect(await act('register', { remark: REMARK })).toMatchObject({ value: { state: 'registered', due: null } });
  expect(await act('answer')).toMatchObject({ error: { code: 'answers.invalid', problems: [{ path: 'note' }] } });
  expect(await act('answer', { note: NOTE })).toMatchObject({ value: { state: 'answered' } });
  expect(await act('close')).toMatchObject({ value: { state: 'closed' } });
  expect(await act('answer', { note: NOTE })).toMatchObject({ error: { code: 'case.changed' } });
  expect(await act('remark', { remark: REMARK })).toMatchObject({ ok: true });
  const found = await lookUp(tools, { site, receipt, code, address: '203.0.113.9' });
  if (!found.ok) throw new Error(found.error.code);
  const status = statusOfCase(found.value, form, 'zh');
  expect(status.timeline.map(({ event, note }) => [event, note])).toEqual([
    ['close', undefined],
    ['answer', NOTE],
    ['register', undefined],
    ['received', undefined],
  ]);
  expect(JSON.stringify(status)).not.toContain(REMARK);
  const [stored] = await storedCases(database.db, { receipt });
  expect(stored && (await verifyCase(tools.ring, stored)).faults).toEqual([]);
});

test('a comment and an application go the same road, each in the hands of those who read them', () => {
  for (const kind of ['comment', 'application']) {
    expect(offered(kind)).toEqual(['register', 'answer', 'close', 'remark'].map((id) => [id, hands(kind)]));
  }
});
