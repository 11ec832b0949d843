import { step, type DemoStep } from './road.ts';

/** What became of P1–P5 until today. */
export const pingluRoads: Readonly<Record<string, readonly DemoStep[]>> = {
  P1: [
    step(20, '09:00', 'desk', 'accept'),
    step(20, '09:20', 'desk', 'assign', { lead: '县交通运输局', with: '圣人涧镇人民政府' }),
  ],
  P2: [
    step(8, '10:00', 'desk', 'accept'),
    step(4, '15:30', 'farming', 'answer', {
      outcome: 'adopted',
      note: '您好。明年的花椒技术课排在采收前一个月,分三场,到村里讲。日子定了会在村务公开栏和短信里告诉大家。(示例)',
    }),
  ],
  P3: [step(12, '09:10', 'desk', 'register')],
  P4: [
    step(33, '09:00', 'desk', 'accept'),
    step(32, '09:10', 'desk', 'assign', { lead: '县司法局', with: '圣人涧镇人民政府' }),
    step(8, '17:00', 'justice', 'answer', {
      outcome: 'supported',
      claims: '要求把两家的地界量清楚。',
      facts: '老界石已经没了;{T-9}按承包合同和地图量过,两家都在场,都认可。(示例)',
      basis: '《信访工作条例》第三十三条',
      note: '您好。{T-9}镇里请两家一起到地头量过,重新埋了界石,两家都签了字。{T+6}我们再来回头看。(《信访工作条例》第三十三条)(示例)',
    }),
    step(6, '19:30', 'sender', 'rate', { rating: 'mostly', comment: '过一阵再来看看才放心。(示例)' }),
  ],
};
