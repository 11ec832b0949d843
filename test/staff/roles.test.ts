import { expect, test } from 'vitest';
import { allRoles, isRole, may, permissions, reachFits, type Reach, type RoleId } from '../../src/staff/roles.ts';

const NOWHERE: Reach = { site: null, station: null, department: null };
const REACHES: Record<string, Reach> = {
  everything: NOWHERE,
  site: { ...NOWHERE, site: 'wanrong' },
  station: { ...NOWHERE, site: 'wanrong', station: 'gaocun' },
  department: { ...NOWHERE, site: 'wanrong', department: '县水利局' },
};
const ids = Object.keys(allRoles).filter(isRole);

test.each(ids)('%s: has just the reach its row asks for, no wider and no narrower', (id: RoleId) => {
  const fitting = Object.keys(REACHES).filter((scope) => reachFits(id, REACHES[scope] ?? NOWHERE));
  expect(fitting).toEqual([allRoles[id].scope]);
});

test('only administrators manage accounts, and they see nobody’s personal data', () => {
  expect(ids.filter((id) => may(id, 'accounts.manage'))).toEqual(['administrator']);
  expect(allRoles.administrator.personal).toBe(false);
});

test('reports are for those cleared for them alone; auditors, deputies and supervisors see no personal data', () => {
  expect(ids.filter((id) => may(id, 'reports.handle'))).toEqual(['report-officer']);
  expect(ids.filter((id) => !allRoles[id].personal)).toEqual([
    'administrator',
    'grid-worker',
    'deputy',
    'supervisor',
    'auditor',
  ]);
});

test('who checks an application never reviews it; every permission is somebody’s', () => {
  expect(ids.filter((id) => may(id, 'applications.check') && may(id, 'applications.review'))).toEqual([]);
  const given = new Set<string>(ids.flatMap((id) => allRoles[id].may));
  expect(Object.keys(permissions).filter((permission) => !given.has(permission))).toEqual([]);
});

test('names that every object inherits are no roles', () => {
  expect(['constructor', '__proto__', 'toString', ''].filter(isRole)).toEqual([]);
});
