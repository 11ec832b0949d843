const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text) as Uint8Array<ArrayBuffer>;
export const fromUtf8 = (bytes: ArrayBuffer | Uint8Array): string => decoder.decode(bytes);

/** More arguments than this at a time a call does not take. */
const PIECE = 8192;

/** Of ES2026: workerd has it, Node 24 not yet. By hand it costs twenty times as much. */
type WithBase64 = Uint8Array & { toBase64?(options: { alphabet: 'base64url'; omitPadding: true }): string };

export function base64url(bytes: ArrayBuffer | Uint8Array): string {
  const all: WithBase64 = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
  if (all.toBase64) return all.toBase64({ alphabet: 'base64url', omitPadding: true });
  let text = '';
  for (let at = 0; at < all.length; at += PIECE) text += String.fromCharCode(...all.subarray(at, at + PIECE));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Bytes of base64 or base64url text; null where it is neither. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(plain, (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}

export const sha256 = async (data: string): Promise<string> =>
  base64url(await crypto.subtle.digest('SHA-256', utf8(data)));

export const randomBytes = (count: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(count));

/** Lower-case hexadecimal. */
export const hex = (bytes: ArrayBuffer | Uint8Array): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
