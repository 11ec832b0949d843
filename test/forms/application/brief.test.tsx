import { expect, test } from 'vitest';
import { ApplicationBrief } from '../../../src/forms/application/brief.tsx';
import { application } from '../../../src/forms/application/index.ts';
import type { FormContext, Json } from '../../../src/forms/define.ts';
import { siteById } from '../../../src/sites/index.ts';
import { applicationBody } from '../../harness/application-body.ts';
import { drawn } from '../../ui/drawn.ts';

const site = siteById('wenxi');
if (!site) throw new Error('Wenxi is gone');
const context: FormContext = { site, today: '2026-11-22', drafts: [] };

function brief(body: Json, open: boolean): string {
  const frozen = application.freeze?.(body, context);
  const answers = body['answers'] as Json;
  return drawn(<ApplicationBrief answers={answers} context={context} frozen={frozen} {...(open && { body })} />);
}

test('an officer sees the answers and how they were judged when they were sent', () => {
  const html = brief(applicationBody('hire-reward', { facts: { fullTime: false } }), false);
  expect(html).toContain('<dd>引才伯乐奖·企业</dd>');
  expect(html).toContain('按您填的情况, 不符合公开条件');
  expect(html.match(/class="check passed"/g)).toHaveLength(2);
  expect(html.match(/class="check failed"/g)).toHaveLength(1);
});

test('who may open the account is told when its check digit does not fit', () => {
  const payment = { accountName: '郭某(示例)', bank: '示例银行', accountNumber: '6222020000000001' };
  expect(brief(applicationBody('hire-reward', { payment }), true)).toContain('银行账号校验位不对');
  expect(brief(applicationBody('hire-reward', { payment }), false)).not.toContain('银行账号');
  expect(brief(applicationBody('hire-reward'), true)).not.toContain('请核对');
});
