import { expect, test } from 'vitest';
import { judgeSize } from '../../scripts/doctor/bundle.ts';
import { checkClock, checkDatabase } from '../../scripts/doctor/database.ts';
import { checkOrigins, checkSettings, isOrigin } from '../../scripts/doctor/settings.ts';
import { newKeyRing } from '../../scripts/keys/ring.ts';
import { freePort } from '../../scripts/ports.ts';

test.each(['https://www.example.gov.cn', 'https://www.example.gov.cn:8443'])('%s may frame the pages', (origin) => {
  expect(isOrigin(origin, false)).toBe(true);
});

test.each([
  'http://www.example.gov.cn',
  'https://www.example.gov.cn/',
  'https://www.example.gov.cn/path',
  'https://*.example.gov.cn',
  'www.example.gov.cn',
  'HTTPS://www.example.gov.cn',
  'http://127.0.0.1:8788',
])('%s is no origin for a deployment', (origin) => {
  expect(isOrigin(origin, false)).toBe(false);
});

test('a local run may use the loopback address without a certificate', () => {
  expect(isOrigin('http://127.0.0.1:8788', true)).toBe(true);
  expect(isOrigin('http://192.168.1.4:8788', true)).toBe(false);
});

test('the doctor names the county whose origin is wrong', () => {
  const owners = [
    { owner: 'wanrong', origins: ['https://a.example.cn'] },
    { owner: 'wenxi', origins: ['https://b.example.cn/'] },
  ];
  const findings = checkOrigins(owners, { ENVIRONMENT: 'production' });
  expect(findings.map(({ subject, ok }) => [subject, ok])).toEqual([
    ['origins wanrong', true],
    ['origins wenxi', false],
  ]);
  expect(findings[1]?.words).toContain('https://b.example.cn/');
});

test('each setting is judged as the Worker will, and no value is shown', () => {
  const secret = JSON.stringify(newKeyRing('2026-11-22'));
  const values = {
    ENVIRONMENT: 'production',
    PUBLIC_URL: 'https://minyi.example.gov.cn',
    LIBSQL_URL: 'https://db.example.cn',
    MINYI_KEYS: secret,
  };
  const wrongOnes = (changed: object) => checkSettings({ ...values, ...changed }).filter(({ ok }) => !ok);
  expect(wrongOnes({})).toEqual([]);
  expect(wrongOnes({ PUBLIC_URL: 'https://minyi.example.gov.cn/' }).map(({ subject }) => subject)).toEqual([
    'PUBLIC_URL',
  ]);
  const [torn] = wrongOnes({ MINYI_KEYS: secret.slice(0, -5) });
  expect(torn?.words).toContain('npx wrangler secret put MINYI_KEYS');
  expect(torn?.words).not.toContain(secret.slice(20, 40));
});

test('a clock a minute off is found, whichever way', () => {
  const now = Date.parse('2026-11-22T06:00:00Z');
  expect(checkClock(now, now + 800).ok).toBe(true);
  expect(checkClock(now, now + 60_000).ok).toBe(false);
  expect(checkClock(now, now - 60_000).ok).toBe(false);
});

test('a database that does not answer is one line that says so', async () => {
  const findings = await checkDatabase({ LIBSQL_URL: `http://127.0.0.1:${await freePort()}` });
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({ subject: 'database', ok: false });
  expect(await checkDatabase({})).toMatchObject([{ ok: false }]);
});

test('a bundle is judged by the size wrangler reports, and one of unknown size is not let through', () => {
  expect(judgeSize('Total Upload: 900.17 KiB / gzip: 479.99 KiB').ok).toBe(true);
  expect(judgeSize('Total Upload: 900.17 KiB / gzip: 480.01 KiB').ok).toBe(false);
  expect(judgeSize('something else').ok).toBe(false);
});
