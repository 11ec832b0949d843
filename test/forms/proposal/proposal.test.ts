import { expect, test } from 'vitest';
import { forms, kindOfCase } from '../../../src/forms/index.ts';
import { asksOf, linesOf } from '../../../src/forms/proposal/answers.ts';
import { proposal, termsOn } from '../../../src/forms/proposal/index.ts';
import { proposalWorkflow } from '../../../src/forms/proposal/workflow.ts';
import { siteById, sites } from '../../../src/sites/index.ts';
import { defaultSettings, type ProposalTerms } from '../../../src/sites/settings.ts';
import { actionsOf } from '../../../src/workflow/define.ts';
import { mayTake } from '../../../src/cases/offered.ts';
import type { RoleId } from '../../../src/staff/roles.ts';

const [terms] = defaultSettings.proposals;
const later: ProposalTerms = {
  effectiveFrom: '2027-01-01',
  categories: [...terms.categories, { code: 'D', label: { zh: 'D 留作参考', en: 'D kept in mind' } }],
  objectionWorkdays: 5,
  feedbackWorkdays: 15,
  againMonths: 2,
};
const settled = { settings: { ...defaultSettings, proposals: [terms, later] as const } };

test('nobody sends a suggestion: no form, page or collection of it is in the list of forms', () => {
  expect(forms.map(({ kind }) => kind)).not.toContain('proposal');
  for (const { id, forms: open } of sites) expect([id, open.includes('proposal')]).toEqual([id, false]);
});

test('asks are numbered by us: what was typed before a line as its number is taken off', () => {
  const typed = '1、先围挡后修复\n\n 2.列入年度管护计划 \n(三)不动\n三、建立巡渠记录\n1.5 公里路面重铺';
  expect(asksOf(typed)).toEqual(['先围挡后修复', '列入年度管护计划', '(三)不动', '建立巡渠记录', '1.5 公里路面重铺']);
  expect(linesOf(' 甲 \n\n乙')).toEqual(['甲', '乙']);
});

test('what a site settles holds from its day on, and the law stays what it is', () => {
  expect([termsOn(settled, '2026-12-31'), termsOn(settled, '2027-01-01')]).toEqual([terms, later]);
  expect(termsOn(settled, '2020-01-01')).toBe(terms);
  const { states, transitions } = proposalWorkflow(later);
  expect(transitions.find(({ id }) => id === 'return')?.within).toMatchObject({ count: 5, unit: 'workday' });
  expect(states['again']?.clock?.['other-organ']).toMatchObject({ limit: { count: 2, kind: 'promise' } });
  expect(states['assigned']?.clock?.['other-organ']).toMatchObject({
    limit: { count: 3, unit: 'month', kind: 'law', basis: { instrument: '代表法', article: 51, paragraph: 2 } },
  });
  const category = transitions.find(({ id }) => id === 'reply')?.asks?.['category'];
  const codes = category?.is === 'field' ? category.options?.map(({ value }) => value) : [];
  expect(codes).toEqual(['A', 'B', 'C', 'D']);
});

test('a letter never changes its meaning within a county', () => {
  for (const { settings } of sites) {
    const all = settings.proposals.flatMap(({ categories }) => categories);
    for (const { code, label } of all)
      expect(all.filter((one) => one.code === code).map((one) => one.label.zh)).toEqual(
        all.filter((one) => one.code === code).map(() => label.zh),
      );
  }
});

test('the kind of a case is its county’s own', () => {
  const wanrong = siteById('wanrong');
  expect(kindOfCase({ kind: 'proposal', site: 'wanrong' }, '2026-11-20')?.kind).toBe('proposal');
  expect(wanrong && proposal.possible(wanrong)).toBe(true);
  const pinglu = siteById('pinglu');
  expect(pinglu && proposal.possible(pinglu)).toBe(false);
});

const REACH = { id: 'somebody', site: 'wanrong', station: null, department: '县水利局' };
const buttons = (role: RoleId, state: string): string[] =>
  actionsOf(proposal.workflow, state, 'staff')
    .filter((one) => mayTake({ role, ...REACH }, { restricted: false, holder: '县水利局' }, one))
    .map(({ label }) => label.zh);

test('office, department and deputy each have their own buttons, in the words of the congress offices', () => {
  expect(buttons('legislative-officer', 'received')).toEqual(['审查通过', '不予接收', '内部意见']);
  expect(buttons('legislative-officer', 'examined')).toEqual(['不予接收', '交办', '交办(六个月)', '内部意见']);
  expect(buttons('department-handler', 'again')).toEqual(['答复代表', '内部意见']);
  expect(buttons('deputy', 'replied')).toEqual(['代表反馈', '代表反馈: 不满意']);
  for (const role of ['station-clerk', 'county-clerk'] as const) expect(buttons(role, 'assigned')).toEqual([]);
});
