import { expect, test } from 'vitest';
import { petitionWorkflow } from '../../../src/forms/petition/workflow.ts';
import { isTemplate, templates } from '../../../src/notify/templates.ts';
import { actionsOf, ERASED } from '../../../src/workflow/define.ts';

const { states, transitions } = petitionWorkflow;
// Erasure comes from beside the road (src/cases/erase-case.ts).
const ids = Object.keys(states).filter((id) => id !== ERASED);
const offered = (state: string, category: string): string[] =>
  actionsOf(petitionWorkflow, state, 'staff', { category, taken: [], today: '2026-03-02' }).map(
    ({ label }) => label.zh,
  );

test('a request, a suggestion and a report are each offered their own actions, in the words of the office', () => {
  const common = ['登记', '受理', '不予受理', '告知去向', '转办', '交办', '请补充', '催办', '督办', '标记紧急'];
  expect(offered('received', 'request')).toEqual([...common, '内部意见']);
  expect(offered('received', 'suggestion')).toEqual([...common, '答复', '内部意见']);
  expect(offered('received', 'report')).toEqual(['登记', '告知去向', '转办', '内部意见']);
  expect(offered('accepted', 'request')).toEqual([
    '交办',
    '申请延期',
    '请补充',
    '催办',
    '督办',
    '标记紧急',
    '答复',
    '转为代表建议',
    '内部意见',
  ]);
});

test('every state can be reached from the beginning', () => {
  const reached = new Set(['received']);
  for (const _ of ids) {
    for (const { from, to } of transitions) if (to && from.some((state) => reached.has(state))) reached.add(to);
  }
  expect([...reached].toSorted()).toEqual(ids.toSorted());
});

test('an action has one row for any state and category', () => {
  for (const state of ids) {
    for (const category of ['request', 'suggestion', 'report']) {
      const labels = offered(state, category);
      expect(new Set(labels).size, `${state} ${category}`).toBe(labels.length);
    }
  }
});

test('every message named is one there is, and names neither a subject nor a word of anyone', () => {
  const named = [...Object.values(states), ...transitions].flatMap(({ message = [] }) => message);
  expect(named.length).toBeGreaterThan(5);
  for (const id of named) {
    expect(isTemplate(id), id).toBe(true);
    if (isTemplate(id)) expect(['number', 'date', 'phone']).toEqual(expect.arrayContaining([...templates[id].params]));
  }
});

test('a message with a date is only sent where a date is owed', () => {
  for (const [id, { message, clock }] of Object.entries(states)) {
    const dated =
      message !== undefined && isTemplate(message) && templates[message].params.some((one) => one === 'date');
    if (dated) expect(clock, id).toBeDefined();
  }
});

test('what goes to the sender never comes without words for the sender, and remarks never are its words', () => {
  const silent = ['register', 'accept', 'assign', 'return', 'close', 'ask-review', 'ask-re-review', 'end-hearing'];
  for (const { id, to, asks = {}, only } of transitions) {
    if (to !== undefined && !silent.includes(id) && !only?.includes('report')) {
      expect(asks['note']?.required, id).toBe(true);
    }
  }
});
