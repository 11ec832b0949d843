import { expect, test } from 'vitest';
import { caseKinds } from '../../src/forms/index.ts';
import { siteById } from '../../src/sites/index.ts';

const site = siteById('wanrong');

const usual = caseKinds.flatMap((kind) => {
  const { workflow } = (site && kind.at?.(site, '2026-11-24')) ?? kind;
  return Object.entries(workflow.states).flatMap(([state, { usual: action }]) =>
    action === undefined ? [] : [[kind.kind, state, action, workflow] as const],
  );
});

test.each(usual)(
  'what usually follows in a %s that is %s can be done there by staff: %s',
  (_, state, action, workflow) => {
    const rows = workflow.transitions.filter(
      ({ id, from, actors }) => id === action && from.includes(state) && actors.includes('staff'),
    );
    expect(rows).not.toEqual([]);
    expect(rows.every(({ to }) => to !== undefined)).toBe(true);
  },
);
