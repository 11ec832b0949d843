import { demoSite } from './demo.ts';
import type { Site } from './site.ts';
import { commonTopics } from './topics.ts';

export const pinglu: Site = {
  ...demoSite,
  id: 'pinglu',
  name: { zh: '平陆县(演示)', en: 'Pinglu County (demo)' },
  prefix: 'PL',
  areaCode: '140829',
  // Matters are shared out among townships and departments directly (专班), so no petition office receives first.
  organ: 'other-organ',
  signature: '平陆演示',
  office: { zh: '平陆县基层治理工作专班(演示)', en: 'Pinglu County Village Affairs Team (demo)' },
  phone: '0359-0000401',
  address: { zh: '平陆县圣人涧镇示例路 1 号', en: '1 Example Road, Shengrenjian Town, Pinglu County' },
  origins: ['https://www.pinglu.example'],
  colour: '#5b3f7a',
  forms: ['petition'],
  topics: [
    {
      id: 'village-affairs',
      label: { zh: '村务公开', en: 'Open village affairs' },
      hint: { zh: '账目、公示、村里怎么定的事', en: 'Accounts, notices, how the village decides' },
      lead: '所在乡镇政府',
    },
    {
      id: 'collective',
      label: { zh: '集体资产与合同', en: 'Collective assets and contracts' },
      hint: { zh: '集体地、租金、合作社分红', en: 'Collective land, rents, cooperative dividends' },
      lead: '县农业农村局',
    },
    {
      id: 'pepper',
      label: { zh: '花椒种植与技术', en: 'Growing Sichuan pepper' },
      hint: { zh: '修剪、病虫、技术课、销路', en: 'Pruning, pests, courses, selling' },
      lead: '县农业农村局',
    },
    {
      ...commonTopics.roads,
      label: { zh: '农村道路', en: 'Village roads' },
      hint: { zh: '路面、排水、护栏、路灯', en: 'Surface, drainage, guard rails, street lights' },
    },
    {
      id: 'environment',
      label: { zh: '人居环境', en: 'Village surroundings' },
      hint: { zh: '垃圾、污水、门前屋后', en: 'Rubbish, waste water, around the house' },
      lead: '所在乡镇政府',
    },
    {
      id: 'neighbour',
      label: { zh: '邻里纠纷', en: 'Between neighbours' },
      hint: { zh: '地界、滴水、调解', en: 'Boundaries, dripping eaves, mediation' },
      lead: '县司法局',
    },
    commonTopics.elderly,
    commonTopics.health,
    { ...commonTopics.other, lead: '所在乡镇政府(先行登记分办)' },
  ],
  discipline: {
    name: { zh: '平陆县纪委监委信访室(演示)', en: 'Complaints office, Pinglu discipline and supervision body (demo)' },
    address: { zh: '平陆县圣人涧镇示例路 2 号', en: '2 Example Road, Shengrenjian Town, Pinglu County' },
  },
  measures: [],
  campaigns: [],
};
