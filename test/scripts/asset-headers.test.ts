import { expect, test } from 'vitest';
import { assetHeaders } from '../../scripts/asset-headers.ts';

const [everything = '', embed = '', openApi = ''] = assetHeaders().split('\n\n');

test('every file is served closed: no framing, no sniffing, https only, asked for again by its ETag', () => {
  expect(everything.split('\n')).toEqual([
    '/*',
    '  X-Content-Type-Options: nosniff',
    '  X-Frame-Options: DENY',
    "  Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
    '  Strict-Transport-Security: max-age=31536000; includeSubDomains',
    '  Referrer-Policy: no-referrer',
    '  Cache-Control: no-cache',
  ]);
});

test('only the tag itself may be loaded by a county’s own page', () => {
  expect(embed.trim()).toBe('/embed.js\n  Cross-Origin-Resource-Policy: cross-origin');
  expect(everything).not.toContain('Cross-Origin-Resource-Policy');
});

test('the published interface may be read from any origin', () => {
  expect(openApi.trim().split('\n')).toEqual([
    '/openapi.json',
    '  Access-Control-Allow-Origin: *',
    '  Cross-Origin-Resource-Policy: cross-origin',
  ]);
});
