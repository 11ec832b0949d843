import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { luhn, parseAccountNumber } from '../../src/lib/identifiers/bank-account.ts';
import { parseEmail } from '../../src/lib/identifiers/email.ts';
import { maskPhone, parsePhone } from '../../src/lib/identifiers/phone.ts';
import { isUnder14, parseResidentId } from '../../src/lib/identifiers/resident-id.ts';
import { parseUscc } from '../../src/lib/identifiers/uscc.ts';
import areas from '../vectors/areas.json';
import vectors from '../vectors/identifiers.json';

const kinds: Record<string, string> = {
  resident: 'resident',
  hk_residence: 'hk-mo-tw',
  tw_residence: 'hk-mo-tw',
  foreign_pr_2023: 'foreign-pr',
};

const NOBODY = '19900307001';
const CHECKS = Array.from('0123456789X');

describe('an identity number', () => {
  test.each(vectors.gb11643)('$id is taken: $valid ($note)', ({ id, valid, kind, birth, sex, area }) => {
    expect(parseResidentId(id)).toEqual(valid ? { number: id, birth, sex, kind: kinds[kind] } : null);
    if (area !== undefined) expect(id.startsWith(area)).toBe(true);
  });

  test.each(Object.values(vectors.gb11643_case))('may be typed another way: %s', (line) => {
    const [typed = '', kept] = line.replace(/ \(.*\)$/, '').split(' -> ');
    expect(parseResidentId(typed)?.number).toBe(kept);
  });

  test('may have blanks and dashes in it', () => {
    expect(parseResidentId(' 110105 1949-1231 002x ')?.number).toBe('11010519491231002X');
  });

  const { province, city, counties } = areas.gbt2260_yuncheng;
  const known = [province, city, ...counties].map(([code = '']) => code);
  test.each([...known, '149999', '659099'])('of area %s has exactly one right check character', (area) => {
    const taken = CHECKS.map((check) => parseResidentId(area + NOBODY + check)).filter((id) => id !== null);
    expect(taken).toMatchObject([{ birth: '1990-03-07', sex: 'M', kind: 'resident' }]);
  });

  test('with any one wrong digit or two neighbours swapped is refused', () => {
    const right = '140822199003070017';
    const wrong = Array.from(right).flatMap((was, i) => [
      ...CHECKS.map((is) => right.slice(0, i) + is + right.slice(i + 1)),
      right.slice(0, i) + right.charAt(i + 1) + was + right.slice(i + 2),
    ]);
    expect(wrong.filter((typed) => typed !== right && parseResidentId(typed) !== null)).toEqual([]);
  });

  test('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => parseResidentId(typed) === null));
  });
});

describe('age', () => {
  test('a child is still under 14 on the fourteenth birthday and no longer the day after', () => {
    expect(isUnder14('2012-11-22', '2026-11-21')).toBe(true);
    expect(isUnder14('2012-11-22', '2026-11-22')).toBe(true);
    expect(isUnder14('2012-11-22', '2026-11-23')).toBe(false);
  });

  test('a child of 29 February is under 14 until the end of that February', () => {
    expect(isUnder14('2012-02-29', '2026-02-28')).toBe(true);
    expect(isUnder14('2012-02-29', '2026-03-01')).toBe(false);
  });
});

describe('a unified social credit code', () => {
  test.each(vectors.gb32100)('$code is taken: $valid ($note)', ({ code, valid, note }) => {
    const warnings = note.includes('warn only') ? ['organisation-code'] : [];
    expect(parseUscc(code)).toEqual(valid ? { code, warnings } : null);
  });

  test('may be typed in small letters, full width and groups', () => {
    expect(parseUscc('９１３５０１００ m000100y-43')?.code).toBe('91350100M000100Y43');
  });
});

describe('a telephone number', () => {
  const found: Record<string, string> = { FIXED_LINE: 'landline', 'MOBILE (HK)': 'foreign', 'MOBILE (MO)': 'foreign' };
  test.each(vectors.cn_mobile.cases)('$input (mainland mobile as it stands: $loose)', (given) => {
    const { input, loose, libphonenumber } = given;
    expect(new RegExp(vectors.cn_mobile.regex_loose).test(input)).toBe(loose);
    const kind = loose ? 'mobile' : libphonenumber && (found[libphonenumber] ?? 'mobile');
    expect(parsePhone(input)?.kind ?? null).toBe(kind);
  });

  test.each([
    ['138 0013-8000', '13800138000', '+8613800138000'],
    ['+86 138 0013 8000', '13800138000', '+8613800138000'],
    ['008613800138000', '13800138000', '+8613800138000'],
    ['86-138-0013-8000', '13800138000', '+8613800138000'],
    ['＋８６１３８００１３８０００', '13800138000', '+8613800138000'],
    ['03592200000', '0359-2200000', '+863592200000'],
    ['0359-0000020', '0359-0000020', '+863590000020'],
    ['（0359）220 0000', '0359-2200000', '+863592200000'],
    ['+86 359 2200000', '0359-2200000', '+863592200000'],
    ['+86-0359-2200000', '0359-2200000', '+863592200000'],
    ['010-6655 0000', '010-66550000', '+861066550000'],
    ['+861066550000', '010-66550000', '+861066550000'],
    ['0571-87650000', '0571-87650000', '+8657187650000'],
    ['+852 9123 4567', '+85291234567', '+85291234567'],
    ['+1 (202) 555-0143', '+12025550143', '+12025550143'],
  ])('%s is kept as %s', (typed, kept, e164) => {
    expect(parsePhone(typed)).toMatchObject({ kept, e164 });
    expect(parsePhone(kept)).toEqual(parsePhone(typed));
    expect(parsePhone(e164)).toEqual(parsePhone(typed));
  });

  test.each([
    ['2200000', 'no area code'],
    ['0359-2200000-8', 'an extension'],
    ['0359-2200000-8001', 'an extension'],
    ['0359-2200000转8001', 'an extension'],
    ['010-2200000', 'Beijing has eight digits'],
    ['1064912345678', 'a 13-digit IoT number'],
    ['+861064912345678', 'a 13-digit IoT number'],
    ['1381234567', 'a digit short'],
    ['138001380000', 'a digit too many'],
    ['013800138000', 'a trunk zero before a mobile'],
    ['12345', 'a hotline'],
    ['400-820-0000', 'a service number'],
    ['85291234567', 'abroad without +'],
    ['+999123456789', 'no such country'],
    ['+85291234567;ext=2', 'an extension'],
    ['٠١٣٨٠٠١٣٨٠', 'other digits'],
    ['', 'nothing'],
  ])('%s is refused: %s', (typed) => {
    expect(parsePhone(typed)).toBeNull();
  });

  test.each([
    ['13800138000', '138****8000'],
    ['0359-2200000', '0359-****0000'],
    ['+85291234567', '+852****67'],
  ])('%s is shown to staff as %s', (kept, masked) => {
    expect(maskPhone(kept)).toBe(masked);
  });
});

describe('an e-mail address', () => {
  test.each([
    [' Wang.Xiao+ly@Example.CN ', 'Wang.Xiao+ly@example.cn'],
    ['ｗａｎｇ＠ｅｘａｍｐｌｅ．ｃｎ', 'wang@example.cn'],
    ['wang@example。cn', 'wang@example.cn'],
    ['wang@例子.中国', 'wang@xn--fsqu00a.xn--fiqs8s'],
    ["o'brien@mail.example.org", "o'brien@mail.example.org"],
  ])('%s is kept as %s', (typed, kept) => {
    expect(parseEmail(typed)).toBe(kept);
    expect(parseEmail(kept)).toBe(kept);
  });

  test.each([
    'wang',
    '@example.cn',
    'wang@',
    'wang@localhost',
    'wang@192.0.2.1',
    'wang@0x7f.1',
    'wang@[192.0.2.1]',
    'wang@example.cn.',
    'wang@example.cn:25',
    'wang@example.cn/x',
    'wang@%65xample.cn',
    'wang@exa_mple.cn',
    'wang@-example.cn',
    'wang@exam\nple.cn',
    'wang@example.cn\r\nBcc: all@example.cn',
    'a@b@example.cn',
    '.wang@example.cn',
    'wang.@example.cn',
    'wa..ng@example.cn',
    '王@example.cn',
    'wa ng@example.cn',
    '"wang"@example.cn',
    'wang(home)@example.cn',
    'Wang <wang@example.cn>',
    'a@example.cn,b@example.cn',
  ])('%j is refused', (typed) => {
    expect(parseEmail(typed)).toBeNull();
  });

  test('is at most 254 characters, 64 of them before the @', () => {
    const longest = `${'a'.repeat(64)}@${`${'d'.repeat(60)}.`.repeat(3)}ccc.cn`;
    expect(longest).toHaveLength(254);
    expect(parseEmail(longest)).toBe(longest);
    expect(parseEmail(longest.replace('ccc.cn', 'cccc.cn'))).toBeNull();
    expect(parseEmail(`${'a'.repeat(65)}@example.cn`)).toBeNull();
  });

  test('never throws, and what is kept is ASCII on one line', () => {
    const part = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(part, part, (local, domain) => /^[!-~]{3,254}$/.test(parseEmail(`${local}@${domain}`) ?? 'none')),
    );
  });
});

describe('a bank account', () => {
  test.each(vectors.luhn)('$number passes the Luhn check: $valid ($note)', ({ number, valid }) => {
    expect(luhn(number)).toBe(valid);
    expect(parseAccountNumber(number)).toBe(number);
  });

  test('with one wrong digit fails the Luhn check, but is still a number', () => {
    const right = '6222021234567890128';
    const wrong = Array.from(right).flatMap((was, i) =>
      Array.from('0123456789')
        .filter((is) => is !== was)
        .map((is) => right.slice(0, i) + is + right.slice(i + 1)),
    );
    expect(wrong.filter(luhn)).toEqual([]);
    expect(wrong.map(parseAccountNumber)).toEqual(wrong);
  });

  test('has 8 to 32 digits, in any grouping', () => {
    expect(parseAccountNumber('６２２２ 0212-3456 7890 128')).toBe('6222021234567890128');
    expect(parseAccountNumber('1'.repeat(8))).toBe('1'.repeat(8));
    expect(parseAccountNumber('1'.repeat(32))).toBe('1'.repeat(32));
    for (const typed of ['1'.repeat(7), '1'.repeat(33), '1234567x', '']) expect(parseAccountNumber(typed)).toBeNull();
  });
});
