import { base64url, fromBase64, utf8 } from '../bytes.ts';
import type { KeyRing } from './key-ring.ts';

// RFC 8410: an Ed25519 seed inside PKCS#8, the only form WebCrypto takes a private key in.
const PKCS8_HEAD = 'MC4CAQAwBQYDK2VwBCIEIA==';

async function privateKey(ring: KeyRing, id: string): Promise<CryptoKey> {
  const head = fromBase64(PKCS8_HEAD) ?? new Uint8Array();
  const seed = await ring.seed('fingerprint', id);
  return crypto.subtle.importKey('pkcs8', new Uint8Array([...head, ...seed]), { name: 'Ed25519' }, true, ['sign']);
}

export interface PublicKey {
  kid: string;
  kty: 'OKP';
  crv: 'Ed25519';
  x: string;
}

/** The public halves of all keys in the ring, as published at `/.well-known/minyi-keys.json`. */
export async function publicKeys(ring: KeyRing): Promise<PublicKey[]> {
  return Promise.all(
    ring.ids.map(async (kid) => {
      const jwk = await crypto.subtle.exportKey('jwk', await privateKey(ring, kid));
      if (jwk instanceof ArrayBuffer) throw new Error('a JWK was asked for');
      return { kid, kty: 'OKP', crv: 'Ed25519', x: jwk.x ?? '' } as const;
    }),
  );
}

async function digest(text: string): Promise<ArrayBuffer> {
  return crypto.subtle.digest('SHA-256', utf8(text));
}

/** `sha256-<base64url hash>.<base64url Ed25519 signature of the 32 hash bytes>` of a canonical text. */
export async function fingerprintOf(ring: KeyRing, text: string): Promise<string> {
  const hash = await digest(text);
  const signature = await crypto.subtle.sign('Ed25519', await privateKey(ring, ring.current), hash);
  return `sha256-${base64url(hash)}.${base64url(signature)}`;
}

/** Whether a fingerprint is of this text and signed by one of these keys. Needs nothing secret. */
export async function fingerprintHolds(
  keys: readonly PublicKey[],
  text: string,
  fingerprint: string,
): Promise<boolean> {
  const [hashPart, signaturePart] = fingerprint.split('.');
  const hash = await digest(text);
  const signature = fromBase64(signaturePart ?? '');
  if (hashPart !== `sha256-${base64url(hash)}` || !signature) return false;
  const checks = keys.map(async ({ kty, crv, x }) => {
    const key = await crypto.subtle.importKey('jwk', { kty, crv, x }, { name: 'Ed25519' }, false, ['verify']);
    return crypto.subtle.verify('Ed25519', key, signature, hash);
  });
  return (await Promise.all(checks)).includes(true);
}
