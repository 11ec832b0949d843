import { demoSite } from './demo.ts';
import type { Site } from './site.ts';
import { commonTopics } from './topics.ts';

export const wanrong: Site = {
  ...demoSite,
  id: 'wanrong',
  name: { zh: '万荣县(演示)', en: 'Wanrong County (demo)' },
  prefix: 'WR',
  areaCode: '140822',
  // The people's congress stations receive here; they are no petition office (信访工作条例 art. 23).
  organ: 'other-organ',
  signature: '万荣演示',
  office: {
    zh: '万荣县人大常委会办公室(演示)',
    en: "Office of the Standing Committee, Wanrong County People's Congress (demo)",
  },
  phone: '0359-0000101',
  address: { zh: '万荣县解店镇示例路 1 号', en: '1 Example Road, Jiedian Town, Wanrong County' },
  origins: ['https://www.wanrong.example'],
  colour: '#1f5f4a',
  forms: ['petition', 'comment'],
  topics: [
    {
      id: 'irrigation',
      label: { zh: '农田水利', en: 'Irrigation' },
      hint: { zh: '渠道、机井、浇地、引黄灌区', en: 'Canals, wells, watering, the Yellow River irrigation area' },
      lead: '县水利局',
      with: '所在乡镇政府',
    },
    commonTopics.roads,
    commonTopics.waste,
    commonTopics.farming,
    commonTopics.school,
    commonTopics.health,
    commonTopics.elderly,
    commonTopics.jobs,
    {
      id: 'housing',
      label: { zh: '住房与宅基地', en: 'Housing and house plots' },
      hint: { zh: '危房、宅基地、村镇建设', en: 'Unsafe houses, house plots, village building' },
      lead: '县自然资源局',
      with: '县住房和城乡建设管理局',
    },
    {
      id: 'market',
      label: { zh: '市场与食品药品', en: 'Markets, food and medicine' },
      hint: { zh: '缺斤短两、过期食品、药材经营', en: 'Short weight, expired food, the herb trade' },
      lead: '县市场监督管理局',
    },
    {
      id: 'neighbour',
      label: { zh: '邻里纠纷与治安', en: 'Neighbours and public order' },
      hint: { zh: '地界、噪声、调解', en: 'Boundaries, noise, mediation' },
      lead: '县公安局',
      with: '县司法局',
    },
    {
      id: 'finance',
      label: { zh: '企业与融资', en: 'Business and loans' },
      hint: { zh: '贷款、办证、用工', en: 'Loans, licences, staff' },
      lead: '县工业和信息化局',
      with: '县行政审批服务管理局',
    },
    {
      id: 'utilities',
      label: { zh: '水电气暖通信', en: 'Water, power, gas, heating, telephone' },
      hint: { zh: '停水、电压低、信号弱', en: 'Water cut off, low voltage, weak signal' },
      lead: '县住房和城乡建设管理局',
      with: '有关供应企业',
    },
    commonTopics.other,
  ],
  // Taken here so that the closed road for a 检举控告 can be tried; the page still names 12388 first.
  report: 'take',
  discipline: {
    name: { zh: '万荣县纪委监委信访室(演示)', en: 'Complaints office, Wanrong discipline and supervision body (demo)' },
    address: { zh: '万荣县解店镇示例路 2 号', en: '2 Example Road, Jiedian Town, Wanrong County' },
  },
  measures: [],
  campaigns: [],
};
