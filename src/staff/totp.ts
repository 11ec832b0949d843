import { randomBytes } from '../lib/bytes.ts';

const STEP_SECONDS = 30;
const DIGITS = 6;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The 30-second step a moment lies in (RFC 6238, X = 30, T0 = 0). */
export const stepAt = (ms: number): number => Math.floor(ms / 1000 / STEP_SECONDS);

/** 160 random bits, the length of the hash (RFC 4226 §4). */
export const newTotpSecret = (): Uint8Array<ArrayBuffer> => randomBytes(20);

/** HOTP of RFC 4226 with HMAC-SHA-1, which is what authenticator apps know. */
export async function totpAt(secret: Uint8Array<ArrayBuffer>, step: number, digits = DIGITS): Promise<string> {
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(step));
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);
  const mac = new DataView(await crypto.subtle.sign('HMAC', key, counter.buffer));
  const offset = mac.getUint8(19) & 15;
  return String((mac.getUint32(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0');
}

/** Clocks of phones differ: the step before and the one after count too. */
const WINDOW = [0, -1, 1];

/** The step a code belongs to, later than `lastStep` so that none opens twice; null where it is wrong. */
export async function stepOf(
  secret: Uint8Array<ArrayBuffer>,
  code: string,
  now: number,
  lastStep: number,
): Promise<number | null> {
  let found: number | null = null;
  // All three are worked out whichever fits, so that the time tells nothing.
  for (const step of WINDOW.map((shift) => stepAt(now) + shift)) {
    if ((await totpAt(secret, step)) === code && step > lastStep) found ??= step;
  }
  return found;
}

/** RFC 4648 base32 without padding: how a secret is typed into an authenticator by hand. */
export function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/** What the QR code of an authenticator holds (Key URI format). */
export function totpUri(secret: Uint8Array, { issuer, login }: { issuer: string; login: string }): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(login)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`;
}
