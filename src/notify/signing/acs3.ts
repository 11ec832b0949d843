import { hex } from '../../lib/bytes.ts';
import { hmacSha256, sha256Hex } from './hmac.ts';

// RFC 3986: encodeURIComponent leaves these five, the signature does not (domain.md §10.1).
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/** A query in the one form that is both sent and signed: sorted by name, RFC 3986. */
export function canonicalQuery(query: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(query).map(([name, value]) => [encode(name), encode(value)] as const);
  return pairs
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map((pair) => pair.join('='))
    .join('&');
}

export interface Acs3Request {
  method: string;
  query: Readonly<Record<string, string>>;
  /** Lower-case names; all of them are signed. */
  headers: Readonly<Record<string, string>>;
  body: string;
  accessKeyId: string;
  accessKeySecret: string;
}

/** ACS3-HMAC-SHA256 (Alibaba Cloud V3, domain.md §10.1): what was hashed and the value of the `Authorization` header. */
export async function signAcs3(request: Acs3Request): Promise<{ canonicalRequest: string; authorization: string }> {
  const { method, query, headers, body, accessKeyId, accessKeySecret } = request;
  const names = Object.keys(headers).toSorted();
  const lines = names.map((name) => `${name}:${headers[name]?.trim()}\n`);
  const signed = names.join(';');
  const parts = [method, '/', canonicalQuery(query), lines.join(''), signed, await sha256Hex(body)];
  const canonicalRequest = parts.join('\n');
  const toSign = `ACS3-HMAC-SHA256\n${await sha256Hex(canonicalRequest)}`;
  const signature = hex(await hmacSha256(accessKeySecret, toSign));
  const authorization = `ACS3-HMAC-SHA256 Credential=${accessKeyId},SignedHeaders=${signed},Signature=${signature}`;
  return { canonicalRequest, authorization };
}
