import type { Words } from '../lib/words.ts';

export const liaison = {
  statistics: {
    zh: '联络站 {stations} 个 · 联络点 {points} 个 · 省代表 {provincial} 名、市代表 {municipal} 名、县代表 {county} 名、乡镇代表 {township} 名(来源:{source})',
    en: '{stations} stations · {points} contact points · deputies: {provincial} provincial, {municipal} municipal, {county} county, {township} township (source: {source})',
  },
} satisfies Record<string, Words>;

/** How a station is kept open, by duty model. */
export const dutyModel = {
  fixed: { zh: '固定代表在站,其他代表轮流值班', en: 'One deputy always there, the others in turn' },
  'fixed-with-helpers': {
    zh: '1 名固定代表和 2 名公益岗人员在站,其他代表轮流值班',
    en: 'One deputy and two public-service helpers always there, the others in turn',
  },
  rotating: { zh: '代表轮流值班', en: 'Deputies in turn' },
} satisfies Record<string, Words>;
