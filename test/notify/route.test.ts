import { expect, test } from 'vitest';
import { healthOf, supplierFor, suppliersFor, type Recent, type Routing } from '../../src/notify/route.ts';
import { invented } from './waiting.ts';

const first = invented({ id: 'first', channels: ['sms'] });
const second = invented({ id: 'second', channels: ['sms'] });
const mailer = invented({ id: 'mailer', channels: ['email'] });
const box = invented({ id: 'box', real: false });
const all = [mailer, first, second, box];

const deployed: Routing = { routes: {}, local: false, listed: null };
const sms = { channel: 'sms', site: 'wanrong', demo: false } as const;

const tries = (supplier: string, more: Partial<Recent> = {}): Recent => ({
  supplier,
  site: 'wanrong',
  bad: 0,
  good: 0,
  open: 0,
  badBefore: 0,
  goodBefore: 0,
  configurationAt: null,
  takenAt: null,
  ...more,
});

const idOf = (recent: readonly Recent[], probed?: Set<string>) => supplierFor(sms, all, deployed, recent, probed)?.id;

test('a message goes to the first supplier of its channel, in the order of its county', () => {
  expect(idOf([])).toBe('first');
  expect(supplierFor({ ...sms, channel: 'email' }, all, deployed)?.id).toBe('mailer');
  const routing = { ...deployed, routes: { '*': { sms: ['second', 'first'] }, wenxi: { sms: ['first'] } } };
  const order = (site: string) => suppliersFor({ ...sms, site }, all, routing).map(({ id }) => id);
  expect(order('wanrong')).toEqual(['second', 'first']);
  expect(order('wenxi')).toEqual(['first']);
  expect(suppliersFor({ ...sms, channel: 'email' }, all, routing).map(({ id }) => id)).toEqual(['mailer']);
});

test('a message of a demo case goes only where nothing leaves, or nowhere, whatever is configured and however ill', () => {
  const routing = { ...deployed, routes: { '*': { sms: ['first', 'second'] }, wanrong: { sms: ['first'] } } };
  for (const local of [true, false]) {
    const demo = { ...sms, demo: true };
    expect(suppliersFor(demo, all, { ...routing, local }).map(({ id }) => id)).toEqual(['box']);
    expect(supplierFor(demo, all, { ...routing, local }, [tries('box', { bad: 9 })])?.id).toBe('box');
    expect(supplierFor(demo, [first, second, mailer], { ...routing, local })).toBeUndefined();
  }
});

test('in a deployment a real case never ends in the mailbox, not even when every supplier is ill', () => {
  const ill = [tries('first', { bad: 9 }), tries('second', { bad: 9 })];
  expect(idOf(ill)).toBe('first');
  expect(supplierFor(sms, [mailer, box], deployed)).toBeUndefined();
  expect(supplierFor(sms, [mailer, box], { ...deployed, local: true })?.id).toBe('box');
  expect(supplierFor(sms, all, { ...deployed, local: true })?.id).toBe('first');
});

test('wrong settings send a county to its second supplier at once, and leave the others where they are', () => {
  const recent = [tries('first', { configurationAt: 5000, takenAt: 4000, good: 40 })];
  expect(idOf(recent)).toBe('second');
  expect(supplierFor({ ...sms, site: 'wenxi' }, all, deployed, recent)?.id).toBe('first');
  expect(idOf([tries('first', { configurationAt: 5000, takenAt: 6000 })])).toBe('first');
});

test('three failed tries that are half of all send everybody to the second; fewer do not', () => {
  expect(idOf([tries('first', { bad: 2 })])).toBe('first');
  expect(idOf([tries('first', { bad: 3, good: 4 })])).toBe('first');
  expect(idOf([tries('first', { bad: 3, good: 3 })])).toBe('second');
  expect(idOf([tries('first', { bad: 2 }), tries('first', { site: 'wenxi', bad: 1 })])).toBe('second');
});

test('after ten minutes one message a run shows whether it is well again, the rest go on to the second', () => {
  const recent = [tries('first', { badBefore: 5 })];
  const probed = new Set<string>();
  expect(healthOf('first', 'wanrong', recent)).toBe('probe');
  expect([idOf(recent, probed), idOf(recent, probed), idOf(recent, probed)]).toEqual(['first', 'second', 'second']);
  expect(healthOf('first', 'wanrong', [tries('first', { badBefore: 5, good: 1 })])).toBe('well');
  expect(healthOf('first', 'wanrong', [tries('first', { badBefore: 5, bad: 3 })])).toBe('ill');
  // The one message is taken, and its receipt not there yet.
  expect(healthOf('first', 'wanrong', [tries('first', { badBefore: 5, good: 1, open: 1 })])).toBe('ill');
});
