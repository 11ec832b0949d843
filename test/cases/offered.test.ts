import { expect, test } from 'vitest';
import { mayTake } from '../../src/cases/offered.ts';
import type { Reader } from '../../src/cases/scope.ts';
import { petitionWorkflow } from '../../src/forms/petition/workflow.ts';

const NOWHERE = { id: 'somebody', site: null, station: null, department: null };
const clerk: Reader = { ...NOWHERE, role: 'station-clerk', site: 'wanrong', station: 'gaocun' };
const deputy: Reader = { ...clerk, role: 'deputy' };
const water: Reader = { ...NOWHERE, role: 'department-handler', site: 'wanrong', department: '县水利局' };
const watch: Reader = { ...NOWHERE, role: 'supervisor', site: 'wanrong' };
const cleared: Reader = { ...NOWHERE, role: 'report-officer', site: 'wanrong' };

const accept = { needs: ['cases.handle'], to: 'accepted' };
const answer = { needs: ['cases.handle', 'cases.answer'], to: 'answered' };
const remark = { needs: ['cases.handle', 'cases.answer'] };
const open = { restricted: false, holder: '县水利局' };

test('a clerk accepts and answers, a deputy does neither', () => {
  expect([accept, answer].map((action) => mayTake(clerk, open, action))).toEqual([true, true]);
  expect([accept, answer, remark].map((action) => mayTake(deputy, open, action))).toEqual([false, false, false]);
});

test('the department in charge answers; one that helps speaks, and moves nothing', () => {
  expect([accept, answer, remark].map((action) => mayTake(water, open, action))).toEqual([false, true, true]);
  const helping = { restricted: false, holder: '县教育局' };
  expect([answer, remark].map((action) => mayTake(water, helping, action))).toEqual([false, true]);
});

const takes = (reader: Reader, action: string): boolean =>
  petitionWorkflow.transitions.some((row) => row.id === action && mayTake(reader, open, row));

test('督办 is the supervisor’s, 催办 the desk’s as well; a supervisor takes no decision on the matter', () => {
  const actions = ['supervise', 'urge', 'remark', 'assign', 'accept', 'answer', 'close', 'return'];
  expect(actions.filter((action) => takes(watch, action))).toEqual(['supervise', 'urge', 'remark', 'assign']);
  expect(['supervise', 'urge'].filter((action) => takes(clerk, action))).toEqual(['urge']);
  expect(['supervise', 'urge'].filter((action) => takes(water, action))).toEqual([]);
  expect(mayTake(watch, { restricted: true, holder: null }, { needs: ['cases.supervise'] })).toBe(false);
});

test('a report is worked on by who is cleared for it, and by nobody else', () => {
  const report = { restricted: true, holder: null };
  expect([clerk, deputy, water, cleared].map((reader) => mayTake(reader, report, accept))).toEqual([
    false,
    false,
    false,
    true,
  ]);
  expect(mayTake(cleared, open, accept)).toBe(false);
});

test('what names no permission is for nobody on the staff', () => {
  expect(mayTake(clerk, open, { to: 'reviewing' })).toBe(false);
});
