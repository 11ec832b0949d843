import * as v from 'valibot';
import { expect, test } from 'vitest';
import { readSuppliers } from '../../src/notify/configured.ts';
import { defineSupplier } from '../../src/notify/define.ts';
import type { Means } from '../../src/notify/means.ts';
import { meaningOf } from '../../src/notify/outcome.ts';
import { supplierKinds } from '../../src/notify/providers/index.ts';

const carrier = defineSupplier({
  id: 'carrier',
  name: { zh: '承运商', en: 'Carrier' },
  channels: ['sms'],
  real: true,
  idempotent: false,
  settings: {
    key: { env: 'CARRIER_KEY', about: { zh: '密钥', en: 'key' }, secret: true, schema: v.string() },
    lines: {
      env: 'CARRIER_LINES',
      about: { zh: '路数', en: 'lines' },
      secret: false,
      schema: v.optional(v.pipe(v.string(), v.digits(), v.transform(Number)), '2'),
    },
  },
  send: async ({ to }, { settings: { key, lines } }) => ({ is: 'sent', supplierId: `${key} ${lines} ${to}` }),
});

const message = {
  id: 'm1',
  site: 'wanrong',
  channel: 'sms',
  to: '15400000001',
  text: '',
  template: 'received',
  params: {},
  lang: 'zh',
  receipt: 'WR-22222-22222',
} as const;

test('a supplier whose keys are all unset is not used, and nothing is wrong', () => {
  for (const values of [{}, { CARRIER_KEY: '' }]) {
    expect(readSuppliers([carrier], values)).toEqual({ ready: [], wrong: [] });
  }
});

test('one that is half set or set wrongly is refused by the names of its keys, never their values', () => {
  expect(readSuppliers([carrier], { CARRIER_LINES: '4' })).toEqual({ ready: [], wrong: ['CARRIER_KEY'] });
  expect(readSuppliers([carrier], { CARRIER_KEY: 'secret', CARRIER_LINES: 'four' })).toEqual({
    ready: [],
    wrong: ['CARRIER_LINES'],
  });
});

test('its own functions get its settings read, with what stands where nothing was said', async () => {
  const { ready } = readSuppliers([carrier], { CARRIER_KEY: 'k' });
  expect(await ready[0]?.open({} as Means).send(message)).toEqual({ is: 'sent', supplierId: 'k 2 15400000001' });
});

test('a reply code no table knows means what the supplier’s file says, also one named like a property', () => {
  const codes = { BUSY: 'limit', BAD: 'refused' } as const;
  expect(meaningOf(codes, 'BUSY', 'unknown')).toEqual({ is: 'retry', code: 'BUSY', limit: true });
  expect(meaningOf(codes, 'BAD', 'unknown')).toEqual({ is: 'refused', code: 'BAD' });
  expect(meaningOf(codes, 'NEW', 'unknown')).toEqual({ is: 'unknown', code: 'NEW' });
  expect(meaningOf(codes, 'constructor', 'unknown')).toEqual({ is: 'unknown', code: 'constructor' });
});

test('no two suppliers share a name or a key, and each key says in both languages what it is for', () => {
  const ids = supplierKinds.map(({ id }) => id);
  const settings = supplierKinds.flatMap((kind) => kind.settings);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(settings.map(({ env }) => env)).size).toBe(settings.length);
  for (const { env, about } of settings) {
    expect(env).toMatch(/^[A-Z][A-Z0-9_]+$/);
    expect(about.zh).toMatch(/[一-鿿]/);
    expect(about.en).toMatch(/[a-z]/);
  }
});
