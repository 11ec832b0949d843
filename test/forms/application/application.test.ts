import { expect, test } from 'vitest';
import { application } from '../../../src/forms/application/index.ts';
import { warningsOf } from '../../../src/forms/application/warnings.ts';
import type { FormContext, Json } from '../../../src/forms/define.ts';
import { readGroup } from '../../../src/lib/fields/index.ts';
import { siteById } from '../../../src/sites/index.ts';
import { measureIds } from '../../eligibility/example-facts.ts';
import { applicationBody, USCC } from '../../harness/application-body.ts';

const site = siteById('wenxi');
if (!site) throw new Error('Wenxi is gone');
const context: FormContext = { site, today: '2026-11-22', drafts: [] };

function read(raw: Json) {
  const { value, problems } = readGroup(application.fields(context, raw), raw);
  return { value, problems: problems.map(({ path, code }) => `${path} ${code}`) };
}

test.each(measureIds)('%s: a whole application is read as it stands', (id) => {
  const body = applicationBody(id);
  expect(read(body)).toEqual({ value: body, problems: [] });
});

test('who is paid decides what an application says about itself; the other is an unknown key', () => {
  const { idNumber } = applicationBody('settling-in')['contact'] as Json;
  const { organisation } = applicationBody('hire-reward')['contact'] as Json;
  expect(read(applicationBody('settling-in', { contact: { idNumber: undefined } })).problems).toEqual([
    'contact.idNumber field.required',
  ]);
  expect(read(applicationBody('settling-in', { contact: { organisation } })).problems).toEqual([
    'contact.organisation key.unknown',
  ]);
  for (const id of ['hire-reward', 'station-funding', 'talent-enclave'] as const) {
    expect(read(applicationBody(id, { contact: { idNumber } })).problems).toEqual(['contact.idNumber key.unknown']);
    expect(read(applicationBody(id, { contact: { organisation: undefined } })).problems).toEqual([
      'contact.organisation.name field.required',
      'contact.organisation.uscc field.required',
    ]);
  }
});

test.each(['moon-bonus', undefined, 7])('of a measure that is %s only that is said, once', (measure) => {
  const body = {
    ...applicationBody('settling-in', { contact: { organisation: 3, idNumber: 4 } }),
    answers: { measure, facts: { field: 'law', moon: true } },
  };
  expect(read(body).problems).toEqual([`answers.measure field.${measure === undefined ? 'required' : 'invalid'}`]);
});

test('every fact that is asked must be answered, and nothing else', () => {
  const facts = { degree: undefined, onShortageList: undefined, graduate: 'yes', moon: 1 };
  expect(read(applicationBody('settling-in', { facts })).problems.toSorted()).toEqual([
    'answers.facts.degree field.required',
    'answers.facts.graduate field.invalid',
    'answers.facts.moon key.unknown',
    'answers.facts.onShortageList field.required',
  ]);
});

test('the estimate is frozen in Chinese, by the text in force on the day', () => {
  const body = applicationBody('hire-reward');
  expect(application.freeze?.(body, context)).toMatchObject({
    measure: 'hire-reward',
    version: '2023-05-01',
    outcome: 'eligible',
    amountFen: 800_000,
    lines: [
      { label: '全日制硕士研究生 2 人 × 3000 元', amountFen: 600_000 },
      { label: '全日制本科生 1 人 × 2000 元', amountFen: 200_000 },
    ],
  });
  expect(application.index(body, context)).toEqual({ title: '引才伯乐奖·企业', subject: 'hire-reward' });
});

test('numbers that fail a soft check are marked for the officer, never refused', () => {
  const payment = { accountName: '郭某(示例)', bank: '示例银行', accountNumber: '6222020000000001' };
  const doubtful = applicationBody('hire-reward', { payment });
  expect(read(doubtful).problems).toEqual([]);
  expect(warningsOf(doubtful).map(({ zh }) => zh)).toContainEqual(expect.stringContaining('银行账号'));
  expect(warningsOf({ payment: { ...payment, accountNumber: '79927398713' } })).toEqual([]);
  expect(warningsOf({ contact: { organisation: { uscc: USCC } } })).toEqual([]);
});
