import { expect, test } from 'vitest';
import { commonRules } from '../../src/forms/body.ts';
import { phoneProblems } from '../../src/forms/served-phone.ts';
import { siteById } from '../../src/sites/index.ts';
import type { Site } from '../../src/sites/site.ts';

const found = siteById('wanrong');
if (!found) throw new Error('no county');
const wanrong: Site = found;
const serving = (...countries: string[]): Site => ({
  ...wanrong,
  settings: { ...wanrong.settings, messages: { ...wanrong.settings.messages, countries } },
});

test.each([
  ['15400000001', ['86'], 0],
  ['0359-2200000', ['86'], 0],
  ['+85291234567', ['86'], 1],
  ['+85291234567', ['86', '852'], 0],
  ['+12125550123', ['86', '852'], 1],
  ['0359-2200000', ['852'], 0],
  [undefined, ['86'], 0],
] as const)('%s where SMS go to %j: %i problems', (phone, countries, count) => {
  expect(phoneProblems('contact.phone', phone, serving(...countries))).toHaveLength(count);
});

test('every form says so beside the field, with what to do instead', () => {
  const [problem, ...more] = commonRules(
    { contact: { phone: '+85291234567', email: 'li@example.cn' } },
    { site: wanrong, today: '2026-11-24' },
  );
  expect(more).toEqual([]);
  expect(problem).toMatchObject({ path: 'contact.phone', code: 'field.invalid' });
  expect(problem?.words?.zh).toContain('只填邮箱');
});
