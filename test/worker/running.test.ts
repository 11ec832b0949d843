import { afterAll, beforeAll, expect, test } from 'vitest';
import { startStack } from '../harness/stack.ts';
import type { Stack } from '../harness/stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

test('the Worker is alive without its database, and ready again when that comes back', async () => {
  expect((await stack.fetch('/healthz')).status).toBe(200);
  expect((await stack.fetch('/readyz')).status).toBe(200);
  await stack.stopDatabase();
  expect((await stack.fetch('/healthz')).status).toBe(200);
  expect((await stack.fetch('/readyz')).status).toBe(503);
  await stack.startDatabase();
  expect((await stack.fetch('/readyz')).status).toBe(200);
});

test('each cron run leaves a sign for the doctor', async () => {
  await stack.scheduled();
  const { rows } = await stack.db.execute("SELECT at FROM heartbeats WHERE name = 'cron'");
  expect(rows).toHaveLength(1);
  expect(Math.abs(Date.now() - Number(rows[0]?.at))).toBeLessThan(60_000);
});

test('files are served with the closed headers, and asked for again by their ETag', async () => {
  const first = await stack.fetch('/minyi.css');
  expect(first.status).toBe(200);
  expect(first.headers.get('x-content-type-options')).toBe('nosniff');
  expect(first.headers.get('x-frame-options')).toBe('DENY');
  expect(first.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
  expect(first.headers.get('cache-control')).toBe('no-cache');
  const again = await stack.fetch('/minyi.css', { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
  expect(again.status).toBe(304);
});
