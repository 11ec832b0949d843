import { base64url, fromBase64, fromUtf8, randomBytes, utf8 } from '../bytes.ts';
import type { KeyRing, Purpose } from './key-ring.ts';

/** `A256GCM.<key id>.<iv>.<ciphertext and tag>`: algorithm and key in front, so that both can change. */
const ALGORITHM = 'A256GCM';

/** Seals text under a key; `context` (case and field) is bound to it, so that no envelope can be moved elsewhere. */
export async function sealWith(key: CryptoKey, keyId: string, context: string, text: string): Promise<string> {
  const iv = randomBytes(12);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(context) }, key, utf8(text));
  return [ALGORITHM, keyId, base64url(iv), base64url(sealed)].join('.');
}

/** Opens an envelope, or null where it was made under another key, for another context, or is no envelope. */
export async function openWith(key: CryptoKey, context: string, envelope: string): Promise<string | null> {
  const [algorithm, , iv, sealed] = envelope.split('.');
  const ivBytes = fromBase64(iv ?? '');
  const bytes = fromBase64(sealed ?? '');
  if (algorithm !== ALGORITHM || !ivBytes || !bytes) return null;
  const params = { name: 'AES-GCM', iv: ivBytes, additionalData: utf8(context) };
  return crypto.subtle.decrypt(params, key, bytes).then(fromUtf8, () => null);
}

/** The id of the ring key that an envelope was made under. */
export const keyIdOf = (envelope: string): string => envelope.split('.')[1] ?? '';

/** Seals straight under the ring's current key of a purpose (tokens, the local mailbox). */
export async function sealUnderRing(ring: KeyRing, purpose: Purpose, context: string, text: string): Promise<string> {
  return sealWith(await ring.aes(purpose, ring.current), ring.current, context, text);
}

/** Opens what `sealUnderRing` made, under whichever key of the ring made it; null where none did. */
export async function openUnderRing(
  ring: KeyRing,
  purpose: Purpose,
  context: string,
  envelope: string,
): Promise<string | null> {
  const id = keyIdOf(envelope);
  if (!ring.ids.includes(id)) return null;
  return openWith(await ring.aes(purpose, id), context, envelope);
}
