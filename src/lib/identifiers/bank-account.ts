import { tidyIdentifier } from '../text.ts';

/** A bank account or card number, 8 to 32 digits (api.md, Submitting), however it is grouped, or null. */
export function parseAccountNumber(raw: string): string | null {
  const digits = tidyIdentifier(raw);
  return /^\d{8,32}$/.test(digits) ? digits : null;
}

/** The check of ISO/IEC 7812 over digits. Only ever a warning: passbook numbers need not satisfy it. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const value = Number(digits.at(-1 - i));
    const doubled = i % 2 === 1 ? value * 2 : value;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
