import type { Template } from './templates.ts';

const define = <const T extends Template>(template: T): T => template;

/** The code by which somebody shows that a phone is theirs; the message says not for what. */
export const identity = {
  'identity-code': define({
    id: 'identity-code',
    when: { zh: '申请人要确认是本人', en: 'Somebody confirms that a request is theirs' },
    awaited: true,
    typedBack: true,
    params: ['number', 'code', 'phone'],
    sms: {
      zh: '事项{number}的确认码为{code},30分钟内有效,不要告诉任何人。不是您本人操作请打{phone}。',
      en: 'The confirmation code for {number} is {code}, valid for 30 minutes. Tell nobody. If it was not you, call {phone}.',
    },
    email: {
      subject: { zh: '事项{number}的确认码', en: 'Confirmation code for {number}' },
      text: {
        zh: '您好。\n\n事项{number}的确认码: {code}\n\n30 分钟内有效, 不要告诉任何人。不是您本人操作请打 {phone}。',
        en: 'Hello,\n\nThe confirmation code for {number}: {code}\n\nIt holds for 30 minutes. Tell nobody. If it was not you, call {phone}.',
      },
    },
  }),
} as const;
