import { expect, test } from 'vitest';
import { canonicalQuery, signAcs3 } from '../../src/notify/signing/acs3.ts';
import { isSigned, signedHeaders } from '../../src/notify/signing/standard-webhooks.ts';
import { signTc3 } from '../../src/notify/signing/tc3.ts';
import vectors from '../vectors/signatures.json' with { type: 'json' };

test.each(vectors.aliyun_acs3.map((vector) => [vector.name, vector] as const))('Aliyun: %s', async (_, vector) => {
  const query = Object.fromEntries(Object.entries(vector.query).map(([name, value]) => [name, String(value)]));
  expect(canonicalQuery(query)).toBe(vector.canonicalQuery);
  const { method, body, accessKeyId, accessKeySecret } = vector;
  const headers = vector.headers as Record<string, string>;
  const signed = await signAcs3({ method, query, headers, body, accessKeyId, accessKeySecret });
  expect(signed).toEqual({ canonicalRequest: vector.canonicalRequest, authorization: vector.authorization });
});

test('Aliyun: the characters encodeURIComponent leaves are escaped, the tilde is kept', () => {
  expect(canonicalQuery({ b: " !'()*~", a: '中' })).toBe('a=%E4%B8%AD&b=%20%21%27%28%29%2A~');
});

// Both forms are official; we sign as the current document does, with the action.
const withAction = vectors.tencent_tc3.filter(({ canonicalRequest }) => canonicalRequest.includes('x-tc-action'));

test.each(withAction.map((vector) => [vector.name, vector] as const))('Tencent: %s', async (_, vector) => {
  const { canonicalRequest, authorization } = vector;
  expect(await signTc3(vector)).toEqual({ canonicalRequest, authorization });
});

test.each(vectors.standard_webhooks.map((vector) => [vector.name, vector] as const))('%s', (_, vector) => {
  const { secret, id, timestamp, body, signature } = vector;
  const at = Number(timestamp) * 1000;
  const headers = signedHeaders(secret, id, at, body);
  expect(headers).toEqual({ 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature });
  const call = { headers: new Headers(headers), body };
  expect(isSigned(call, secret, at + 299_000, 'webhook')).toBe(true);
  // During a rotation there are two signatures, one of them ours.
  const two = new Headers({ ...headers, 'webhook-signature': `v1,AAAA ${signature}` });
  expect(isSigned({ headers: two, body }, secret, at, 'webhook')).toBe(true);
  expect(isSigned(call, secret, at + 301_000, 'webhook')).toBe(false);
  expect(isSigned(call, secret, at - 301_000, 'webhook')).toBe(false);
  expect(isSigned(call, secret, at, 'svix')).toBe(false);
  expect(isSigned({ ...call, body: `${body} ` }, secret, at, 'webhook')).toBe(false);
  expect(isSigned(call, `whsec_${btoa('another secret of 24 byte')}`, at, 'webhook')).toBe(false);
});
