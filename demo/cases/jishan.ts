import { mobile, person, type DemoCase } from './case.ts';
import { petitionsOf } from './petition.ts';

interface Signature {
  name: string;
  unit: string;
  public: boolean;
  withdrawn?: true;
}

const signatures: readonly Signature[] = [
  { name: '贺某(示例)', unit: '某镇政府', public: true },
  { name: '柴某(示例)', unit: '某中学', public: true },
  { name: '杨某(示例)', unit: '某村', public: false },
  { name: '段某(示例)', unit: '某卫生院', public: true },
  { name: '宁某(示例)', unit: '某村', public: true },
  { name: '裴某(示例)', unit: '某合作社', public: false },
  { name: '薛某(示例)', unit: '某社区', public: true },
  { name: '武某(示例)', unit: '某供电所', public: true },
  { name: '梁某(示例)', unit: '某村', public: false, withdrawn: true },
  { name: '原某(示例)', unit: '某小学', public: true },
  { name: '葛某(示例)', unit: '某村', public: false },
  { name: '黄某(示例)', unit: '某企业', public: true },
];

/** J01–J12: twelve signatures of the campaign, one of them withdrawn again. */
export const jishanPledges: readonly DemoCase[] = signatures.map(({ name, unit, public: shown, withdrawn }, i) => ({
  ref: `J${String(i + 1).padStart(2, '0')}`,
  site: 'jishan',
  kind: 'pledge',
  daysAgo: 24 - 2 * i,
  time: `${String(9 + (i % 10)).padStart(2, '0')}:${String((i * 17) % 60).padStart(2, '0')}`,
  body: {
    contact: { name, phone: mobile(65 + i) },
    answers: {
      campaign: 'jishan-xinfeng',
      undertakings: ['bride-price', 'simple-celebrations', 'good-customs'],
      unit,
      public: shown,
    },
    consent: { privacy: true },
  },
  ...(withdrawn && { afterwards: 'withdraw' }),
}));

export const jishanPetitions = petitionsOf('jishan', [
  {
    ref: 'K1',
    daysAgo: 5,
    time: '20:02',
    about: ['suggestion', 'customs'],
    from: person('吉', '喜', 77),
    title: '建议村里红白理事会把标准贴出来',
    text: '亲戚家办喜事,请多少桌、随多少礼,大家都不好意思先减。村里要是有个大家商量好的说法,就好办了。',
  },
  {
    ref: 'K2',
    daysAgo: 'due-today',
    time: '07:44',
    about: ['request', 'waste'],
    from: person('管', '净', 78),
    address: '稷山县稷峰街道示例村(示例)',
    title: '办席剩下的垃圾没人管',
    text: '村里办席多,办完垃圾堆在路口两三天。',
  },
]);
