import * as v from 'valibot';
import { fromBase64, utf8 } from '../bytes.ts';

/** What a key derived from a secret of the ring is for; keys of two purposes never meet. */
export type Purpose =
  | 'seal'
  | 'blind'
  | 'code'
  | 'number'
  | 'token'
  | 'fingerprint'
  | 'heads'
  | 'challenge'
  | 'backup'
  | 'callback';

const secret = v.pipe(
  v.string(),
  v.check((text) => (fromBase64(text)?.length ?? 0) >= 32, 'a ring secret is at least 32 bytes of base64'),
);

/** The secret `MINYI_KEYS`: `{ current, ring: { id: base64 } }`; `current` names the one new data is sealed with. */
export const keyRingSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.strictObject({
    current: v.string(),
    ring: v.record(v.pipe(v.string(), v.regex(/^[a-z0-9]{1,16}$/)), secret),
  }),
  v.check((keys) => Object.hasOwn(keys.ring, keys.current), 'the current key is not in the ring'),
);
export type KeyRingSecret = v.InferOutput<typeof keyRingSchema>;

export interface KeyRing {
  current: string;
  ids: readonly string[];
  /** AES-256-GCM key. Throws where the ring has no such id. */
  aes(purpose: Purpose, id: string): Promise<CryptoKey>;
  /** HMAC-SHA-256 of text under the purpose's key. */
  mac(purpose: Purpose, id: string, text: string): Promise<Uint8Array<ArrayBuffer>>;
  /** 32 bytes for keys WebCrypto does not derive itself (Ed25519). */
  seed(purpose: Purpose, id: string): Promise<Uint8Array<ArrayBuffer>>;
}

/** Keys by HKDF-SHA-256, one per purpose; each derived once per isolate. */
export function openKeyRing(keys: KeyRingSecret): KeyRing {
  const made = new Map<string, Promise<CryptoKey>>();

  const bits = async (purpose: Purpose, id: string): Promise<Uint8Array<ArrayBuffer>> => {
    const raw = Object.hasOwn(keys.ring, id) ? fromBase64(keys.ring[id] ?? '') : null;
    if (!raw) throw new Error(`no key ${id} in the ring`);
    const base = await crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveBits']);
    const params = { name: 'HKDF', hash: 'SHA-256', salt: utf8('minyi'), info: utf8(`minyi/1/${purpose}`) };
    return new Uint8Array(await crypto.subtle.deriveBits(params, base, 256));
  };
  const once = (name: string, make: () => Promise<CryptoKey>): Promise<CryptoKey> => {
    const known = made.get(name) ?? make();
    made.set(name, known);
    return known;
  };

  return {
    current: keys.current,
    ids: Object.keys(keys.ring),
    seed: bits,
    aes: (purpose, id) =>
      once(`aes/${purpose}/${id}`, async () =>
        crypto.subtle.importKey('raw', await bits(purpose, id), 'AES-GCM', false, ['encrypt', 'decrypt']),
      ),
    async mac(purpose, id, text) {
      const key = await once(`mac/${purpose}/${id}`, async () =>
        crypto.subtle.importKey('raw', await bits(purpose, id), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
      );
      return new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(text)));
    },
  };
}
