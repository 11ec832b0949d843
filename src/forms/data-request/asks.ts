import { choice, identified, longtext, optional, text } from '../../lib/fields/index.ts';
import { tidyIdentifier } from '../../lib/text.ts';
import { pages } from '../../i18n/pages.ts';
import { dataRequestActions as words } from './words.ts';

const note = longtext({ label: words.note, hint: words.noteHint, min: 10, max: 2000 });
const remark = longtext({ label: words.inside, max: 2000 });

export const inside = { remark: optional(remark) };
export const remarking = { remark };
export const told = { note, ...inside };

/** Why something is erased, as 个人信息保护法 47 has it. */
export const erasing = {
  why: choice({
    label: words.eraseWhy,
    options: [
      { value: 'purpose-met', label: words.purposeMet },
      { value: 'consent-withdrawn', label: words.consentWithdrawn },
      { value: 'time-over', label: words.timeOver },
    ],
  }),
  ...told,
};

export const refusing = {
  why: choice({
    label: words.refuseWhy,
    options: [
      { value: 'not-confirmed', label: words.notConfirmed },
      { value: 'nothing-held', label: words.nothingHeld },
      { value: 'under-way', label: words.underWay },
      { value: 'must-be-kept', label: words.mustBeKept },
      { value: 'somebody-else', label: words.somebodyElse },
    ],
  }),
  ...told,
};

const SIX_DIGITS = /^\d{6}$/;

/** The code that went to the phone. */
export const phoneCode = {
  phoneCode: identified('identifier', {
    label: words.phoneCode,
    max: 20,
    inputmode: 'numeric',
    example: '735102',
    parse: (raw) => (SIX_DIGITS.test(tidyIdentifier(raw)) ? tidyIdentifier(raw) : null),
  }),
};

/** Another matter of one's own, by its own number and code. */
export const otherMatter = {
  otherReceipt: text({ label: pages.number, hint: pages.numberHint, max: 200, example: 'WR-7K3M9-XPT4G' }),
  otherCode: text({ label: pages.code, hint: pages.codeHint, max: 200, example: '482913' }),
};
