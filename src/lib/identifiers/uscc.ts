import { tidyIdentifier } from '../text.ts';

/** 统一社会信用代码: 18 characters, and what an officer should look at again. */
export interface Uscc {
  code: string;
  warnings: 'organisation-code'[];
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const SHAPE = new RegExp(`^[${ALPHABET}]{2}\\d{6}[${ALPHABET}]{10}$`);
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * A unified social credit code by GB 32100-2015 (department, class, area, organisation, check), however it is typed, or
 * null. The check of the organisation code inside (GB 11714) only warns: codes in use fail it.
 */
export function parseUscc(raw: string): Uscc | null {
  const code = tidyIdentifier(raw).toUpperCase();
  if (!SHAPE.test(code) || checkCharacter(code) !== code.at(-1)) return null;
  return { code, warnings: organisationCheck(code.slice(8, 16)) === code[16] ? [] : ['organisation-code'] };
}

/** The weight of place i is 3^i mod 31. */
function checkCharacter(code: string): string | undefined {
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31];
}

/** GB 11714: letters are worth 10 to 35, remainder 1 is written X. */
function organisationCheck(body: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, i) => total + weight * Number.parseInt(body.charAt(i), 36),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}
