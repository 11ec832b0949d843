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

/** A comment on an open demo draft that is in order; the drafts must be seeded. */
export const commentBody = (answers: Json = {}, more: Json = {}): Json => ({
  contact: { name: '张某民(示例)', phone: '15400000003' },
  answers: {
    draft: 'hd-waste-2026',
    article: 'a17',
    stance: 'amend',
    reason: '夏天垃圾放两天就臭,四十八小时太长。',
    role: 'resident',
    ...answers,
  },
  consent: { privacy: true },
  ...more,
});

/** A pledge that is in order, for Jishan; parts can be replaced. */
export const pledgeBody = (answers: Json = {}, more: Json = {}): Json => ({
  contact: { name: '贺某(示例)', phone: '15400000301' },
  answers: {
    campaign: 'jishan-xinfeng',
    undertakings: ['bride-price', 'simple-celebrations', 'good-customs'],
    ...answers,
  },
  consent: { privacy: true },
  ...more,
});
