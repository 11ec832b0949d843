import { hex } from '../../lib/bytes.ts';
import { hmacSha256, sha256Hex } from './hmac.ts';

/** Must stand in the request byte for byte as it was signed (domain.md §10.2). */
export const TC3_CONTENT_TYPE = 'application/json; charset=utf-8';

export interface Tc3Request {
  host: string;
  service: string;
  action: string;
  /** Seconds since 1970. */
  timestamp: number;
  payload: string;
  secretId: string;
  secretKey: string;
}

/** TC3-HMAC-SHA256 (Tencent Cloud, domain.md §10.2), over content-type, host and action. */
export async function signTc3(request: Tc3Request): Promise<{ canonicalRequest: string; authorization: string }> {
  const { host, service, action, timestamp, payload, secretId, secretKey } = request;
  const signed = 'content-type;host;x-tc-action';
  const headers = `content-type:${TC3_CONTENT_TYPE}\nhost:${host}\nx-tc-action:${action.toLowerCase()}\n`;
  const canonicalRequest = ['POST', '/', '', headers, signed, await sha256Hex(payload)].join('\n');
  const date = new Date(timestamp * 1000).toISOString().slice(0, 10);
  const scope = `${date}/${service}/tc3_request`;
  const toSign = ['TC3-HMAC-SHA256', timestamp, scope, await sha256Hex(canonicalRequest)].join('\n');
  const ofDate = await hmacSha256(`TC3${secretKey}`, date);
  const key = await hmacSha256(await hmacSha256(ofDate, service), 'tc3_request');
  const signature = hex(await hmacSha256(key, toSign));
  const authorization = `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${signed}, Signature=${signature}`;
  return { canonicalRequest, authorization };
}
