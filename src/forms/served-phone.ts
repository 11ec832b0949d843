import type { Problem } from '../lib/fields/index.ts';
import { parsePhone } from '../lib/identifiers/phone.ts';
import type { Words } from '../lib/words.ts';
import type { Site } from '../sites/site.ts';

const notServed: Words = {
  zh: '这个号码收不到我们的短信: 本县不向这个国家或地区发短信。请填能收短信的手机, 或者这一栏留空、只填邮箱。',
  en: 'No text message of ours would reach this number: none go to its country. Give another mobile, or leave this empty and give an e-mail.',
};

/**
 * A number to which the outbox would send nothing is refused where it is typed, so that nobody waits for a message that
 * never comes (`countries` of src/sites/message-limits.ts). Landlines get no SMS anyway: they are called.
 */
export function phoneProblems(path: string, phone: string | undefined, { settings }: Site): Problem[] {
  const parsed = phone === undefined ? null : parsePhone(phone);
  if (!parsed || parsed.kind === 'landline' || settings.messages.countries.includes(parsed.country)) return [];
  return [{ path, code: 'field.invalid', words: notServed }];
}
