import type { Json } from './client.ts';

/** A petition that is in order; parts can be replaced. */
export const petitionBody = (answers: Json = {}, more: Json = {}): Json => ({
  contact: { name: '李某芳(示例)', phone: '15400000001' },
  answers: {
    category: 'suggestion',
    topic: 'roads',
    title: '村东头路灯不亮',
    body: '村东头三盏路灯灭了快一个月,晚上老人出门看不见。',
    ...answers,
  },
  consent: { privacy: true },
  ...more,
});
