import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildAssets } from '../../scripts/build-assets.ts';

let dir = '';
let script = '';

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'minyi-embed-'));
  await buildAssets(dir);
  script = await readFile(join(dir, 'embed.js'), 'utf8');
});
afterAll(() => rm(dir, { recursive: true, force: true }));

test('the tag costs a county page at most 2 KB', () => {
  expect(Buffer.byteLength(script)).toBeLessThanOrEqual(2048);
});

test('the tag leaves nothing behind in the county page’s own names, and runs in its old browsers', () => {
  expect(script).toMatch(/^"use strict";\(\(\)=>\{.*\}\)\(\);\n$/s);
  expect(script).not.toMatch(/\?\?|\?\.|replaceAll\(|window\.\w+\s*=/);
});

test('the frame may do what a form needs and no more', () => {
  expect(script).toContain('"allow-scripts allow-forms allow-same-origin allow-popups allow-downloads allow-modals"');
  expect(script).toContain('"clipboard-write"');
});
