import { expect, test } from 'vitest';
import { masked } from '../../src/cases/mask.ts';
import { formByKind } from '../../src/forms/index.ts';
import { siteById } from '../../src/sites/index.ts';
import { petitionBody } from '../harness/bodies.ts';

const [form, site] = [formByKind('petition'), siteById('wanrong')];
if (!form || !site) throw new Error('no such form');
const context = { site, today: '2026-11-20', drafts: [] };
const maskedBody = (contact: Record<string, string>, answers = {}) => {
  const body = petitionBody(answers, { contact });
  return masked(form.fields(context, body), body);
};

test('a name keeps its first character, a phone its ends, an address nothing', () => {
  const contact = { name: '阿某古丽·买某提(示例)', phone: '15400000001', address: '万荣县光华乡前岭(示例)' };
  expect(maskedBody(contact)['contact']).toEqual({ name: '阿**', phone: '154****0001', address: '****' });
});

test('the place is masked, what is asked for is not', () => {
  const { answers } = maskedBody({ name: '李某芳(示例)', phone: '0359-0000020' }, { place: '光华乡前岭 7 号' });
  expect(answers).toMatchObject({ place: '****', title: '村东头路灯不亮' });
});
