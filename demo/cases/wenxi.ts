import { called, mobile, person, type DemoCase, type Person } from './case.ts';
import { petitionsOf } from './petition.ts';

interface DemoApplication extends Pick<DemoCase, 'ref' | 'daysAgo' | 'time'> {
  measure: string;
  from: Person & { idNumber?: string; organisation?: { name: string; uscc: string } };
  facts: Record<string, unknown>;
}

// Right check characters, and 990000, the code of no place.
const newMaterials = { name: '闻喜示例新材料有限公司', uscc: '91990000DEM0000145' };
const equipment = { name: '闻喜示例装备有限公司', uscc: '91990000DEM0000220' };
const food = { name: '闻喜示例食品有限公司', uscc: '91990000DEM000030T' };
const hospital = { name: '示例中医院', uscc: '12990000DEM000049W' };
const research = { name: '示例研发(太原)有限公司', uscc: '91990000DEM000057J' };

const settled = { graduate: true, onShortageList: true, worksInCounty: true, receivedBefore: false };
const heritageStation = { stationKind: 'tcm-heritage', newlyBuilt: true, withIntroducedTalent: true };

// A03 was never sent: the page had told 高某洋(示例) before that the field of study does not qualify. A10 cannot be sent
// as the list has it: 「不知道」 leaves a fact out, and the contract takes complete sets only.
const list: readonly DemoApplication[] = [
  {
    ref: 'A01',
    daysAgo: 18,
    time: '10:22',
    measure: 'settling-in',
    from: { name: called('李', '妍'), phone: mobile(51), idNumber: '990000199803120015' },
    facts: { field: 'preschool-education', degree: 'bachelor', ...settled },
  },
  {
    ref: 'A02',
    daysAgo: 6,
    time: '14:48',
    measure: 'settling-in',
    from: {
      name: called('刘', '宁'),
      phone: mobile(52),
      email: 'liuning@example.cn',
      idNumber: '990000199911050026',
    },
    facts: { field: 'medical', degree: 'master', ...settled },
  },
  {
    ref: 'A04',
    daysAgo: 33,
    time: '09:30',
    measure: 'hire-reward',
    from: { name: '郭某(示例)', phone: mobile(54), email: 'renli@example.cn', organisation: newMaterials },
    facts: { enterpriseInCounty: true, masters: 2, bachelors: 1, fullTime: true },
  },
  {
    ref: 'A05',
    daysAgo: 47,
    time: '11:05',
    measure: 'hire-reward',
    from: { ...person('许', '装', 55), organisation: equipment },
    facts: { enterpriseInCounty: true, masters: 0, bachelors: 6, fullTime: true },
  },
  {
    ref: 'A06',
    daysAgo: 13,
    time: '16:37',
    measure: 'hire-reward',
    from: { ...person('邓', '食', 56), organisation: food },
    facts: { enterpriseInCounty: true, masters: 1, bachelors: 3, fullTime: true },
  },
  {
    ref: 'A07',
    daysAgo: 21,
    time: '15:19',
    measure: 'station-funding',
    from: { ...person('陶', '医', 57), organisation: hospital },
    facts: { ...heritageStation, stage: 'founding' },
  },
  {
    ref: 'A08',
    daysAgo: 5,
    time: '09:41',
    measure: 'station-funding',
    from: { ...person('陶', '医', 57), organisation: hospital },
    facts: { ...heritageStation, stage: 'results', requestedFen: 50_000_000 },
  },
  {
    ref: 'A09',
    daysAgo: 15,
    time: '17:26',
    measure: 'talent-enclave',
    from: { ...person('方', '研', 59), email: 'yanfa@example.cn', organisation: research },
    facts: { independentRnd: true, outsideCounty: true, convertedInCounty: true, requestedFen: 30_000_000 },
  },
];

export const wenxiApplications: readonly DemoCase[] = list.map(({ ref, daysAgo, time, measure, from, facts }) => ({
  ref,
  site: 'wenxi',
  kind: 'application',
  daysAgo,
  time,
  body: {
    contact: from,
    answers: { measure, facts },
    consent: { privacy: true, ...(from.idNumber !== undefined && { sensitive: true }) },
  },
}));

export const wenxiPetitions = petitionsOf('wenxi', [
  {
    ref: 'X1',
    daysAgo: 6,
    time: '21:12',
    about: ['suggestion', 'talent'],
    from: person('苏', '护', 61),
    title: '人才政策能不能出个明白纸',
    text: '我是外地回来的护士,办法看了几遍还是拿不准自己算不算。建议出一张一页纸的说明,写清楚要什么材料、找谁。',
  },
  {
    ref: 'X2',
    daysAgo: 3,
    time: '12:40',
    about: ['request', 'talent'],
    from: person('温', '检', 62),
    address: '闻喜县桐城镇示例小区(示例)',
    title: '急需紧缺的要求在哪里能查到',
    text: '想知道今年医疗类的急需紧缺要求里有没有检验专业,网上没有找到。',
  },
  {
    ref: 'X3',
    daysAgo: 2,
    time: '18:03',
    about: ['request', 'permit'],
    from: person('仇', '味', 63),
    address: '闻喜县桐城镇示例街(示例)',
    title: '小吃店换证跑了三趟',
    text: '每次去都说少一样材料,能不能一次说全。',
  },
  {
    ref: 'X4',
    daysAgo: 17,
    time: '08:55',
    about: ['request', 'housing'],
    from: person('卢', '安', 64),
    address: '闻喜县人才公寓示例楼(示例)',
    title: '人才公寓漏水',
    text: '顶层下雨漏水,报过两次没人修。',
  },
]);
