import { expect, test } from 'vitest';
import { checkSettings } from '../../scripts/doctor/settings.ts';
import { missingBindings, parseEnv } from '../../src/env.ts';
import { forcedOutcome, magic } from '../../src/notify/magic.ts';

const base = {
  ENVIRONMENT: 'production',
  PUBLIC_URL: 'https://minyi.example.gov.cn',
  LIBSQL_URL: 'https://db.example.cn',
  MINYI_KEYS: JSON.stringify({ current: 'k1', ring: { k1: Buffer.alloc(32, 7).toString('base64') } }),
};
const relay = {
  RELAY_URL: 'https://relay.example.cn/messages',
  RELAY_SECRET: `whsec_${Buffer.alloc(32, 9).toString('base64')}`,
};

const wrong = (more: object): string[] => {
  const parsed = parseEnv({ ...base, ...more });
  return parsed.ok ? [] : parsed.wrong;
};

test('without any supplier the mailbox is the only one', () => {
  const parsed = parseEnv(base);
  expect(parsed.ok && parsed.settings.suppliers.map(({ id }) => id)).toEqual(['mailbox']);
});

test('a half-set supplier stops the start, and the doctor says which keys are missing and never what the others hold', () => {
  const half = { ALIYUN_SMS_KEY_ID: 'LTAI-something-secret' };
  expect(wrong(half)).toEqual(['ALIYUN_SMS_KEY_SECRET', 'ALIYUN_SMS_TEMPLATES']);
  const findings = checkSettings({ ...base, ...half }).filter(({ ok }) => !ok);
  expect(findings.map(({ subject }) => subject)).toEqual(['ALIYUN_SMS_KEY_SECRET', 'ALIYUN_SMS_TEMPLATES']);
  expect(JSON.stringify(findings)).not.toContain('LTAI');
  expect(checkSettings({ ...base, ...relay }).filter(({ ok }) => !ok)).toEqual([]);
});

test.each([
  ['in the clear', { ...relay, RELAY_URL: 'http://relay.example.cn' }, ['RELAY_URL']],
  ['with a password in its address', { ...relay, RELAY_URL: 'https://a:b@relay.example.cn' }, ['RELAY_URL']],
  ['with a short secret', { ...relay, RELAY_SECRET: 'whsec_abc' }, ['RELAY_SECRET']],
])('a relay %s is refused by name', (_, values, names) => {
  expect(wrong(values)).toEqual(names);
});

test.each([
  ['no JSON', 'SMS_1'],
  ['a county that is none', '{"atlantis":{"signature":"万荣人大","templates":{}}}'],
  ['a template that is none', '{"wanrong":{"signature":"万荣人大","templates":{"greeting":{"zh":"SMS_1"}}}}'],
  ['a signature of 13 characters', '{"wanrong":{"signature":"万荣县人民代表大会常务委员","templates":{}}}'],
])('template ids with %s are refused', (_, templates) => {
  const aliyun = { ALIYUN_SMS_KEY_ID: 'a', ALIYUN_SMS_KEY_SECRET: 'b', ALIYUN_SMS_TEMPLATES: templates };
  expect(wrong(aliyun)).toEqual(['ALIYUN_SMS_TEMPLATES']);
});

const routes = (value: object) => ({ ...relay, MESSAGE_ROUTES: JSON.stringify(value) });

test('a route over a supplier that is not set names its keys; one over none, or by the wrong channel, names itself', () => {
  expect(wrong(routes({ '*': { sms: ['relay'], email: ['relay'] } }))).toEqual([]);
  expect(wrong(routes({ wanrong: { sms: ['relay', 'tencent-sms'] } }))).toEqual([
    'TENCENT_SMS_SECRET_ID',
    'TENCENT_SMS_SECRET_KEY',
    'TENCENT_SMS_APP_ID',
    'TENCENT_SMS_TEMPLATES',
  ]);
  for (const value of [
    { '*': { sms: ['pigeon'] } },
    { '*': { sms: ['smtp'] } },
    { '*': { sms: ['mailbox'] } },
    { '*': { sms: [] } },
    { atlantis: { sms: ['relay'] } },
    { '*': { fax: ['relay'] } },
  ]) {
    expect(wrong(routes(value)), JSON.stringify(value)).toEqual(['MESSAGE_ROUTES']);
  }
});

test('Cloudflare e-mail without its binding stops the start by the name of the binding', () => {
  const parsed = parseEnv({ ...base, CLOUDFLARE_EMAIL_FROM: 'no-reply@mail.example.cn' });
  if (!parsed.ok) throw new Error(parsed.wrong.join());
  expect(missingBindings(parsed.settings, {})).toEqual(['EMAIL']);
  expect(missingBindings(parsed.settings, { EMAIL: {} })).toEqual([]);
});

test('the list of a trial is read as people write it', () => {
  const parsed = parseEnv({ ...base, TRIAL_RECIPIENTS: ' +86154-0000-0001\nLi@Mail.Example.cn ' });
  expect(parsed.ok && [...(parsed.settings.TRIAL_RECIPIENTS ?? [])]).toEqual(['15400000001', 'li@mail.example.cn']);
  const nobody = parseEnv({ ...base, TRIAL_RECIPIENTS: '' });
  expect(nobody.ok && nobody.settings.TRIAL_RECIPIENTS?.size).toBe(0);
});

test('each outcome has its magic number and address, and nobody else is touched', () => {
  const outcomes = magic.map(({ outcome }) => outcome.is);
  expect(new Set(outcomes)).toEqual(new Set(['sent', 'retry', 'refused', 'configuration', 'unknown']));
  for (const { sms, email, outcome } of magic) {
    expect(sms).toMatch(/^154000009\d\d$/);
    expect(forcedOutcome({ channel: 'sms', to: sms })).toBe(outcome);
    expect(forcedOutcome({ channel: 'email', to: email.toUpperCase() })).toBe(outcome);
  }
  expect(forcedOutcome({ channel: 'sms', to: '15400000001' })).toBe(null);
  expect(forcedOutcome({ channel: 'email', to: '15400000904' })).toBe(null);
});
