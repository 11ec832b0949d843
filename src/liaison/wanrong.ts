import type { Words } from '../lib/words.ts';
import type { Network } from './network.ts';
import type { Deputy, DeputyLevel, DutyModel, Station, Weekday } from './station.ts';

type Person = [name: string, level: DeputyLevel, work: Words];

interface Row {
  id: string;
  code: string;
  zh: string;
  en: string;
  duty: DutyModel;
  days: readonly Weekday[];
  placement: Words;
  theme: Words;
  points: number;
  deputies: [Person, Person];
}

const everyWorkday = [1, 2, 3, 4, 5] as const;
const inspections = {
  zh: '美丽乡村、乡村振兴视察调研与座谈',
  en: 'Inspections and round tables on villages and their revival',
};
const townshipOffice = { zh: '乡镇人大办公点', en: "Office of the township people's congress" };

// Names, codes and duty models are those of the newspaper and GB/T 2260; people, themes and days are invented.
const rows: readonly Row[] = [
  {
    id: 'jiedian',
    code: '140822100',
    zh: '解店镇',
    en: 'Jiedian Town',
    duty: 'fixed-with-helpers',
    days: everyWorkday,
    placement: {
      zh: '与就业服务站合一:招工信息、歇脚、喝水、充电;每月「人大代表在行动」',
      en: 'One with the job service: vacancies, a seat, water, a charger; “deputies in action” every month',
    },
    theme: { zh: '城乡垃圾怎么收、怎么运', en: 'How rubbish is collected and moved' },
    points: 4,
    deputies: [
      ['王某兰(示例)', 'county', { zh: '就业服务站工作者', en: 'job service worker' }],
      ['李某军(示例)', 'township', { zh: '社区干部', en: 'community officer' }],
    ],
  },
  {
    id: 'tonghua',
    code: '140822101',
    zh: '通化镇',
    en: 'Tonghua Town',
    duty: 'rotating',
    days: [2],
    placement: inspections,
    theme: { zh: '村容村貌大家看', en: 'How our villages look' },
    points: 3,
    deputies: [
      ['张某民(示例)', 'municipal', { zh: '种粮大户', en: 'grain farmer' }],
      ['薛某梅(示例)', 'township', { zh: '村医', en: 'village doctor' }],
    ],
  },
  {
    id: 'hanxue',
    code: '140822102',
    zh: '汉薛镇',
    en: 'Hanxue Town',
    duty: 'rotating',
    days: [3],
    placement: inspections,
    theme: { zh: '村级道路养护', en: 'Looking after village roads' },
    points: 3,
    deputies: [
      ['赵某强(示例)', 'county', { zh: '农机手', en: 'farm machine operator' }],
      ['杜某英(示例)', 'township', { zh: '教师', en: 'teacher' }],
    ],
  },
  {
    id: 'ronghe',
    code: '140822103',
    zh: '荣河镇',
    en: 'Ronghe Town',
    duty: 'rotating',
    days: [4],
    placement: townshipOffice,
    theme: { zh: '集市秩序与停车', en: 'Order and parking on market days' },
    points: 3,
    deputies: [
      ['孙某海(示例)', 'county', { zh: '客运司机', en: 'bus driver' }],
      ['周某霞(示例)', 'township', { zh: '个体经营者', en: 'shopkeeper' }],
    ],
  },
  {
    id: 'peizhuang',
    code: '140822104',
    zh: '裴庄镇',
    en: 'Peizhuang Town',
    duty: 'rotating',
    days: [2],
    placement: {
      zh: '派出所内设联络点:「人大代表+公安」',
      en: 'Contact point in the police station: deputies and police together',
    },
    theme: { zh: '邻里纠纷早调解', en: 'Settling quarrels early' },
    points: 3,
    deputies: [
      ['吴某华(示例)', 'county', { zh: '人民调解员', en: "people's mediator" }],
      ['郑某平(示例)', 'township', { zh: '村干部', en: 'village officer' }],
    ],
  },
  {
    id: 'gaocun',
    code: '140822105',
    zh: '高村镇',
    en: 'Gaocun Town',
    duty: 'fixed',
    days: everyWorkday,
    placement: {
      zh: '金融部门进站;引黄灌区',
      en: 'Banks come to the station; Yellow River irrigation area',
    },
    theme: { zh: '春灌秋灌问需', en: 'What spring and autumn watering needs' },
    points: 4,
    deputies: [
      ['冯某田(示例)', 'municipal', { zh: '种植合作社理事长', en: 'head of a growers’ cooperative' }],
      ['陈某水(示例)', 'township', { zh: '渠道管护员', en: 'canal keeper' }],
    ],
  },
  {
    id: 'wanquan',
    code: '140822200',
    zh: '万泉乡',
    en: 'Wanquan Township',
    duty: 'fixed',
    days: everyWorkday,
    placement: townshipOffice,
    theme: { zh: '山区出行与客车', en: 'Buses and travel in the hills' },
    points: 3,
    deputies: [
      ['卫某山(示例)', 'county', { zh: '护林员', en: 'forest ranger' }],
      ['蒋某云(示例)', 'township', { zh: '村医', en: 'village doctor' }],
    ],
  },
  {
    id: 'liwang',
    code: '140822201',
    zh: '里望乡',
    en: 'Liwang Township',
    duty: 'rotating',
    days: [5],
    placement: townshipOffice,
    theme: { zh: '果业技术下乡', en: 'Fruit growing advice in the villages' },
    points: 3,
    deputies: [
      ['韩某果(示例)', 'county', { zh: '果农', en: 'fruit grower' }],
      ['杨某青(示例)', 'township', { zh: '返乡青年', en: 'young returner' }],
    ],
  },
  {
    id: 'xicun',
    code: '140822202',
    zh: '西村乡',
    en: 'Xicun Township',
    duty: 'rotating',
    days: [3],
    placement: {
      zh: '中药材:政策咨询、技术服务;「智慧人大」小程序',
      en: 'Medicinal herbs: policy and growing advice; the “smart congress” mini-program',
    },
    theme: { zh: '药材种植与药事法规', en: 'Growing herbs and the law on medicines' },
    points: 4,
    deputies: [
      ['朱某芪(示例)', 'provincial', { zh: '药材种植户', en: 'herb grower' }],
      ['秦某和(示例)', 'township', { zh: '药企职工', en: 'worker in a medicine factory' }],
    ],
  },
  {
    id: 'nanzhang',
    code: '140822203',
    zh: '南张乡',
    en: 'Nanzhang Township',
    duty: 'rotating',
    days: [4],
    placement: {
      zh: '香菇:联络点建在产业一线,专家与能手进驻',
      en: 'Shiitake: the contact point stands among the sheds, with experts and skilled growers',
    },
    theme: { zh: '菇棚用电与销路', en: 'Power for the sheds and where to sell' },
    points: 3,
    deputies: [
      ['许某菇(示例)', 'county', { zh: '菇农', en: 'mushroom grower' }],
      ['何某春(示例)', 'township', { zh: '技术员', en: 'technician' }],
    ],
  },
  {
    id: 'huangfu',
    code: '140822205',
    zh: '皇甫乡',
    en: 'Huangfu Township',
    duty: 'rotating',
    days: [2],
    placement: {
      zh: '设在市场监管局皇甫中心所内',
      en: 'In the Huangfu office of the market regulator',
    },
    theme: { zh: '农资质量', en: 'Quality of seed and fertiliser' },
    points: 3,
    deputies: [
      ['吕某正(示例)', 'county', { zh: '药店经营者', en: 'pharmacist' }],
      ['施某安(示例)', 'township', { zh: '农民', en: 'farmer' }],
    ],
  },
  {
    id: 'jiacun',
    code: '140822206',
    zh: '贾村乡',
    en: 'Jiacun Township',
    duty: 'rotating',
    days: [3],
    placement: { zh: '美丽乡村视察调研', en: 'Inspections of the villages' },
    theme: { zh: '人居环境回头看', en: 'A second look at village surroundings' },
    points: 3,
    deputies: [
      ['荆某绿(示例)', 'municipal', { zh: '村干部', en: 'village officer' }],
      ['孔某洁(示例)', 'township', { zh: '保洁员', en: 'street cleaner' }],
    ],
  },
  {
    id: 'wangxian',
    code: '140822207',
    zh: '王显乡',
    en: 'Wangxian Township',
    duty: 'rotating',
    days: [5],
    placement: { zh: '与图书室结合', en: 'Together with the reading room' },
    theme: { zh: '农家书屋怎么更好用', en: 'Making the village library more useful' },
    points: 3,
    deputies: [
      ['曹某书(示例)', 'county', { zh: '退休教师', en: 'retired teacher' }],
      ['严某文(示例)', 'township', { zh: '图书管理员', en: 'librarian' }],
    ],
  },
  {
    id: 'guanghua',
    code: '140822208',
    zh: '光华乡',
    en: 'Guanghua Township',
    duty: 'fixed',
    days: everyWorkday,
    placement: {
      zh: '联合交管上门为三轮车上牌',
      en: 'With the traffic police, number plates for tricycles at the door',
    },
    theme: { zh: '老年人出行安全', en: 'Old people safe on the road' },
    points: 3,
    deputies: [
      ['魏某行(示例)', 'county', { zh: '农民', en: 'farmer' }],
      ['陶某稳(示例)', 'township', { zh: '驾驶员', en: 'driver' }],
    ],
  },
];

const levelWords: Record<DeputyLevel, Words> = {
  provincial: { zh: '省人大代表', en: 'Provincial deputy' },
  municipal: { zh: '市人大代表', en: 'Municipal deputy' },
  county: { zh: '县人大代表', en: 'County deputy' },
  township: { zh: '乡镇人大代表', en: 'Township deputy' },
};

const FIRST_DEPUTY_PHONE = 15_400_001_001;

function deputyOf(row: Row, rowIndex: number, turn: 0 | 1): Deputy {
  const [name, level, work] = row.deputies[turn];
  const { zh, en } = levelWords[level];
  return {
    id: `dep-${row.id}-${turn + 1}`,
    station: row.id,
    name,
    level,
    post: { zh: `${zh},${work.zh}`, en: `${en}, ${work.en}` },
    phone: String(FIRST_DEPUTY_PHONE + 2 * rowIndex + turn),
  };
}

const stationOf = (row: Row, index: number): Station => ({
  id: row.id,
  site: 'wanrong',
  code: row.code,
  name: { zh: `${row.zh}人大代表联络站`, en: `${row.en} deputies’ liaison station` },
  address: { zh: `万荣县${row.zh}示例路 1 号`, en: `1 Example Road, ${row.en}, Wanrong County` },
  phone: `0359-0000${101 + index}`,
  hours: { zh: '8:30–12:00,14:30–18:00(示例)', en: '8:30–12:00, 14:30–18:00 (example)' },
  placement: row.placement,
  theme: row.theme,
  duty: row.duty,
  receptionDays: row.days,
  points: row.points,
  deputies: [deputyOf(row, index, 0), deputyOf(row, index, 1)],
});

export const wanrongNetwork: Network = {
  site: 'wanrong',
  stations: rows.map(stationOf),
  deputies: { provincial: 4, municipal: 35, county: 227, township: 916 },
  source: { zh: '报纸,2023 年', en: 'newspaper, 2023' },
};
