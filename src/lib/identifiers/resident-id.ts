import { tidyIdentifier } from '../text.ts';

/** What an 18-character identity number says about its holder. A right check digit is not proof of identity. */
export interface ResidentId {
  /** 18 characters, upper-case X. */
  number: string;
  /** `YYYY-MM-DD`, a date that exists; whether it lies in the future is the caller's question. */
  birth: string;
  sex: 'F' | 'M';
  kind: 'resident' | 'hk-mo-tw' | 'foreign-pr';
}

const SHAPE = /^\d{6}((?:1[89]|2\d)\d{2})(\d{2})(\d{2})\d{2}(\d)[\dX]$/;
const CHECKS = '10X98765432';
// 国办发〔2018〕81号 art. 3: residence permits of Hong Kong, Macao and Taiwan residents.
const RESIDENCE_PERMITS: readonly string[] = ['810000', '820000', '830000'];

/**
 * An identity number by GB 11643, however it is typed (full width, blanks, dashes, small x), or null. Unknown area codes
 * pass, since the tables change; 15-digit numbers do not (居民身份证法 art. 23). The permanent residence card of 2023
 * (9 + province + country) has its birth date at the same place.
 */
export function parseResidentId(raw: string): ResidentId | null {
  const number = tidyIdentifier(raw).toUpperCase();
  const [shape, year, month, day, order] = SHAPE.exec(number) ?? [];
  if (shape === undefined || checkCharacter(number) !== number.at(-1)) return null;
  const birth = `${year}-${month}-${day}`;
  if (!isRealDate(birth)) return null;
  return { number, birth, sex: Number(order) % 2 === 1 ? 'M' : 'F', kind: kindOf(number) };
}

/**
 * Whether a guardian has to consent (个人信息保护法 art. 31), both dates `YYYY-MM-DD` in Asia/Shanghai. The fourteenth
 * birthday itself still counts as under 14; 29 February ends, in a common year, with February (民法典 art. 202).
 */
export function isUnder14(birth: string, date: string): boolean {
  const fourteenthBirthday = `${Number(birth.slice(0, 4)) + 14}${birth.slice(4)}`;
  return date <= fourteenthBirthday;
}

/** ISO 7064 MOD 11-2: the weight of place i is 2^(17-i) mod 11. */
function checkCharacter(number: string): string | undefined {
  let sum = 0;
  for (const digit of number.slice(0, 17)) sum = (sum + Number(digit)) * 2;
  return CHECKS[sum % 11];
}

function isRealDate(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}

function kindOf(number: string): ResidentId['kind'] {
  if (number.startsWith('9')) return 'foreign-pr';
  return RESIDENCE_PERMITS.includes(number.slice(0, 6)) ? 'hk-mo-tw' : 'resident';
}
