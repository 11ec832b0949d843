import type { Template } from './templates.ts';

const define = <const T extends Template>(template: T): T => template;

/** Messages on the road of a case: that there is something to read, by when, and nothing of what it says. */
export const progress = {
  accepted: define({
    id: 'accepted',
    when: { zh: '受理以后', en: 'Once it was accepted' },
    params: ['number', 'date'],
    sms: {
      zh: '您的事项{number}已有办理告知,预计{date}前答复,请凭查询码查看。',
      en: 'There is a notice on your matter {number}. An answer is expected by {date}. Look it up with your code.',
    },
    email: {
      subject: { zh: '您的事项{number}已有办理告知', en: 'A notice on your matter {number}' },
      text: {
        zh: '您好。\n\n您的事项{number}已有办理告知, 预计{date}前答复。\n\n请凭编号和查询码查看。',
        en: 'Hello,\n\nThere is a notice on your matter {number}. An answer is expected by {date}.\n\nLook it up with number and code.',
      },
    },
  }),
  told: define({
    id: 'told',
    when: { zh: '有办理告知', en: 'There is a notice to read' },
    params: ['number'],
    sms: {
      zh: '您的事项{number}已有办理告知,请凭查询码查看。',
      en: 'There is a notice on your matter {number}. Look it up with your code.',
    },
    email: {
      subject: { zh: '您的事项{number}已有办理告知', en: 'A notice on your matter {number}' },
      text: {
        zh: '您好。\n\n您的事项{number}已有办理告知。\n\n请凭编号和查询码查看。',
        en: 'Hello,\n\nThere is a notice on your matter {number}.\n\nLook it up with number and code.',
      },
    },
  }),
  'needs-more': define({
    id: 'needs-more',
    when: { zh: '要补充材料', en: 'Something is missing' },
    params: ['number', 'date'],
    sms: {
      zh: '您的事项{number}需要补充材料,请在{date}前办理,也可到就近联络站请人代办。',
      en: 'Something is missing in your matter {number}. Please send it by {date}, or let a station do it for you.',
    },
    email: {
      subject: { zh: '您的事项{number}需要补充材料', en: 'Something is missing in your matter {number}' },
      text: {
        zh: '您好。\n\n您的事项{number}需要补充材料, 请在{date}前办理。\n\n要补什么, 请凭编号和查询码查看, 也可到就近联络站请人代办。',
        en: 'Hello,\n\nSomething is missing in your matter {number}. Please send it by {date}.\n\nSee what with number and code, or let a station do it for you.',
      },
    },
  }),
  extended: define({
    id: 'extended',
    when: { zh: '延期', en: 'The date was put off' },
    params: ['number', 'date', 'phone'],
    sms: {
      zh: '您的事项{number}答复日期延至{date},理由请凭查询码查看或致电{phone}。',
      en: 'The answer on your matter {number} is put off to {date}. For the reason use your code or call {phone}.',
    },
    email: {
      subject: { zh: '您的事项{number}答复日期延至{date}', en: 'Your matter {number}: put off to {date}' },
      text: {
        zh: '您好。\n\n您的事项{number}答复日期延至{date}。\n\n理由请凭编号和查询码查看, 或致电{phone}。',
        en: 'Hello,\n\nThe answer on your matter {number} is put off to {date}.\n\nFor the reason use number and code, or call {phone}.',
      },
    },
  }),
  answered: define({
    id: 'answered',
    when: { zh: '已有答复', en: 'There is an answer' },
    params: ['number'],
    sms: {
      zh: '您的事项{number}已有答复,请凭查询码查看,也可到就近联络站请人念给您听。',
      en: 'There is an answer on your matter {number}. Look it up with your code, or have it read to you at a station.',
    },
    email: {
      subject: { zh: '您的事项{number}已有答复', en: 'An answer on your matter {number}' },
      text: {
        zh: '您好。\n\n您的事项{number}已有答复。\n\n请凭编号和查询码查看, 也可到就近联络站请人念给您听。',
        en: 'Hello,\n\nThere is an answer on your matter {number}.\n\nLook it up with number and code, or have it read to you at a station.',
      },
    },
  }),
} as const;
