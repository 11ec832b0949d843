import { demoSite } from './demo.ts';
import type { Site } from './site.ts';
import { commonTopics } from './topics.ts';

export const jishan: Site = {
  ...demoSite,
  id: 'jishan',
  name: { zh: '稷山县(演示)', en: 'Jishan County (demo)' },
  prefix: 'JS',
  areaCode: '140824',
  // As in Wanrong, what fits no other topic goes to the township people's congress, which is no petition office.
  organ: 'other-organ',
  signature: '稷山演示',
  office: { zh: '稷山县移风易俗工作办公室(演示)', en: 'Jishan County Office for Simpler Customs (demo)' },
  phone: '0359-0000301',
  address: { zh: '稷山县稷峰街道示例路 1 号', en: '1 Example Road, Jifeng Subdistrict, Jishan County' },
  origins: ['https://www.jishan.example'],
  colour: '#7a3e12',
  forms: ['pledge', 'petition'],
  topics: [
    {
      id: 'customs',
      label: { zh: '婚丧嫁娶与移风易俗', en: 'Weddings, funerals and customs' },
      hint: { zh: '彩礼、办席、红白理事会', en: 'Bride price, banquets, the village ceremony council' },
      lead: '县民政局',
    },
    commonTopics.farming,
    commonTopics.roads,
    commonTopics.health,
    commonTopics.school,
    commonTopics.elderly,
    commonTopics.waste,
    commonTopics.other,
  ],
  discipline: {
    name: { zh: '稷山县纪委监委信访室(演示)', en: 'Complaints office, Jishan discipline and supervision body (demo)' },
    address: { zh: '稷山县稷峰街道示例路 2 号', en: '2 Example Road, Jifeng Subdistrict, Jishan County' },
  },
  measures: [],
  campaigns: ['jishan-xinfeng'],
};
