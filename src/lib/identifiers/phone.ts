import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { tidyIdentifier, tidyText } from '../text.ts';

/** A telephone number; `foreign` is any outside the mainland. No SMS goes to a landline. */
export interface Phone {
  kind: 'mobile' | 'landline' | 'foreign';
  /** The country's calling code, without a plus. */
  country: string;
  e164: string;
  /** The one form that is stored, compared and shown: `13800138000`, `0359-2200000`, `+85291234567`. */
  kept: string;
}

// Looser than libphonenumber, which lags behind new mainland number blocks (domain.md §9).
const MOBILE = /^(?:\+86|0086|86)?(1[3-9]\d{9})$/;
// Any digit may follow the area code: which numbers are in use is the exchange's business, not ours.
const LANDLINE = /^(?:(?:\+86|0086|86)0?|0)(?:(10|2\d)(\d{8})|([3-9]\d{2})(\d{7,8}))$/;
const ABROAD = /^\+(?!86)[1-9]\d{4,14}$/;
// `0359-2200000-8` would else read as a number of eight digits.
const ONE_DIGIT_EXTENSION = /[^\d+]\d$/;

/**
 * A mainland mobile with or without +86, 0086 or 86, a landline with its area code, or an E.164 number abroad; blanks,
 * dashes, brackets and full width are forgiven. Null for extensions, service numbers and 13-digit IoT numbers.
 */
export function parsePhone(raw: string): Phone | null {
  const typed = tidyIdentifier(raw).replace(/[()]/g, '');
  const mobile = MOBILE.exec(typed)?.[1];
  if (mobile !== undefined) return { kind: 'mobile', country: '86', e164: `+86${mobile}`, kept: mobile };
  return parseLandline(typed, raw) ?? parseAbroad(typed);
}

function parseLandline(typed: string, raw: string): Phone | null {
  const match = LANDLINE.exec(typed);
  if (match === null || ONE_DIGIT_EXTENSION.test(tidyText(raw).normalize('NFKC'))) return null;
  const area = match[1] ?? match[3];
  const subscriber = match[2] ?? match[4];
  return { kind: 'landline', country: '86', e164: `+86${area}${subscriber}`, kept: `0${area}-${subscriber}` };
}

function parseAbroad(typed: string): Phone | null {
  if (!ABROAD.test(typed)) return null;
  const phone = parsePhoneNumberFromString(typed, { extract: false });
  if (!phone?.isValid()) return null;
  return { kind: 'foreign', country: phone.countryCallingCode, e164: phone.number, kept: phone.number };
}

/** A kept number as staff see it before they ask for all of it: `138****8000`, `0359-****0000`, `+852****67`. */
export function maskPhone(kept: string): string {
  if (kept.startsWith('+')) return `${kept.slice(0, 4)}****${kept.slice(-2)}`;
  const head = kept.includes('-') ? kept.indexOf('-') + 1 : 3;
  return `${kept.slice(0, head)}****${kept.slice(-4)}`;
}
