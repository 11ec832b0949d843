import {
  accept,
  choices,
  group,
  identified,
  optional,
  optionalGroup,
  text,
  tick,
  type Fields,
  type Problem,
} from '../lib/fields/index.ts';
import { parseAccountNumber } from '../lib/identifiers/bank-account.ts';
import { parseEmail } from '../lib/identifiers/email.ts';
import { parsePhone } from '../lib/identifiers/phone.ts';
import { isUnder14, parseResidentId } from '../lib/identifiers/resident-id.ts';
import { parseUscc } from '../lib/identifiers/uscc.ts';
import { bodyWords as words } from './body-words.ts';
import type { FormContext } from './define.ts';
import { phoneProblems } from './served-phone.ts';

// Personal names and places in Unicode run long (阿某古丽·买某提); 50 code points is the contract's figure.
const personName = (label: typeof words.name) =>
  text({ label, hint: words.nameHint, max: 50, sealed: true, autocomplete: 'name', example: '李某芳(示例)' });

const phone = (label: typeof words.phone) =>
  identified('phone', {
    label,
    hint: words.phoneHint,
    max: 32,
    sealed: true,
    autocomplete: 'tel',
    inputmode: 'tel',
    wrong: words.phoneWrong,
    // 154 is no range handed out to people.
    example: '15400000001',
    parse: (raw) => parsePhone(raw)?.kept ?? null,
  });

const email = identified('email', {
  label: words.email,
  max: 254,
  sealed: true,
  autocomplete: 'email',
  inputmode: 'email',
  wrong: words.emailWrong,
  parse: parseEmail,
});

/** How the sender is reached: every kind asks this. */
export const reach = { name: personName(words.name), phone: optional(phone(words.phone)), email: optional(email) };

/** The sender's own address; petitions only (信访工作条例 19). */
export const address = text({
  label: words.address,
  hint: words.addressHint,
  max: 200,
  sealed: true,
  autocomplete: 'street-address',
});

export const idNumber = identified('identifier', {
  label: words.idNumber,
  hint: words.idNumberHint,
  max: 40,
  sealed: true,
  wrong: words.idNumberWrong,
  // The specimen printed in GB 11643 itself.
  example: '11010519491231002X',
  parse: (raw) => parseResidentId(raw)?.number ?? null,
});

export const organisation = group(
  {
    name: text({
      label: words.organisation,
      min: 2,
      max: 100,
      sealed: true,
      autocomplete: 'organization',
      example: '示例公司',
    }),
    uscc: identified('identifier', {
      label: words.uscc,
      hint: words.usccHint,
      max: 40,
      sealed: true,
      wrong: words.usccWrong,
      example: '91140823000000000E',
      parse: (raw) => parseUscc(raw)?.code ?? null,
    }),
  },
  words.organisationGroup,
);

/** Where a subsidy would be paid; may come later. */
export const payment = optionalGroup(
  {
    accountName: text({ label: words.accountName, max: 100, sealed: true }),
    bank: text({ label: words.bank, max: 100, sealed: true }),
    accountNumber: identified('identifier', {
      label: words.accountNumber,
      max: 64,
      sealed: true,
      inputmode: 'numeric',
      wrong: words.accountNumberWrong,
      parse: parseAccountNumber,
    }),
  },
  words.payment,
);

const consent = group({
  privacy: accept({ label: words.privacy }),
  sensitive: tick({ label: words.sensitive, hint: words.sensitiveHint }),
  guardian: optionalGroup({ name: personName(words.guardianName), phone: phone(words.guardianPhone) }, words.guardian),
});

const notify = optional(
  choices({
    label: words.notify,
    options: [
      { value: 'sms', label: words.sms },
      { value: 'email', label: words.byEmail },
    ],
  }),
);

/** The solution is checked by the challenge itself; here it only has to be text of a sane length. */
const challenge = optional(text({ label: words.challenge, max: 4096 }));

/** The whole body of a kind: what every kind has, with the kind's own contact fields, answers and extras. */
export const bodyOf = <C extends Fields, A extends Fields, X extends Fields>(own: {
  contact: C;
  answers: A;
  extra: X;
}) => ({
  contact: group({ ...reach, ...own.contact }),
  answers: group(own.answers),
  consent,
  notify,
  challenge,
  ...own.extra,
});

/** What the rules below need to see of a body, whatever its kind. */
export interface CommonBody {
  contact?: { phone?: string; email?: string; idNumber?: string };
  consent?: { sensitive?: boolean; guardian?: unknown };
  payment?: unknown;
}

const required = (path: string, sentence: typeof words.phone): Problem => ({
  path,
  code: 'field.required',
  words: sentence,
});

/** Rules between fields that hold for every kind (api.md, Submitting). */
export function commonRules(
  { contact, consent: given, payment: account }: CommonBody,
  { site, today }: Pick<FormContext, 'site' | 'today'>,
): Problem[] {
  const problems = phoneProblems('contact.phone', contact?.phone, site);
  if (!contact?.phone && !contact?.email) problems.push(required('contact.phone', words.phoneOrEmail));
  const id = contact?.idNumber === undefined ? null : parseResidentId(contact.idNumber);
  if ((id || account !== undefined) && given?.sensitive !== true) {
    problems.push(required('consent.sensitive', words.sensitiveRequired));
  }
  if (id && id.birth > today) {
    problems.push({ path: 'contact.idNumber', code: 'field.invalid', words: words.idNumberWrong });
  } else if (id && isUnder14(id.birth, today) && given?.guardian === undefined) {
    problems.push(required('consent.guardian', words.guardianRequired));
  }
  return problems;
}
