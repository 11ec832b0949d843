import { say, type Lang, type Words } from '../lib/words.ts';
import type { TemplateId } from './templates.ts';

/** What is said on the telephone instead of a message: as neutral as that, and never the code. */
const spoken: Partial<Record<TemplateId, Words>> = {
  received: {
    zh: '您提交的事项已收到, 编号{number}。查询码在您的回执上, 请保存好, 不要告诉别人, 也不用告诉我们。问询请打{phone}。',
    en: 'We have received your submission, number {number}. The code is on your receipt: keep it to yourself. Questions: {phone}.',
  },
  'new-code': {
    zh: '有人替编号{number}要过新的查询码。原来的查询码没有变; 忘了的话, 请打{phone}, 由我们替您查。',
    en: 'Somebody asked for a new code for {number}. The old one still works; if it is lost, call {phone} and we look for you.',
  },
  accepted: {
    zh: '您的事项{number}已有办理告知, 预计{date}前答复。问询请打{phone}。',
    en: 'There is a notice on your matter {number}. An answer is expected by {date}. Questions: {phone}.',
  },
  'needs-more': {
    zh: '您的事项{number}需要补充材料, 请在{date}前办理, 也可到就近联络站请人代办。',
    en: 'Something is missing in your matter {number}. Please send it by {date}, or let a station do it for you.',
  },
  extended: {
    zh: '您的事项{number}答复日期延至{date}, 理由可以打{phone}问。',
    en: 'The answer on your matter {number} is put off to {date}. For the reason call {phone}.',
  },
  answered: {
    zh: '您的事项{number}已有答复。可以凭查询码查看, 也可到就近联络站请人念给您听。',
    en: 'There is an answer on your matter {number}. Look it up with your code, or have it read to you at a station.',
  },
};

const anything: Words = {
  zh: '您的事项{number}已有办理告知。请凭查询码查看, 或者打{phone}。',
  en: 'There is a notice on your matter {number}. Look it up with your code, or call {phone}.',
};

/** What to say on the telephone for a template. Nothing of what was sent, since whoever picks up hears it. */
export const spokenWords = (template: string | null, lang: Lang, values: Record<string, string>): string =>
  say((template !== null && (spoken as Record<string, Words | undefined>)[template]) || anything, lang, values);
