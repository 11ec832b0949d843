import { tidyIdentifier } from './text.ts';

/** The 29 characters of a receipt number: none that is mistaken for another (no I O Q U Z 0 1). */
export const RECEIPT_ALPHABET = '23456789ABCDEFGHJKLMNPRSTVWXY';

const BASE = RECEIPT_ALPHABET.length;
const DRAWN = 9;
const TYPED = new RegExp(`^([A-Z]{2})([${RECEIPT_ALPHABET}]{${DRAWN + 1}})$`);

export interface Receipt {
  prefix: string;
  /** The ten characters after the prefix, the last one the check. */
  body: string;
  /** `WR-7K3M9-XPT4G` */
  canonical: string;
}

/**
 * The number on a receipt, from a site's two letters and nine values of 0 to 28. The tenth makes the values weighted
 * 1 to 10 sum to 0 modulo 29 (api.md, 201), so that any one wrong character and any swap of neighbours shows.
 */
export function receiptNumber(prefix: string, values: readonly number[]): string {
  if (values.length !== DRAWN) throw new RangeError(`a receipt number is made of ${DRAWN} values`);
  // 10 × 3 = 30 ≡ 1, so the check times 10 cancels the sum.
  const check = (BASE - ((weighted(values) * 3) % BASE)) % BASE;
  return write(prefix, [...values, check].map((value) => RECEIPT_ALPHABET.charAt(value)).join(''));
}

/** A number as typed (case, blanks, dashes or none, full width) in its written form; null where it has not the shape. */
export function parseReceipt(raw: string): Receipt | null {
  const [shape, prefix, body] = TYPED.exec(tidyIdentifier(raw).toUpperCase()) ?? [];
  if (shape === undefined || prefix === undefined || body === undefined) return null;
  return { prefix, body, canonical: write(prefix, body) };
}

/** Whether the check of a parsed body is right. */
export function checkReceipt(body: string): boolean {
  return weighted(Array.from(body, (character) => RECEIPT_ALPHABET.indexOf(character))) % BASE === 0;
}

/** Nine values for `receiptNumber`, all equally likely, from random bytes; null when there are too few. */
export const drawReceiptBody = (bytes: Uint8Array): number[] | null => draw(bytes, BASE, DRAWN);

/** A query code, `482913`, all equally likely, from random bytes; null when there are too few. */
export const drawCode = (bytes: Uint8Array): string | null => draw(bytes, 10, 6)?.join('') ?? null;

const write = (prefix: string, body: string): string => `${prefix}-${body.slice(0, 5)}-${body.slice(5)}`;

const weighted = (values: readonly number[]): number =>
  values.reduce((sum, value, place) => sum + value * (place + 1), 0);

/** Values below `base`; bytes above its last whole multiple are passed over, or small values would come more often. */
function draw(bytes: Uint8Array, base: number, count: number): number[] | null {
  const values: number[] = [];
  for (const byte of bytes) {
    if (byte < 256 - (256 % base)) values.push(byte % base);
    if (values.length === count) return values;
  }
  return null;
}
