import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildAssets } from '../../scripts/build-assets.ts';
import { sites } from '../../src/sites/index.ts';

let dir = '';
let css = '';
let js = '';

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'minyi-assets-'));
  await buildAssets(dir);
  css = await readFile(join(dir, 'minyi.css'), 'utf8');
  js = await readFile(join(dir, 'minyi.js'), 'utf8');
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const KIB = 1024;

test('style and script are small enough for a weak network', () => {
  expect(Buffer.byteLength(css)).toBeLessThanOrEqual(14 * KIB);
  expect(Buffer.byteLength(js)).toBeLessThanOrEqual(14 * KIB);
});

test('the style sheet asks nothing of an old web view that it does not know, and no other host', () => {
  expect(css).not.toMatch(/:has\(|:is\(|:where\(|aspect-ratio|@layer|@container|color-mix|inset:|\ddvh|clamp\(/);
  expect(css).not.toMatch(/url\(|@import/);
});

test('no old web view stumbles over the script: no look-behind, no late syntax', () => {
  expect(js).not.toMatch(/\(\?<[=!]|\?\?=|\|\|=|structuredClone|replaceAll\(|\.at\(|requestSubmit|node:/);
});

test('every county has its colour in the style sheet', () => {
  for (const { id } of sites) expect(css).toContain(`.site-${id}{`);
});
