import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import { expect, test } from 'vitest';
import * as certificates from '../../src/staff/no-certificates.ts';
import { judgeSize } from '../../scripts/doctor/bundle.ts';
import { BUILT_WORKER } from '../../scripts/wrangler.ts';

test('minified and packed, the Worker stays below the limit of the doctor', async () => {
  const built = readFileSync(join(BUILT_WORKER, 'worker.js'), 'utf8');
  const { code } = await transform(built, { minify: true });
  const packed = gzipSync(code).length;
  expect(judgeSize(`gzip: ${(packed / 1024).toFixed(2)} KiB`)).toMatchObject({ ok: true });
});

test('whoever sends certificates with a passkey is refused', () => {
  expect(() => certificates.X509Certificate()).toThrow('not accepted');
});
