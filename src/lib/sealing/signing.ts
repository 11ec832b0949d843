import { base64url, fromBase64, utf8 } from '../bytes.ts';
import type { KeyRing, Purpose } from './key-ring.ts';

// RFC 8410: an Ed25519 seed inside PKCS#8, the only form WebCrypto takes a private key in.
const PKCS8_HEAD = 'MC4CAQAwBQYDK2VwBCIEIA==';

/** What is signed for others to check: receipts of residents, and the hourly seals over all chains. */
export type SigningPurpose = Extract<Purpose, 'fingerprint' | 'heads'>;

/** Each derived once per ring: deriving costs several times what signing does. */
const derived = new WeakMap<KeyRing, Map<string, Promise<CryptoKey>>>();

function privateKey(ring: KeyRing, purpose: SigningPurpose, id: string): Promise<CryptoKey> {
  const keys = derived.get(ring) ?? new Map<string, Promise<CryptoKey>>();
  derived.set(ring, keys);
  const name = `${purpose}/${id}`;
  const key = keys.get(name) ?? derive(ring, purpose, id);
  keys.set(name, key);
  return key;
}

async function derive(ring: KeyRing, purpose: SigningPurpose, id: string): Promise<CryptoKey> {
  const head = fromBase64(PKCS8_HEAD) ?? new Uint8Array();
  const seed = await ring.seed(purpose, id);
  return crypto.subtle.importKey('pkcs8', new Uint8Array([...head, ...seed]), { name: 'Ed25519' }, true, ['sign']);
}

export interface PublicKey {
  kid: string;
  kty: 'OKP';
  crv: 'Ed25519';
  x: string;
}

/** The public halves of all keys in the ring, as published at `/.well-known/minyi-keys.json`. */
export async function publicKeys(ring: KeyRing, purpose: SigningPurpose = 'fingerprint'): Promise<PublicKey[]> {
  return Promise.all(
    ring.ids.map(async (kid) => {
      const jwk = await crypto.subtle.exportKey('jwk', await privateKey(ring, purpose, kid));
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
  const signature = await crypto.subtle.sign('Ed25519', await privateKey(ring, 'fingerprint', ring.current), hash);
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
  const checks = keys.map((key) => verifies(key, signature, hash));
  return (await Promise.all(checks)).includes(true);
}

/** The base64url Ed25519 signature of a text's UTF-8 bytes, under the ring's current key of the purpose. */
export async function signatureOf(ring: KeyRing, purpose: SigningPurpose, text: string): Promise<string> {
  return base64url(await crypto.subtle.sign('Ed25519', await privateKey(ring, purpose, ring.current), utf8(text)));
}

/** Whether a signature is of this text and by this key. Needs nothing secret. */
export async function signatureHolds(key: PublicKey, text: string, signature: string): Promise<boolean> {
  const bytes = fromBase64(signature);
  return bytes !== null && verifies(key, bytes, utf8(text));
}

async function verifies(
  { kty, crv, x }: PublicKey,
  signature: Uint8Array<ArrayBuffer>,
  signed: ArrayBuffer | Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const key = await crypto.subtle.importKey('jwk', { kty, crv, x }, { name: 'Ed25519' }, false, ['verify']);
  return crypto.subtle.verify('Ed25519', key, signature, signed);
}
