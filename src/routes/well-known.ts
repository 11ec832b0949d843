import { Hono } from 'hono';
import type { AppEnv } from '../context.ts';
import { publicKeys } from '../lib/sealing/signing.ts';

/** The keys with which anyone can check a fingerprint, and how; apart from them those of the hourly seals. */
export const wellKnown = new Hono<AppEnv>().get('/minyi-keys.json', async (c) => {
  const { ring } = c.get('deps').tools;
  c.header('access-control-allow-origin', '*');
  c.header('cache-control', 'public, max-age=3600');
  return c.json({
    format: 'sha256-<base64url SHA-256 of the statement>.<base64url Ed25519 signature of these 32 bytes>',
    statement: 'JCS (RFC 8785) of { v, site, receipt, submittedAt, kind, answers, contact }',
    keys: await publicKeys(ring),
    sealKeys: await publicKeys(ring, 'heads'),
  });
});
