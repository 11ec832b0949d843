import { mobile, person, type DemoCase, type Person } from './case.ts';
import { step, type DemoStep } from './road.ts';

interface Request {
  ref: string;
  site: string;
  daysAgo: number;
  time: string;
  from: Person;
  answers: Record<string, string>;
  road?: readonly DemoStep[];
}

const requests: readonly Request[] = [
  {
    ref: 'D1',
    site: 'wanrong',
    daysAgo: 6,
    time: '20:10',
    from: person('潘', '和', 5),
    answers: { want: 'see', details: '想留一份自己提过的建议。(示例)' },
    road: [
      step(6, '20:15', 'sender', 'identity'),
      step(3, '09:20', 'data', 'handle'),
      step(3, '10:05', 'data', 'give', {
        note: '您好。您的信息已整理好。请在 7 天内凭编号和查询码在查询页查看、下载, 过期请重新申请。(示例)',
      }),
    ],
  },
  {
    ref: 'D2',
    site: 'wanrong',
    daysAgo: 2,
    time: '12:30',
    from: person('柴', '芪', 10),
    answers: { want: 'correct', newEmail: 'chai.qi@example.cn' },
    road: [step(2, '12:40', 'sender', 'identity')],
  },
  {
    ref: 'D3',
    site: 'wanrong',
    daysAgo: 1,
    time: '18:05',
    from: person('卫', '生', 96),
    answers: { want: 'erase' },
  },
  {
    // Whoever signed the pledge as J11 has it erased together with everything else under the number.
    ref: 'D4',
    site: 'jishan',
    daysAgo: 3,
    time: '08:40',
    from: { name: '葛某(示例)', phone: mobile(75) },
    answers: { want: 'erase', details: '承诺不想留了。(示例)' },
    road: [
      step(3, '08:50', 'sender', 'identity'),
      step(2, '15:30', 'data', 'erase', {
        why: 'consent-withdrawn',
        note: '您好。您参加的承诺和留下的姓名、电话都已删除。(《个人信息保护法》第四十七条)(示例)',
      }),
    ],
  },
];

/** D1–D4: a copy given, a correction and an erasure that wait, and one that was carried out. */
export const dataRequests: readonly DemoCase[] = requests.map(({ from, answers, ...one }) => ({
  ...one,
  kind: 'data-request',
  body: { contact: { ...from }, answers, consent: { privacy: true } },
}));
