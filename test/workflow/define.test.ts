import { expect, test } from 'vitest';
import { actionsOf, defineWorkflow, received, transition } from '../../src/workflow/define.ts';

const revocable = defineWorkflow({
  states: {
    received,
    withdrawn: {
      label: { zh: '已撤回', en: 'Withdrawn' },
      public: { zh: '您已撤回。', en: 'You have withdrawn it.' },
      final: true,
    },
  },
  transitions: [
    {
      id: 'withdraw',
      from: ['received'],
      to: 'withdrawn',
      actors: ['citizen'],
      label: { zh: '撤回', en: 'Withdraw' },
    },
  ],
});

test('the sender may withdraw what was received', () => {
  expect(transition(revocable, 'received', 'withdraw', 'citizen')).toMatchObject({
    ok: true,
    value: { id: 'withdraw', to: 'withdrawn' },
  });
});

test('nobody else may, nobody twice, and there is no other action', () => {
  expect(transition(revocable, 'received', 'withdraw', 'staff')).toEqual({ ok: false, error: 'actor-not-allowed' });
  expect(transition(revocable, 'withdrawn', 'withdraw', 'citizen')).toEqual({ ok: false, error: 'state-not-allowed' });
  expect(transition(revocable, 'received', 'close', 'staff')).toEqual({ ok: false, error: 'action-unknown' });
});

test('the look-up offers what the sender can do in that state', () => {
  expect(actionsOf(revocable, 'received', 'citizen').map(({ id }) => id)).toEqual(['withdraw']);
  expect(actionsOf(revocable, 'withdrawn', 'citizen')).toEqual([]);
  expect(actionsOf(revocable, 'received', 'system')).toEqual([]);
});
